package org.dossier.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.query.SavedQuestion;

/**
 * The first page: what the dossier is about, how big it is, and what can be asked.
 *
 * @param counts how much there is of what
 * @param groups the questions by subject
 */
public record HomePage(List<Count> counts, List<Group> groups, List<OpenQuestion> openQuestions, int openInAll) {

    private static final int FEW = 6;

    public HomePage {
        counts = List.copyOf(counts);
        groups = List.copyOf(groups);
        openQuestions = List.copyOf(openQuestions);
    }

    /** How much there is of something. */
    public record Count(String number, String what) {}

    /** The questions about one subject. */
    public record Group(String name, List<Named> questions) {}

    /** What the sources expressly leave open. */
    public record OpenQuestion(Named question, Standing standing) {}

    static HomePage of(Edition edition, Catalogue catalogue) {
        List<OpenQuestion> open = OpenQuestionsPage.questions(catalogue);
        return new HomePage(
                counts(edition.manifest().counts()),
                groups(edition),
                open.stream().limit(FEW).toList(),
                open.size());
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

    private static List<Group> groups(Edition edition) {
        Map<String, List<Named>> byGroup = new LinkedHashMap<>();
        for (SavedQuestion question : edition.questions().list()) {
            byGroup.computeIfAbsent(question.group(), group -> new ArrayList<>())
                    .add(QuestionPage.named(question));
        }
        return byGroup.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
