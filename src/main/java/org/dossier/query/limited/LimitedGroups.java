package org.dossier.query.limited;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.jspecify.annotations.Nullable;

/** Counts what GROUP_CONCAT puts together. */
final class LimitedGroups extends TransformCopy {

    private final Limitation limitation;

    LimitedGroups(Limitation limitation) {
        this.limitation = limitation;
    }

    @Override
    public Op transform(OpGroup group, Op input) {
        List<ExprAggregator> limited =
                group.getAggregators().stream().map(this::limited).toList();
        return OpGroup.create(input, group.getGroupVars(), limited);
    }

    private ExprAggregator limited(ExprAggregator aggregate) {
        Aggregator work = aggregate.getAggregator();
        if (work instanceof AggGroupConcat join) {
            return limited(aggregate, join.getSeparator());
        }
        return work instanceof AggGroupConcatDistinct join ? limited(aggregate, join.getSeparator()) : aggregate;
    }

    private ExprAggregator limited(ExprAggregator aggregate, @Nullable String separator) {
        Aggregator work = aggregate.getAggregator();
        long between = separator == null ? 1 : separator.length();
        Expr counted = new JoinedText(work.getExprList().get(0), between, limitation);
        return new ExprAggregator(aggregate.getVar(), work.copy(new ExprList(counted)));
    }
}
