package org.dossier.facts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in a curator's words what the parser of YAML stumbled over, and where the cause of it stands. */
final class SyntaxExplainer {

    private static final String YAML = "yaml";
    private static final String IN_QUOTES = "put quotation marks around the value";

    /** What the parser says where a value begins with a sign that has a meaning of its own. */
    private static final List<String> BAD_START = List.of(
            "block scalar",
            "cannot start any token",
            "scanning an a",
            "scanning a tag",
            "tag handle",
            "are not allowed here",
            "expected the node content");

    private static final Pattern TAB_IN_FRONT = Pattern.compile("[ -]*\t");
    private static final Pattern NO_SPACE = Pattern.compile("\\s*(?:- +)?([A-Za-z][A-Za-z -]*:\\S.*?)\\s*");
    private static final Pattern BARE_ITEM = Pattern.compile("\\s*- +([^:#]*?)\\s*");
    private static final Pattern CUT = Pattern.compile("[^\"']*?\\s(#).*");
    private static final Pattern VALUE = Pattern.compile("\\s*(?:- +)?(?:[^:]+:\\s+)?(\\S.*)");

    /** A character by its number: nothing behind the letter, or a number that no character has. */
    private static final Pattern NO_CHARACTER =
            Pattern.compile("\\\\(?:[xuU](?![0-9A-Fa-f])|U(?!0010|000)[0-9A-Fa-f]{8})");

    private final String path;
    private final List<String> lines;

    SyntaxExplainer(String path, List<String> lines) {
        this.path = path;
        this.lines = lines;
    }

    /** A mistake that the parser gives no place for, such as a version of YAML that it does not know. */
    static SyntaxMistake ofWholeFile(String path, YamlEngineException failure) {
        Place place = new Place(path, 1, 1);
        return new SyntaxMistake(
                Problem.error(
                        place,
                        YAML,
                        "this is no YAML 1.2 (" + failure.getMessage() + ")",
                        "delete the line that begins with '%'"),
                0);
    }

    /** The parser comes to grief over the number of a character, and does not say where. */
    SyntaxMistake numberOfNoCharacter() {
        for (int line = 0; line < lines.size(); line++) {
            Matcher escape = NO_CHARACTER.matcher(lines.get(line));
            if (escape.find()) {
                return badEscape(line, escape.start());
            }
        }
        return badEscape(lines.size() - 1, 0);
    }

    /**
     * A quotation mark that somebody forgot to close.
     *
     * @param lines indexes, from 0, of the lines that have to be left out to go on
     */
    static SyntaxMistake unclosedQuote(Place start, Integer... lines) {
        return new SyntaxMistake(
                Problem.error(
                        start,
                        YAML,
                        "this quotation mark is not closed",
                        "close it, or put the whole value in quotation marks of the other sort"),
                lines);
    }

    static Problem tab(Place place) {
        return Problem.error(place, YAML, "a tab stands in this line", "indent with spaces");
    }

    /** A value that begins with a sign which means something else in YAML. */
    static Problem badStart(Place place, String value) {
        String sign = value.substring(0, value.offsetByCodePoints(0, 1));
        Matcher amount = Pattern.compile(">\\s*([0-9].*?)\\s*").matcher(value);
        String remedy = amount.matches() ? "write 'more than " + amount.group(1) + "'" : IN_QUOTES;
        return Problem.error(place, YAML, "a value cannot begin with '" + sign + "'", remedy);
    }

    SyntaxMistake explain(MarkedYamlEngineException failure) {
        Mark problem = failure.getProblemMark().orElseThrow(() -> failure);
        Mark context = failure.getContextMark().orElse(problem);
        int line = Math.min(problem.getLine(), lines.size() - 1);
        if (TAB_IN_FRONT.matcher(lines.get(line)).lookingAt()) {
            return mistake(tab(place(line, lines.get(line).indexOf('\t'))));
        }
        String words = failure.getContext() + " " + failure.getProblem();
        if (words.contains("mapping values are not allowed")) {
            return secondColon(line, offset(problem));
        }
        if (words.contains("could not find expected ':'")) {
            return noColon(Math.min(context.getLine(), lines.size() - 1));
        }
        if (words.contains("expected '<document start>'")) {
            return wrongIndent(firstLine());
        }
        return words.contains("expected <block end>")
                ? brokenBlock(line, offset(problem), words)
                : badValue(words, context, problem);
    }

