package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.dossier.build.History;
import org.dossier.explain.Explanation;
import org.dossier.explain.ExplanationMarkdown;
import org.dossier.explain.ExplanationText;
import org.dossier.explain.Why;
import org.dossier.facts.Redirect;
import org.dossier.facts.Redirects;
import org.dossier.problem.DidYouMean;
import org.dossier.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Walks back from an entity, record or link to the words that it rests on. */
@Command(
        name = "why",
        description = "Show the words, sources and standing behind an entity, a record or a link.",
        mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {

    enum Format {
        text,
        json,
        md
    }

    @Mixin
    CurrentRelease release;

    @Mixin
    Texts texts;

    @Parameters(
            arity = "1..3",
            paramLabel = "ID",
            description = "An id or name; or subject, property and object of a link.")
    List<String> words;

    @Option(names = "--format", defaultValue = "text", description = "text, json or md (default: ${DEFAULT-VALUE}).")
    Format format = Format.text;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Optional<Release> found = release.find();
        if (found.isEmpty()) {
            return ExitCode.PROBLEMS.code;
        }
        Release current = found.get();
        Why why = new Why(
                current.load().getDefaultGraph(),
                current.manifest().base(),
                new History(release.dossier(), current, texts.options()));
        Redirects redirects = current.redirects();
        List<Redirect> gone = words.stream()
                .filter(word -> why.find(word).isEmpty())
                .flatMap(word -> redirects.of(word).stream())
                .toList();
        gone.forEach(redirect -> spec.commandLine().getErr().println(redirect.sentence()));
        if (gone.stream().anyMatch(Redirect::isWithdrawn)) {
            return ExitCode.PROBLEMS.code;
        }
        print(explanation(why, redirects), spec.commandLine().getOut());
        return ExitCode.OK.code;
    }

    private Explanation explanation(Why why, Redirects redirects) {
        if (words.size() == 2) {
            throw new ParameterException(
                    spec.commandLine(), "a link has three parts: subject, property and object, such as ice uses azure");
        }
        Node subject = node(why, words.get(0), redirects);
        if (words.size() == 1) {
            return why.of(subject);
        }
        Node predicate = node(why, words.get(1), redirects);
        Node object = why.linked(subject, predicate, words.get(2)).orElseGet(() -> node(why, words.get(2), redirects));
        return why.of(subject, predicate, object)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "nobody claims '" + String.join(" ", words) + "' in this dossier"));
    }

    private Node node(Why why, String word, Redirects redirects) {
        return why.find(word)
                .or(() -> redirects.of(word).map(Redirect::successor).flatMap(why::find))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "nothing here is called '" + word + "'; "
                                + DidYouMean.remedy(why.ids(), word, "'dossier query entities' lists what there is")));
    }

    private void print(Explanation explanation, PrintWriter out) throws JsonProcessingException {
        if (format == Format.json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(explanation));
        } else if (format == Format.md) {
            ExplanationMarkdown.lines(explanation).forEach(out::println);
        } else {
            Screen.fitted(ExplanationText.lines(explanation)).forEach(out::println);
        }
    }
}
