package org.dossier.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.explain.Account.Voice;
import org.dossier.explain.Account.Words;

/** An explanation as Markdown with footnotes, to be pasted into a draft. */
public final class ExplanationMarkdown {

    private final List<String> footnotes = new ArrayList<>();

    private ExplanationMarkdown() {}

    /** All lines, without line ends: one item for each record, then its passages as footnotes. */
    public static List<String> lines(Explanation explanation) {
        ExplanationMarkdown markdown = new ExplanationMarkdown();
        Stream<String> items = Stream.concat(
                explanation.accounts().stream().map(markdown::item).toList().stream(),
                explanation.links().stream().map(ExplanationMarkdown::item));
        return Stream.concat(
                        Stream.concat(Stream.of("**" + escaped(explanation.name()) + "**", ""), items),
                        Stream.concat(Stream.of(""), markdown.footnotes.stream()))
                .toList();
    }

    private String item(Account account) {
        StringBuilder line = new StringBuilder("- " + escaped(account.name()) + ": *" + account.standing() + "*");
        account.evidence().forEach(words -> line.append(footnote(words)));
        if (!account.counterEvidence().isEmpty()) {
            line.append("; against it");
            account.counterEvidence().forEach(words -> line.append(footnote(words)));
        }
        account.deniedBy()
                .forEach(voice -> line.append("; denied by ")
                        .append(escaped(voice.speaker()))
                        .append(state(voice)));
        return line.toString();
    }

    private static String item(DecidedLink link) {
        String why = link.because() == null ? link.basis() : link.because();
        return "- " + escaped(link.sentence()) + ": decided by " + escaped(link.decidedBy()) + " on " + link.decidedOn()
                + " (" + escaped(why) + ")";
    }

    private static String state(Voice voice) {
        if (voice.isRetracted()) {
            return " (later retracted)";
        }
        return voice.clarifiedBy().isEmpty() ? "" : " (later clarified)";
    }

    private String footnote(Words words) {
        int number = footnotes.size() + 1;
        footnotes.add("[^" + number + "]: " + escaped(sentence(words) + "."));
        return "[^" + number + "]";
    }

    /** One record with all that stands for and against it, as the text of one footnote. */
    static String footnote(Account account) {
        Stream<String> evidence = account.evidence().stream().map(words -> escaped(sentence(words)));
        Stream<String> against =
                account.counterEvidence().stream().map(words -> "against it: " + escaped(sentence(words)));
        Stream<String> denials =
                account.deniedBy().stream().map(voice -> "denied by " + escaped(voice.speaker()) + state(voice));
        String words = Stream.of(evidence, against, denials).flatMap(all -> all).collect(Collectors.joining("; "));
        return escaped(account.name()) + " (*" + account.standing() + "*): " + words + ".";
    }

    private static String sentence(Words words) {
        String locator = words.locator() == null ? "" : ", “" + words.locator() + "”";
        String word = words.assertedBy().isEmpty() ? "" : ", the word of " + String.join(" and ", words.assertedBy());
        String earlier = words.relyOn().isEmpty() ? "" : ", which relies on " + String.join(" and ", words.relyOn());
        return "“" + words.quote() + "”, " + words.source() + locator + word + earlier + " (quote " + words.grade()
                + ")";
    }

    /** What Markdown would take for markup. */
    static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
