package org.dossier.query.limited;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** What GROUP_CONCAT joins: its length is added up over the whole query. */
final class JoinedText extends ExprFunction1 {

    /** All groups together may hold this many of the longest texts. */
    private static final long TEXTS = 16;

    private final Limitation limitation;
    private final long separator;
    private long length;

    /** @param separator length of what is put between two texts */
    JoinedText(Expr expression, long separator, Limitation limitation) {
        super(expression, "joined");
        this.separator = separator;
        this.limitation = limitation;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        length += Checks.length(value) + separator;
        if (length > TEXTS * limitation.limits().textLength()) {
            throw limitation
                    .signal()
                    .tooLarge("GROUP_CONCAT joins more than "
                            + TEXTS * limitation.limits().textLength() + " characters (text-length)");
        }
        return value;
    }

    @Override
    public Expr copy(Expr expression) {
        return new JoinedText(expression, separator, limitation);
    }
}
