package org.dossier.explain.factcheck;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.dossier.claim.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A record as far as drafts can be held against it.
 *
 * @param things actors and technologies in it
 * @param reach its amount, where it has one
 * @param unit name of the concept that the amount is counted in
 * @param dates when, or from when to when
 * @param words what it is about
 * @param ranks places in an order that its text, label or words speak of
 * @param told what is on file, in one clause
 */
record FiledRecord(
        Node node,
        Set<Node> things,
        @Nullable Reach reach,
        @Nullable String unit,
        List<PartialDate> dates,
        Set<String> words,
        List<Rank> ranks,
        String told) {

    boolean isDated() {
        return !dates.isEmpty();
    }

    /** Whether it may have been then: a month holds its days, and what has no date may have been at any time. */
    boolean mayBeOf(PartialDate date) {
        if (dates.isEmpty()) {
            return true;
        }
        PartialDate first = dates.get(0);
        PartialDate last = dates.get(dates.size() - 1);
        return !date.isBefore(first) && !last.isBefore(date);
    }

    long shares(Set<Node> others) {
        return things.stream().filter(others::contains).count();
    }

    long sharesWords(Set<String> others) {
        return words.stream().filter(others::contains).count();
    }
}
