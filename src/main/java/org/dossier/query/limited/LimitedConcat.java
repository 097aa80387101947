package org.dossier.query.limited;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.sse.Tags;

/** CONCAT that looks at the length of what it is about to build. */
final class LimitedConcat extends ExprFunctionN {

    private final Limitation limitation;

    LimitedConcat(ExprList arguments, Limitation limitation) {
        super(Tags.tagConcat, arguments);
        this.limitation = limitation;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        long length = values.stream().mapToLong(Checks::length).sum();
        Checks.textLength(length, limitation);
        return XSDFuncOp.strConcat(values);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new LimitedConcat(arguments, limitation);
    }
}
