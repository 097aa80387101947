package org.dossier.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.dossier.explain.change.Difference;
import org.dossier.query.Figures;
import org.dossier.query.SavedQuestion;

/**
 * The first page: what the dossier is about, how big it is, and what can be asked.
 *
 * @param counts how much there is of what
 * @param groups the questions by subject
 * @param dataset the whole in the words of schema.org, as JSON that may stand inside a script element
 */
public record HomePage(
        List<Count> counts,
        List<Questions> groups,
        List<Directory> directories,
        List<Difference.Item> changes,
        List<Named> openQuestions,
        int openInAll,
        String dataset) {

    private static final int FEW = 6;

    public HomePage {
        counts = List.copyOf(counts);
        groups = List.copyOf(groups);
        directories = List.copyOf(directories);
        changes = List.copyOf(changes);
        openQuestions = List.copyOf(openQuestions);
    }

    /** How much there is of something. */
    public record Count(String number, String what) {}

    /** The questions about one subject. */
    public record Questions(String name, List<Named> questions) {}

    /** Things of one class: some of them, and where all are. */
    public record Directory(String title, List<Named> things, int inAll, String href) {}

    private static final List<String> CLASSES = List.of("Agency", "Firm", "Technology");
    private static final int NAMES = 10;

    static HomePage of(
            Edition edition, Frame.Dossier dossier, List<Directory> directories, Changes changes, Catalogue catalogue) {
        List<Node> open = OpenQuestionsPage.questions(catalogue);
        return new HomePage(
                counts(edition.manifest().counts()),
                groups(edition),
                directories,
                changes.atOnce()
                        .map(difference ->
                                difference.asserted().stream().limit(FEW).toList())
                        .orElse(List.of()),
                open.stream().limit(FEW).map(catalogue::named).toList(),
                open.size(),
                Dataset.json(edition, dossier));
    }

    /** The names of each class that most claims speak of; costly where there are many. */
    static List<Directory> directories(Catalogue catalogue) {
        return CLASSES.stream()
                .map(name -> directory(name, catalogue))
                .filter(directory -> !directory.things().isEmpty())
                .toList();
    }

    /** Those that most claims speak of. */
    private static Directory directory(String className, Catalogue catalogue) {
        List<Node> things = catalogue.ofClass(className);
        record Ranked(Node thing, long claims) {}
        List<Named> first = things.stream()
                .map(thing -> new Ranked(thing, catalogue.claims(thing)))
                .sorted(Comparator.comparingLong(Ranked::claims)
                        .reversed()
                        .thenComparing(ranked -> ranked.thing().toString()))
                .limit(NAMES)
                .map(ranked -> catalogue.named(ranked.thing()))
                .toList();
        String title =
                className.equals("Technology") ? "Technologies" : className.equals("Firm") ? "Firms" : "Agencies";
        return new Directory(title, first, things.size(), "/search?class=" + className);
    }

    private static List<Count> counts(Map<String, Long> counts) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("entities", "agencies, firms, people and technologies");
        words.put("claims", "links between them");
        words.put("records", "contracts, measurements, statements and events");
        words.put("passages", "passages quoted");
        words.put("sources", "sources");
        List<Count> found = new ArrayList<>();
        words.forEach((key, what) -> {
            Long count = counts.get(key);
            if (count != null && count > 0) {
                found.add(new Count(Figures.grouped(count), what));
            }
        });
        return found;
    }

    private static List<Questions> groups(Edition edition) {
        Map<String, List<Named>> byGroup = new LinkedHashMap<>();
        for (SavedQuestion question : edition.questions().list()) {
            byGroup.computeIfAbsent(question.group(), group -> new ArrayList<>())
                    .add(QuestionPage.named(question));
        }
        return byGroup.entrySet().stream()
                .map(group -> new Questions(group.getKey(), group.getValue()))
                .toList();
    }
}
