package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.dossier.problem.Problems;
import org.dossier.query.GateRules;
import org.dossier.query.QueryGate;
import org.dossier.query.Questions;
import org.dossier.query.SavedQuestion;
import org.dossier.release.Manifest;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;

/** The plain page at {@code /}: what this is, how large, and the questions with links that run them. */
public final class HomePage implements Site {

    private final Manifest manifest;
    private final List<SavedQuestion> questions;

    public HomePage(Manifest manifest, List<SavedQuestion> questions) {
        this.manifest = manifest;
        this.questions = List.copyOf(questions);
    }

    /** With the questions of the dossier; those that have a problem are left out. */
    public static HomePage of(Path dossier, Manifest manifest) {
        Problems problems = new Problems();
        QueryGate gate = new QueryGate(Names.prefixes(manifest.base()), GateRules.local(false));
        Vocabulary vocabulary = Ontology.of(dossier, problems).vocabulary();
        return new HomePage(
                manifest, Questions.in(dossier, vocabulary, gate, problems).list());
    }

    @Override
    public Optional<Page> page(Visit visit) {
        return visit.path().equals("/") ? Optional.of(Page.html(html())) : Optional.empty();
    }

    private String html() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                </head>
                <body>
                <h1>%1$s</h1>
                <p>Release %2$s, built %3$s: %4$s.</p>
                <h2>Questions</h2>
                <ul>
                %5$s
                </ul>
                <p>Ask your own in SPARQL at <a href="/sparql">/sparql</a>, with these prefixes:</p>
                <pre>%6$s</pre>
                </body>
                </html>
                """.formatted(
                        escaped(manifest.title()),
                        escaped(manifest.id()),
                        escaped(manifest.built()),
                        escaped(counts()),
                        questions.stream().map(this::item).collect(Collectors.joining("\n")),
                        escaped(prefixes()));
    }

    private String counts() {
        return manifest.counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private String item(SavedQuestion question) {
        String address = "/sparql?query=" + URLEncoder.encode(prefixes() + question.text(), UTF_8);
        return "<li><a href=\"" + escaped(address) + "\">" + escaped(question.title()) + "</a></li>";
    }

    private String prefixes() {
        return Names.prefixes(manifest.base()).entrySet().stream()
                .map(HomePage::declaration)
                .collect(Collectors.joining());
    }

    private static String declaration(Map.Entry<String, String> prefix) {
        return "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + ">\n";
    }

    private static String escaped(String text) {
        return StringEscapeUtils.escapeHtml4(text);
    }
}
