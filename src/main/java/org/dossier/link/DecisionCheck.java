package org.dossier.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.claim.EntityId;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Reports decisions that contradict each other, and those that no longer fit what stands on either side. */
public final class DecisionCheck {

    private final Decisions decisions;
    private final Problems problems;

    public DecisionCheck(Decisions decisions, Problems problems) {
        this.decisions = decisions;
        this.problems = problems;
    }

    /** Lines about the same two that say different things, or the same thing twice. */
    public void reportContradictions() {
        Map<String, Decision> first = new HashMap<>();
        for (Decision decision : decisions.list()) {
            Decision earlier = first.putIfAbsent(decision.subject() + " " + decision.object(), decision);
            if (earlier != null) {
                report(earlier, decision);
            }
        }
        decisions.list().stream()
                .filter(decision -> decision.verdict().isLink() && decisions.hasNothingFor(decision.subject()))
                .forEach(this::reportLinkBesideNothing);
    }

    private void report(Decision earlier, Decision later) {
        String line = "line " + earlier.place().line();
        if (earlier.verdict() == later.verdict()) {
            problems.warning(
                    later.place(), "link-twice", "the same was decided in " + line, "delete one of the two lines");
        } else {
            problems.error(
                    later.place(),
                    "link-contradiction",
                    "'" + later.subjectLabel() + "' and '" + later.objectLabel() + "' are "
                            + later.verdict().inWords() + " here and "
                            + earlier.verdict().inWords() + " in " + line,
                    "delete the line that is wrong");
        }
    }

    private void reportLinkBesideNothing(Decision link) {
        problems.error(
                link.place(),
                "link-contradiction",
                "'" + link.subjectLabel()
                        + "' is linked here, and another line says that the target has nothing for it",
                "delete the line that is wrong");
    }

    /**
     * Decisions about things that the dossier no longer has, or calls otherwise than when they were made.
     *
     * @param labels of everything in the dossier that can be linked
     */
    public void reportChangedSubjects(Map<EntityId, String> labels) {
        List<String> known = labels.keySet().stream().map(EntityId::name).toList();
        for (Decision decision : decisions.list()) {
            String label = labels.get(decision.subject());
            if (label == null) {
                String id = decision.subject().name();
                String remedy = DidYouMean.remedy(known, id, "delete the line if the thing is gone");
                problems.error(
                        decision.place(), "link-vanished", "no thing of the dossier is called '" + id + "'", remedy);
            } else {
                reportChange(decision.place(), decision.subjectLabel(), label);
            }
        }
    }

    /**
     * Decisions about entries that the target no longer has, or calls otherwise.
     *
     * @param labels of all entries, by their IRIs
     */
    public void reportChangedEntries(Map<String, String> labels) {
        for (Decision decision : decisions.list()) {
            String object = decision.object();
            String label = object == null ? null : labels.get(object);
            if (object != null && label == null) {
                problems.warning(
                        decision.place(),
                        "link-vanished",
                        "the target has no entry '" + object + "'",
                        "look what became of '" + decision.objectLabel() + "'; delete the line if it is gone");
            } else {
                reportChange(decision.place(), decision.objectLabel(), label);
            }
        }
    }

    private void reportChange(Place place, String then, @Nullable String now) {
        if (now != null
                && !then.isEmpty()
                && !then.equals(now)
                && !letters(then).equals(letters(now))) {
            problems.warning(
                    place,
                    "link-label-changed",
                    "what was called '" + then + "' is called '" + now + "' now",
                    "look at the decision again, and write the new name into its line if it still holds");
        }
    }

    private static String letters(String label) {
        return String.join(" ", NameReader.shared().foldedWords(label));
    }
}
