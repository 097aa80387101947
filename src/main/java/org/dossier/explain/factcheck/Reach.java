package org.dossier.explain.factcheck;

import java.math.BigDecimal;
import java.util.Set;

/**
 * An amount with the word that says how exact it is: which numbers it may stand for.
 *
 * @param number as written
 * @param precision name of a concept, such as {@code nearly}
 */
record Reach(BigDecimal number, String precision) {

    private static final Set<String> UPWARDS = Set.of("more-than", "at-least");
    private static final Set<String> DOWNWARDS = Set.of("less-than", "at-most");

    /** Within a twentieth, round numbers mean the same. */
    private static final BigDecimal LEEWAY = new BigDecimal("0.05");

    private boolean isUpwards() {
        return UPWARDS.contains(precision);
    }

    private boolean isDownwards() {
        return DOWNWARDS.contains(precision);
    }

    private BigDecimal least() {
        boolean isRound = precision.equals("approximate") || precision.equals("nearly");
        return isRound ? number.multiply(BigDecimal.ONE.subtract(LEEWAY)) : number;
    }

    private BigDecimal most() {
        return precision.equals("approximate") ? number.multiply(BigDecimal.ONE.add(LEEWAY)) : number;
    }

    /** Whether a draft may say this when that is on file: it claims no more than what is known. */
    boolean isBorneOutBy(Reach filed) {
        if (filed.isUpwards() || filed.isDownwards()) {
            return isSameSide(filed) ? isNoNarrower(filed) : holds(filed.number()) && !isUpwards() && !isDownwards();
        }
        int order = filed.number().compareTo(number);
        if (isUpwards()) {
            return order > 0 || (order == 0 && precision.equals("at-least"));
        }
        if (isDownwards()) {
            return order < 0
                    || (order == 0
                            && (precision.equals("at-most") || filed.precision().equals("nearly")));
        }
        return least().compareTo(filed.most()) <= 0 && filed.least().compareTo(most()) <= 0;
    }

    private boolean isSameSide(Reach filed) {
        return (isUpwards() && filed.isUpwards()) || (isDownwards() && filed.isDownwards());
    }

    private boolean isNoNarrower(Reach filed) {
        int order = number.compareTo(filed.number());
        return isUpwards() ? order <= 0 : order >= 0;
    }

    private boolean holds(BigDecimal other) {
        return least().compareTo(other) <= 0 && other.compareTo(most()) <= 0;
    }
}
