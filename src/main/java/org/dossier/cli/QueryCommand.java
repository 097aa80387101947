package org.dossier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.query.Answer;
import org.dossier.query.Excerpt;
import org.dossier.query.GateRules;
import org.dossier.query.Inquiry;
import org.dossier.query.Limits;
import org.dossier.query.QueryRefusal;
import org.dossier.query.Questions;
import org.dossier.query.ResultFormat;
import org.dossier.query.SavedQuestion;
import org.dossier.release.Release;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Lists the saved questions, or answers one of them or any SPARQL query. */
@Command(
        name = "query",
        description = {
            "List the questions; or answer one of them, the query in a file, or that of standard input.",
            "A question's own options follow its name: dossier query who-supplies --agency ice;"
                    + " dossier query NAME --help shows them."
        })
final class QueryCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Mixin
    CurrentRelease release;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME|FILE|-",
            description = "A saved question, a file with a query, or - for standard input.")
    @Nullable String what;

    @Unmatched
    List<String> values = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "table, csv, tsv, json, md, or ttl for triples (default: table, or ttl for triples).")
    @Nullable String format;

    @Option(names = "--why", description = "Show what each row rests on: table, md or json.")
    boolean why;

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "With --why: a folder with texts of sources, beside the dossier's own sources/.")
    List<Path> sources = List.of();

    @Option(names = "--iris", description = "Show IRIs and exact values instead of names.")
    boolean iris;

    @Option(names = "--network", description = "Let the query ask other endpoints with SERVICE.")
    boolean network;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "The query ends after this long (default: ${DEFAULT-VALUE}).")
    int timeout;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "Fit tables to this width (default: the screen's).")
    Optional<Integer> width = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            description = "Show this help, or that of the question.")
    boolean help;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        if (help && what == null) {
            spec.commandLine().usage(out());
            return ExitCode.OK.code;
        }
        Optional<Release> found = release.find();
        if (found.isEmpty()) {
            return ExitCode.PROBLEMS.code;
        }
        if (timeout < 1) {
            throw new ParameterException(spec.commandLine(), "--timeout is a number of seconds, at least 1");
        }
        return found.get().read(data -> answer(found.get(), data));
    }

    private int answer(Release current, DatasetGraph data) {
        Inquiry inquiry = inquiry(current, data);
        return what == null ? list(inquiry) : ask(current, inquiry, what);
    }

    private Inquiry inquiry(Release current, DatasetGraph data) {
        return new Inquiry(
                data, current.manifest().base(), GateRules.local(network), Limits.local(Duration.ofSeconds(timeout)));
    }

    private int list(Inquiry inquiry) {
        GivenValues.of(values, spec).keySet().stream().findFirst().ifPresent(name -> {
            throw new ParameterException(spec.commandLine(), "--" + name + " belongs to a question; name one first");
        });
        Problems problems = new Problems();
        Questions questions = inquiry.questions(release.dossier(), problems);
        QuestionHelp.list(questions.list()).forEach(out()::println);
        problems.list().forEach(err()::println);
        return problems.hasErrors() ? ExitCode.PROBLEMS.code : ExitCode.OK.code;
    }

    private int ask(Release current, Inquiry inquiry, String name) {
        String text = "";
        try {
            boolean isSaved = isSaved(name);
            text = isSaved ? "" : text(name);
            SavedQuestion question = isSaved
                    ? inquiry.question(name, release.dossier()).orElseThrow(() -> unknown(name))
                    : inquiry.unsaved(name.equals(STANDARD_INPUT) ? "query" : name, text);
            if (help) {
                return explain(question);
            }
            return why ? reasons(current, inquiry, question) : answer(inquiry, question);
        } catch (QueryRefusal refusal) {
            return tell(refusal.problems(), text);
        }
    }

    private static boolean isSaved(String name) {
        return !name.equals(STANDARD_INPUT) && !name.endsWith(".rq") && !Files.isRegularFile(Path.of(name));
    }

    private ParameterException unknown(String name) {
        if (!values.isEmpty() && values.get(values.size() - 1).matches("--[^=]+")) {
            String option = values.get(values.size() - 1) + " " + name;
            return new ParameterException(
                    spec.commandLine(),
                    option + " belongs behind the name of a question: dossier query NAME " + option);
        }
        List<String> names = Questions.namesIn(release.dossier());
        String remedy =
                DidYouMean.remedy(names, name, "'dossier query' lists them; a query itself is read with 'query -'");
        return new ParameterException(spec.commandLine(), "there is no question '" + name + "'; " + remedy);
    }

    private String text(String name) {
        try {
            byte[] bytes = name.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            throw new ParameterException(spec.commandLine(), "the query in '" + name + "' is not UTF-8");
        } catch (NoSuchFileException missing) {
            throw new ParameterException(spec.commandLine(), "there is no file '" + name + "'");
        } catch (IOException unreadable) {
            throw new SurroundingsException("cannot read " + name + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private int explain(SavedQuestion question) {
        QuestionHelp.of(question).forEach(out()::println);
        return ExitCode.OK.code;
    }

    private int answer(Inquiry inquiry, SavedQuestion question) throws QueryRefusal {
        ResultFormat form = format == null ? ResultFormat.usual(question.query()) : named(format);
        form.checkFor(question.query());
        print(inquiry.doubts(question), question.text());
        Answer answer = inquiry.answer(question, GivenValues.of(values, spec));
        try (OutputStream bytes = new PrintedBytes(out())) {
            inquiry.writer(iris, width.orElseGet(Screen::width)).write(answer, form, bytes);
        } catch (IOException stopped) {
            // Main tells why standard output took no more, if that is news to anybody.
            return ExitCode.OK.code;
        }
        if (answer instanceof Answer.Rows rows && rows.table().rows().isEmpty()) {
            err().println("no rows");
        }
        return ExitCode.OK.code;
    }

    private int reasons(Release current, Inquiry inquiry, SavedQuestion question) throws QueryRefusal {
        ResultFormat form = format == null ? ResultFormat.TABLE : named(format);
        if (!AnsweredWhy.FORMS.contains(form) || !question.query().isSelectType()) {
            throw new ParameterException(
                    spec.commandLine(), "--why explains the rows of a SELECT, as table, md or json");
        }
        print(inquiry.doubts(question), question.text());
        new AnsweredWhy(release.dossier(), current, inquiry, sources)
                .lines(question, GivenValues.of(values, spec), form)
                .forEach(out()::println);
        return ExitCode.OK.code;
    }

    private ResultFormat named(String form) {
        return ResultFormat.named(form)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no format '" + form + "'; "
                                + DidYouMean.remedy(
                                        ResultFormat.names(),
                                        form,
                                        "there are " + String.join(", ", ResultFormat.names()))));
    }

    private void print(List<Problem> problems, String text) {
        for (Problem problem : problems) {
            err().println(problem);
            Excerpt.of(text, problem.place()).forEach(err()::println);
        }
    }

    private int tell(List<Problem> problems, String text) {
        print(problems, text);
        boolean isCommandLine =
                problems.stream().allMatch(problem -> problem.code().startsWith("parameter-"));
        return isCommandLine ? ExitCode.USAGE.code : ExitCode.PROBLEMS.code;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