    /** A colon where no key can end: within a value, or in a line that is taken for the rest of the one above. */
    private SyntaxMistake secondColon(int line, int colon) {
        String head = lines.get(line).substring(0, colon);
        if (head.indexOf(':') >= 0) {
            return colonWithin(line, colon);
        }
        int above = lineAbove(line);
        if (above < 0) {
            return mistake(
                    line,
                    firstOffset(line),
                    "no key can stand behind what begins this line",
                    "give it a line of its own");
        }
        Matcher bare = BARE_ITEM.matcher(lines.get(above));
        if (bare.matches()) {
            return mistake(notAFact(place(above, bare.start(1)), bare.group(1)));
        }
        if (!lines.get(above).contains(": ")) {
            return noColon(above);
        }
        return isItem(line) && firstOffset(above) < firstOffset(line) ? valueAboveList(above) : wrongIndent(line);
    }

    private SyntaxMistake colonWithin(int line, int colon) {
        String text = lines.get(line);
        if (colon < text.stripTrailing().length() - 1) {
            return mistake(line, colon, "a colon and a space within a value", IN_QUOTES);
        }
        int first = text.indexOf(": ");
        return mistake(
                line,
                first < 0 ? text.indexOf(':') : first,
                "a colon and a space within a heading",
                "put quotation marks around the heading");
    }

    /** An item that is a text alone, where a fact is wanted. */
    static Problem notAFact(Place place, String text) {
        String[] words = text.strip().split("\\s+", -1);
        String remedy =
                switch (words.length) {
                    case 1 -> "begin with what it is, such as 'event: " + text + "'";
                    case 2 -> "did you mean '" + String.join(": ", words) + "'?";
                    default -> "did you mean 'claim: " + text + "'?";
                };
        return Problem.error(place, "not-a-fact", "'" + text + "' says not what it is", remedy);
    }

    /** What follows from it in lines further down has the same line above, since those between are left out. */
    private SyntaxMistake wrongIndent(int line) {
        int above = lineAbove(line);
        Problem problem = wrongIndent(place(line, firstOffset(line)), above + 1);
        return new SyntaxMistake(problem, List.of(line), false, above);
    }

    /**
     * A line that begins further left or right than it should.
     *
     * @param above number of the line above it, 0 when there is none
     */
    static Problem wrongIndent(Place place, int above) {
        String whose = above == 0 ? "" : " (line " + above + ")";
        return Problem.error(
                place,
                YAML,
                "this line is not indented like the ones it belongs to" + whose,
                "put its first letter below theirs, or the value above into quotation marks");
    }

    private SyntaxMistake noColon(int line) {
        String text = lines.get(line);
        Matcher cut = CUT.matcher(text);
        if (cut.matches()) {
            return mistake(cutByComment(place(line, cut.start(1))));
        }
        Matcher joined = NO_SPACE.matcher(text);
        if (joined.matches()) {
            return mistake(
                    line,
                    joined.start(1),
                    "'" + joined.group(1) + "' wants a space after its colon",
                    "write '" + joined.group(1).replaceFirst(":", ": ") + "'");
        }
        String words = text.strip();
        return mistake(line, firstOffset(line), "'" + words + "' has no colon", "write 'key: value', or 'Heading:'");
    }

    static Problem cutByComment(Place sign) {
        return Problem.error(
                sign,
                "cut-by-comment",
                "the value ends before ' #'",
                "put quotation marks around it, or move the comment to its own line");
    }

    private SyntaxMistake brokenBlock(int line, int offset, String words) {
        String before = lines.get(line).substring(0, offset).stripTrailing();
        if (words.contains("found ':'")) {
            return mistake(line, offset, "no key stands before this colon", "write 'key: value'");
        }
        if (before.endsWith("]") || before.endsWith("}")) {
            return bracketsForText(line);
        }
        if (before.endsWith("\"") || before.endsWith("'")) {
            return textAfterQuote(line, offset);
        }
        int above = lineAbove(line);
        Matcher cut = CUT.matcher(above < 0 ? "" : lines.get(above));
        if (cut.matches() && !lines.get(above).substring(0, cut.start(1)).contains(":")) {
            return mistake(cutByComment(place(above, cut.start(1))));
        }
        int outer = lineFurtherOut(line);
        int first = outer < 0 ? -1 : lineBelow(outer);
        boolean lacksDash = isItem(line) && outer >= 0 && !isItem(outer) && !isItem(first);
        return lacksDash ? lacksDash(first, outer) : wrongIndent(line);
    }

    private SyntaxMistake textAfterQuote(int line, int offset) {
        String rest = lines.get(line).substring(offset).strip();
        return mistake(
                line,
                offset,
                "the value ends at its quotation mark, before '" + rest + "'",
                "put all of it in quotation marks of the other sort");
    }

    private SyntaxMistake lacksDash(int first, int outer) {
        Problem problem = Problem.error(
                place(first, firstOffset(first)), "not-a-list", "a list is wanted here", "begin each item with '- '");
        return new SyntaxMistake(problem, List.of(first), true, outer);
    }

    private boolean isItem(int line) {
        return lines.get(line).startsWith("- ", firstOffset(line));
    }

