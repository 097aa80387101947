package org.dossier.explain.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dossier.explain.change.Difference.Answers;
import org.dossier.problem.Problems;
import org.dossier.query.Answer;
import org.dossier.query.DisplayNames;
import org.dossier.query.GateRules;
import org.dossier.query.Inquiry;
import org.dossier.query.Limits;
import org.dossier.query.QueryRefusal;
import org.dossier.query.ResultTable;
import org.dossier.query.SavedQuestion;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/** Asks two versions the saved questions of the newer one, each with its defaults. */
final class AnswerComparison {

    private static final Duration TIME_FOR_ONE = Duration.ofSeconds(60);

    private AnswerComparison() {}

    static List<Answers> of(Version before, Version after) {
        Inquiry older = inquiry(before);
        Inquiry newer = inquiry(after);
        List<Answers> changed = new ArrayList<>();
        for (SavedQuestion question :
                newer.questions(after.folder(), new Problems()).list()) {
            Table then = table(older, question, before);
            Table now = table(newer, question, after);
            List<List<String>> gone = without(then.rows(), now.rows());
            List<List<String>> come = without(now.rows(), then.rows());
            if (!gone.isEmpty() || !come.isEmpty()) {
                changed.add(new Answers(question.name(), question.title(), now.columns(), gone, come));
            }
        }
        return changed;
    }

    private record Table(List<String> columns, List<List<String>> rows) {}

    private static Inquiry inquiry(Version version) {
        return new Inquiry(version.data(), version.base(), GateRules.local(false), Limits.local(TIME_FOR_ONE));
    }

    /** A question that cannot be asked, since it wants a value or names what this version does not know, has no rows. */
    private static Table table(Inquiry inquiry, SavedQuestion question, Version version) {
        DisplayNames names = DisplayNames.labels(version.data().getDefaultGraph(), Names.prefixes(version.base()));
        return answer(inquiry, question)
                .filter(Answer.Rows.class::isInstance)
                .map(answer -> ((Answer.Rows) answer).table())
                .map(table -> new Table(table.columns(), rows(table, names)))
                .orElseGet(() -> new Table(List.of(), List.of()));
    }

    private static Optional<Answer> answer(Inquiry inquiry, SavedQuestion question) {
        try {
            return Optional.of(inquiry.answer(question, Map.of()));
        } catch (QueryRefusal cannotBeAsked) {
            return Optional.empty();
        }
    }

    private static List<List<String>> rows(ResultTable table, DisplayNames names) {
        return table.rows().stream()
                .map(row -> row.stream().map(cell -> cell(cell, names)).toList())
                .toList();
    }

    private static String cell(@Nullable Node cell, DisplayNames names) {
        return cell == null ? "" : names.of(cell);
    }

    /** Rows are counted: of two equal ones, one may go. */
    private static List<List<String>> without(List<List<String>> all, List<List<String>> known) {
        List<List<String>> left = new ArrayList<>(all);
        known.forEach(left::remove);
        return left;
    }
}
