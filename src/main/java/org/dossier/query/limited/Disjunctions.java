package org.dossier.query.limited;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.Expr;

/**
 * Counts the alternatives of a query's filters. Jena makes a branch of the query for each combination of them, which is
 * quick for a few; for forty filters of two alternatives it would still be at it when the sun has burnt out.
 */
final class Disjunctions extends OpVisitorBase {

    private static final long MOST_BRANCHES = 1_000;

    private long branches = 1;

    private Disjunctions() {}

    static boolean explode(Op algebra) {
        Disjunctions count = new Disjunctions();
        Walker.walk(algebra, count);
        return count.branches > MOST_BRANCHES;
    }

    @Override
    public void visit(OpFilter filter) {
        for (Expr condition : filter.getExprs()) {
            branches = Math.min(branches * alternatives(condition), MOST_BRANCHES + 1);
        }
    }

    private static long alternatives(Expr condition) {
        if (condition instanceof E_LogicalOr either) {
            return Math.min(alternatives(either.getArg1()) + alternatives(either.getArg2()), MOST_BRANCHES + 1);
        }
        return condition instanceof E_OneOf oneOf ? Math.max(1, oneOf.getRHS().size()) : 1;
    }
}