    private SyntaxMistake valueAboveList(int line) {
        Matcher value = VALUE.matcher(lines.get(line));
        int start = value.matches() ? value.start(1) : firstOffset(line);
        Problem problem = Problem.error(
                place(line, start),
                YAML,
                "a value and a list below it cannot both belong to one key",
                "delete one of the two");
        return new SyntaxMistake(problem, List.of(line), true, SyntaxMistake.NO_CAUSE);
    }

    private SyntaxMistake bracketsForText(int line) {
        Matcher value = VALUE.matcher(lines.get(line));
        int start = value.matches() ? value.start(1) : firstOffset(line);
        String sign = lines.get(line).substring(start, start + 1);
        String what = sign.equals("{") ? "keys stand" : "a list stands";
        return mistake(Problem.error(
                place(line, start),
                "not-text",
                what + " where a text is wanted",
                "a value that begins with '" + sign + "' needs quotation marks"));
    }

    private SyntaxMistake badValue(String words, Mark context, Mark problem) {
        int line = Math.min(context.getLine(), lines.size() - 1);
        int offset = offset(context);
        if (words.contains("scanning a quoted scalar")) {
            return unclosedQuote(place(line, offset), line);
        }
        if (words.contains("escape character") || words.contains("double-quoted scalar")) {
            return badEscape(problem);
        }
        if (words.contains("parsing a flow")) {
            return unclosedBracket(line, offset);
        }
        String value = lines.get(line).substring(offset);
        boolean isStart = BAD_START.stream().anyMatch(words::contains);
        return isStart && !value.isBlank()
                ? mistake(badStart(place(line, offset), value))
                : mistake(line, offset, "this is no YAML: " + words.strip(), "compare it with the lines around it");
    }

    private SyntaxMistake badEscape(Mark problem) {
        int line = Math.min(problem.getLine(), lines.size() - 1);
        return badEscape(line, Math.max(0, lines.get(line).lastIndexOf('\\', offset(problem))));
    }

    private SyntaxMistake badEscape(int line, int backslash) {
        return mistake(
                line,
                backslash,
                "within \"…\" a backslash begins an escape, and this one is none",
                "write two backslashes, or use '…'");
    }

    private SyntaxMistake unclosedBracket(int line, int offset) {
        String text = lines.get(line);
        Matcher cut = CUT.matcher(text);
        if (cut.matches() && cut.start(1) > offset) {
            return mistake(cutByComment(place(line, cut.start(1))));
        }
        String open = offset < text.length() ? text.substring(offset, offset + 1) : "[";
        boolean isBrace = open.equals("{");
        return mistake(
                line,
                offset,
                "'" + open + "' begins "
                        + (isBrace ? "keys that are not closed, or are none" : "a list that is not closed, or is none"),
                "close it with '" + (isBrace ? "}" : "]") + "', or " + IN_QUOTES);
    }

    private SyntaxMistake mistake(int line, int offset, String message, String remedy) {
        return mistake(Problem.error(place(line, offset), YAML, message, remedy));
    }

    private static SyntaxMistake mistake(Problem problem) {
        return new SyntaxMistake(problem, problem.place().line() - 1);
    }

    private Place place(int line, int offset) {
        String text = lines.get(line);
        return new Place(path, line + 1, text.codePointCount(0, Math.min(Math.max(offset, 0), text.length())) + 1);
    }

    private int offset(Mark mark) {
        if (mark.getLine() >= lines.size()) {
            return lines.get(lines.size() - 1).length();
        }
        // Lines that held a mistake have been emptied, and may be shorter than they were when YAML looked.
        String text = lines.get(mark.getLine());
        return text.offsetByCodePoints(0, Math.min(mark.getColumn(), text.codePointCount(0, text.length())));
    }

    private int firstOffset(int line) {
        String text = lines.get(line);
        return text.length() - text.stripLeading().length();
    }

    /** The first line that says something. */
    private int firstLine() {
        int line = lines.size();
        while (lineAbove(line) >= 0) {
            line = lineAbove(line);
        }
        return line;
    }

    /** The nearest line above that is indented less; -1 when there is none. */
    private int lineFurtherOut(int line) {
        int above = lineAbove(line);
        while (above >= 0 && firstOffset(above) >= firstOffset(line)) {
            above = lineAbove(above);
        }
        return above;
    }

    /** The nearest line below that says something, or the last one: odd blanks say nothing, and may be all there is. */
    private int lineBelow(int line) {
        int below = line + 1;
        while (below < lines.size() - 1
                && (lines.get(below).isBlank() || lines.get(below).strip().startsWith("#"))) {
            below++;
        }
        return below;
    }

    /** The nearest line above that says something; -1 when there is none. */
    private int lineAbove(int line) {
        int above = line - 1;
        while (above >= 0
                && (lines.get(above).isBlank() || lines.get(above).strip().startsWith("#"))) {
            above--;
        }
        return above;
    }
}
