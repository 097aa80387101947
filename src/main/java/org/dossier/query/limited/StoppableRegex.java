package org.dossier.query.limited;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.sse.Tags;

/** REGEX that ends when its query does. */
final class StoppableRegex extends ExprFunctionN {

    private final Limitation limitation;
    private final StoppablePattern pattern;

    StoppableRegex(ExprList arguments, Limitation limitation) {
        super(Tags.tagRegex, arguments);
        this.limitation = limitation;
        this.pattern = new StoppablePattern("REGEX", limitation.signal());
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        NodeValue flags = values.size() == 2 ? null : values.get(2);
        return NodeValue.booleanReturn(pattern.matcher(pattern.text(values.get(0)), values.get(1), flags)
                .find());
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new StoppableRegex(arguments, limitation);
    }
}
