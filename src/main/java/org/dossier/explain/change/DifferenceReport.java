package org.dossier.explain.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dossier.explain.change.Difference.Answers;
import org.dossier.explain.change.Difference.Change;
import org.dossier.explain.change.Difference.Item;
import org.dossier.explain.change.Difference.Standing;

/** A difference in sentences, by entity, for a terminal or as Markdown for a pull request. */
public final class DifferenceReport {

    private final Markup markup;
    private final List<String> lines = new ArrayList<>();

    private DifferenceReport(Markup markup) {
        this.markup = markup;
    }

    /** How headings, items and texts are marked. */
    private record Markup(String heading, String subject, Function<String, String> escape) {}

    private static final Markup TEXT = new Markup("", "  ", text -> text);
    private static final Markup MARKDOWN =
            new Markup("## ", "#### ", text -> text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1"));

    /** Lines for a terminal. */
    public static List<String> text(Difference difference) {
        return new DifferenceReport(TEXT).lines(difference);
    }

    /** Lines of Markdown. */
    public static List<String> markdown(Difference difference) {
        return new DifferenceReport(MARKDOWN).lines(difference);
    }

    private List<String> lines(Difference difference) {
        if (difference.isEmpty()) {
            return List.of(difference.before() + " and " + difference.after() + " say the same.");
        }
        items("Newly asserted", difference.asserted());
        items("Withdrawn", difference.withdrawn());
        changes(difference.changed());
        standings(difference.standings());
        answers(difference.answers());
        section("No longer checked against their source", difference.unchecked());
        difference.unchecked().forEach(quote -> item("“" + quote.quote() + "”, " + quote.source()));
        return lines;
    }

    private void section(String title, List<?> content) {
        if (content.isEmpty()) {
            return;
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(markup.heading() + title + " (" + content.size() + ")");
    }

    private void items(String title, List<Item> items) {
        section(title, items);
        String about = "";
        for (Item item : items) {
            about = subject(about, item);
            item(sentence(item));
        }
    }

    /** Names what the next items are about, when that is something else than before. */
    private String subject(String before, Item item) {
        if (!before.equals(item.about())) {
            lines.add("");
            lines.add(markup.subject() + markup.escape().apply(item.about()));
            lines.add("");
        }
        return item.about();
    }

    private void item(String text) {
        lines.add("- " + markup.escape().apply(text));
    }

    private static String sentence(Item item) {
        String standing = item.standing() == null
                ? ""
                : ": " + item.standing() + ", " + item.words() + (item.words() == 1 ? " passage" : " passages");
        return item.sentence() + " (" + item.type() + " " + item.id() + ")" + standing;
    }

    private void changes(List<Change> changes) {
        section("Changed", changes);
        String about = "";
        for (Change change : changes) {
            about = subject(about, change.item());
            item(change.item().sentence() + " (" + change.item().id() + ")");
            change.gone()
                    .forEach(
                            said -> lines.add("  - no longer " + markup.escape().apply(said)));
            change.come().forEach(said -> lines.add("  - now " + markup.escape().apply(said)));
        }
    }

    private void standings(List<Standing> standings) {
        section("Standing otherwise", standings);
        standings.forEach(standing ->
                item(standing.item().sentence() + ": was " + standing.before() + ", is " + standing.after()));
    }

    private void answers(List<Answers> answers) {
        section("Answers that change", answers);
        for (Answers answer : answers) {
            item(answer.title() + " (" + answer.question() + ")");
            answer.gone().forEach(row -> lines.add("  - gone: " + row(row)));
            answer.come().forEach(row -> lines.add("  - new: " + row(row)));
        }
    }

    private String row(List<String> cells) {
        return markup.escape()
                .apply(String.join(
                        "; ", cells.stream().filter(cell -> !cell.isEmpty()).toList()));
    }
}
