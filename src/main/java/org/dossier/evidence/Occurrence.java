package org.dossier.evidence;

import java.util.List;

/**
 * One place where a quote stands: a stretch of the folded text for each of its parts, in order.
 *
 * @param parts never empty
 */
record Occurrence(List<Extent> parts) {

    Occurrence {
        parts = List.copyOf(parts);
    }

    int start() {
        return parts.get(0).start();
    }

    int end() {
        return parts.get(parts.size() - 1).end();
    }

    /** Whether this lies within the other and is not the same. */
    boolean isWithin(Occurrence other) {
        boolean isInside = other.start() <= start() && end() <= other.end();
        return isInside && end() - start() < other.end() - other.start();
    }
}
