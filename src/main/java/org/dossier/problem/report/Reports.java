package org.dossier.problem.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Severity;

/** Writes problems in the forms that other programs read. */
public final class Reports {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Reports() {}

    /** An array with one object for each problem. */
    public static String json(List<Problem> problems) {
        ArrayNode list = JSON.createArrayNode();
        for (Problem problem : problems) {
            ObjectNode object = list.addObject();
            object.put("file", problem.place().file());
            object.put("line", problem.place().line());
            object.put("column", problem.place().column());
            object.put("severity", problem.severity().toString());
            object.put("code", problem.code());
            object.put("message", problem.message());
            object.put("remedy", problem.remedy());
        }
        return list.toPrettyString();
    }

    /**
     * SARIF 2.1.0, which code hosts show beside the lines of a change.
     *
     * @param version of the program
     * @param explanation what a code means at length, in Markdown; empty where nothing is known
     */
    public static String sarif(List<Problem> problems, String version, UnaryOperator<String> explanation) {
        ObjectNode log = JSON.createObjectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Dossier");
        driver.put("semanticVersion", version);
        List<String> codes =
                problems.stream().map(Problem::code).distinct().sorted().toList();
        ArrayNode rules = driver.putArray("rules");
        codes.forEach(code -> rule(rules.addObject(), code, explanation.apply(code)));
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        problems.forEach(problem -> result(results.addObject(), problem, codes.indexOf(problem.code())));
        return log.toPrettyString();
    }

    private static void rule(ObjectNode rule, String code, String explanation) {
        rule.put("id", code);
        if (!explanation.isEmpty()) {
            ObjectNode help = rule.putObject("help");
            help.put("text", explanation);
            help.put("markdown", explanation);
        }
    }

    private static void result(ObjectNode result, Problem problem, int rule) {
        result.put("ruleId", problem.code());
        result.put("ruleIndex", rule);
        result.put("level", problem.severity().toString());
        result.putObject("message").put("text", problem.sentence());
        ObjectNode location = result.putArray("locations").addObject().putObject("physicalLocation");
        location.putObject("artifactLocation").put("uri", uri(problem.place().file()));
        Place place = problem.place();
        if (place.line() > 0) {
            ObjectNode region = location.putObject("region");
            region.put("startLine", place.line());
            if (place.column() > 0) {
                region.put("startColumn", place.column());
            }
        }
    }

    private static String uri(String file) {
        return file.replace("%", "%25").replace(" ", "%20");
    }

    /** JUnit's XML: a test case for each problem, or a single one that passed when there is none. */
    public static String junit(List<Problem> problems) {
        long failures = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites>\n<testsuite name=\"dossier check\" tests=\"")
                .append(Math.max(1, problems.size()))
                .append("\" failures=\"")
                .append(failures)
                .append("\" errors=\"0\" skipped=\"0\">\n");
        if (problems.isEmpty()) {
            xml.append("<testcase classname=\"dossier\" name=\"check\"/>\n");
        }
        problems.forEach(problem -> testCase(xml, problem));
        return xml.append("</testsuite>\n</testsuites>").toString();
    }

    private static void testCase(StringBuilder xml, Problem problem) {
        xml.append("<testcase classname=\"")
                .append(escaped(problem.place().file()))
                .append("\" name=\"")
                .append(escaped(problem.place() + " " + problem.code()))
                .append("\">");
        String message = escaped(problem.sentence());
        if (problem.severity() == Severity.ERROR) {
            xml.append("<failure type=\"").append(escaped(problem.code())).append("\" message=\"");
            xml.append(message).append("\"/>");
        } else {
            xml.append("<system-out>").append(message).append("</system-out>");
        }
        xml.append("</testcase>\n");
    }

    /** XML has no place for control characters, not even as references. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;");
    }

    /** Workflow commands, which GitHub shows as annotations: one line for each problem. */
    public static List<String> github(List<Problem> problems) {
        return problems.stream().map(Reports::annotation).toList();
    }

    private static String annotation(Problem problem) {
        Place place = problem.place();
        StringBuilder line = new StringBuilder("::" + problem.severity() + " file=" + property(place.file()));
        if (place.line() > 0) {
            line.append(",line=").append(place.line());
        }
        if (place.column() > 0) {
            line.append(",col=").append(place.column());
        }
        return line.append(",title=")
                .append(property(problem.code()))
                .append("::")
                .append(data(problem.sentence()))
                .toString();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
