package org.dossier.query.limited;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/** What values may not be; each check stops the query. */
final class Checks {

    /** Adding a duration walks over the calendar month by month. */
    private static final Pattern ENDLESS_DURATION = Pattern.compile("[0-9]{7}");

    private static final double BITS_OF_A_DIGIT = Math.log(10) / Math.log(2);

    private Checks() {}

    static long length(NodeValue value) {
        Node node = value.asNode();
        return node.isLiteral() ? node.getLiteralLexicalForm().length() : 0;
    }

    static void textLength(long length, Limitation limitation) {
        if (length > limitation.limits().textLength()) {
            throw limitation
                    .signal()
                    .tooLarge("an expression builds a text of more than "
                            + limitation.limits().textLength() + " characters (text-length)");
        }
    }

    /** Texts that are about to become numbers. */
    static void numeral(NodeValue value, Limitation limitation) {
        if (length(value) > limitation.limits().digits()) {
            throw tooManyDigits(limitation);
        }
    }

    /** Numbers that an expression has computed. */
    static void digits(NodeValue value, Limitation limitation) {
        boolean isTooLong = value.isInteger()
                ? exceeds(value.getInteger(), limitation)
                : value.isDecimal() && exceeds(value.getDecimal(), limitation);
        if (isTooLong) {
            throw tooManyDigits(limitation);
        }
    }

    private static boolean exceeds(BigInteger number, Limitation limitation) {
        return number.bitLength() > limitation.limits().digits() * BITS_OF_A_DIGIT;
    }

    private static boolean exceeds(BigDecimal number, Limitation limitation) {
        return Math.abs((long) number.scale()) > limitation.limits().digits()
                || exceeds(number.unscaledValue(), limitation);
    }

    private static RuntimeException tooManyDigits(Limitation limitation) {
        return limitation
                .signal()
                .tooLarge("an expression makes a number of more than "
                        + limitation.limits().digits() + " digits (digits)");
    }

    /** Numbers that say how many digits another is to have: exponents, and places to round to. */
    static void magnitude(NodeValue value, Limitation limitation) {
        if (value.isInteger()
                && value.getInteger()
                                .abs()
                                .compareTo(
                                        BigInteger.valueOf(limitation.limits().digits()))
                        > 0) {
            throw tooManyDigits(limitation);
        }
    }

    static void duration(NodeValue value, Limitation limitation) {
        if (value.isDuration()
                && ENDLESS_DURATION
                        .matcher(value.asNode().getLiteralLexicalForm())
                        .find()) {
            throw limitation.signal().tooLarge("an expression computes with a duration of more than 6 digits");
        }
    }
}
