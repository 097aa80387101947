package org.dossier.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dossier.explain.change.Difference;
import org.dossier.query.Figures;
import org.dossier.query.SavedQuestion;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/**
 * The first page: what the dossier is about, how big it is, and what can be asked.
 *
 * @param counts how much there is of what
 * @param groups the questions by subject
 * @param standings how records stand, and how many stand so
 * @param dataset the whole in the words of schema.org, as JSON that may stand inside a script element
 */
public record HomePage(
        List<Count> counts,
        List<Questions> groups,
        Standings standings,
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
    public record Directory(
            String title,
            List<Named> things,
            String inAll,
            @Nullable String href) {}

    /** What signs of standing mean, the surest first, with how many records stand so. */
    public record Standings(List<Stand> list) {

        public Standings {
            list = List.copyOf(list);
        }
    }

    /** One standing. */
    public record Stand(Standing standing, String count, String href) {}

    /** What is costly to find out, and the same for as long as the release. */
    record Fixed(Standings standings, List<Directory> directories) {
        static Fixed of(Catalogue catalogue) {
            return new Fixed(HomePage.standings(catalogue), HomePage.directories(catalogue));
        }
    }

    private static final List<String> CLASSES = List.of("Agency", "Firm", "Technology");
    private static final int NAMES = 10;

    static HomePage of(Edition edition, Frame.Dossier dossier, Fixed fixed, Changes changes, Catalogue catalogue) {
        List<Node> open = OpenQuestionsPage.questions(catalogue);
        return new HomePage(
                counts(edition.manifest().counts()),
                groups(edition),
                fixed.standings(),
                fixed.directories(),
                changes.atOnce()
                        .map(found -> found.difference().asserted().stream()
                                .limit(FEW)
                                .toList())
                        .orElse(List.of()),
                open.stream().limit(FEW).map(catalogue::named).toList(),
                open.size(),
                Dataset.json(edition, dossier));
    }

    private static Standings standings(Catalogue catalogue) {
        return new Standings(Standing.NAMES.stream()
                .map(Names::kind)
                .map(kind -> new Counted(kind, catalogue.things().count(Names.HAS_STANDING, kind)))
                .filter(counted -> counted.records() > 0)
                .map(counted -> new Stand(
                        catalogue.badge(counted.kind()),
                        Figures.counted(counted.records(), "record", "records"),
                        Optional.ofNullable(catalogue.named(counted.kind()).href())
                                .orElse("/vocabulary")))
                .toList());
    }

    private record Counted(Node kind, long records) {}

    /** The names of each class that most claims speak of. */
    private static List<Directory> directories(Catalogue catalogue) {
        return CLASSES.stream()
                .map(name -> directory(name, catalogue))
                .filter(directory -> !directory.things().isEmpty())
                .toList();
    }

    /** Those that most claims speak of, and of them those that most records name. Nobody is listed under two names. */
    private static Directory directory(String className, Catalogue catalogue) {
        List<Node> things = catalogue.ofClass(className).stream()
                .filter(thing -> catalogue.heldToBe(thing).isEmpty())
                .toList();
        record Ranked(Node thing, long claims, long mentions) {}
        List<Named> first = things.stream()
                .map(thing -> new Ranked(thing, catalogue.claims(thing), catalogue.mentions(thing)))
                .sorted(Comparator.comparingLong(Ranked::claims)
                        .thenComparing(Ranked::mentions)
                        .reversed()
                        .thenComparing(ranked -> ranked.thing().toString()))
                .limit(NAMES)
                .map(ranked -> catalogue.named(ranked.thing()))
                .toList();
        return new Directory(
                catalogue.plural(className),
                first,
                Figures.grouped(things.size()),
                things.size() > first.size() ? "/search?class=" + className : null);
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
