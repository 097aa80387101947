package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.dossier.release.Manifest;
import org.dossier.triples.Names;

/** The plain page at {@code /}: what this is, how large, and the questions with links that run them. */
public final class HomePage implements Site {

    /**
     * A question that the page lists.
     *
     * @param title in one sentence
     * @param text the query; it may use the dossier's prefixes without declaring them
     */
    public record Question(String title, String text) {}

    private final Manifest manifest;
    private final List<Question> questions;

    public HomePage(Manifest manifest, List<Question> questions) {
        this.manifest = manifest;
        this.questions = List.copyOf(questions);
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

    private String item(Question question) {
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
