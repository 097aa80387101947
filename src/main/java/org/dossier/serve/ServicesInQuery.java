package org.dossier.serve;

import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/** Finds SERVICE wherever a query may hide it: in sub-queries, and in EXISTS within any expression. */
final class ServicesInQuery extends ElementVisitorBase {

    private boolean found;

    private ServicesInQuery() {}

    static boolean has(Query query) {
        ServicesInQuery search = new ServicesInQuery();
        search.query(query);
        return search.found;
    }

    private void query(Query query) {
        query.getProject().getExprs().values().forEach(this::expression);
        query.getGroupBy().getExprs().values().forEach(this::expression);
        query.getHavingExprs().forEach(this::expression);
        query.getAggregators().forEach(this::expression);
        if (query.hasOrderBy()) {
            query.getOrderBy().stream().map(SortCondition::getExpression).forEach(this::expression);
        }
        if (query.getQueryPattern() != null) {
            pattern(query.getQueryPattern());
        }
    }

    private void pattern(Element element) {
        ElementWalker.walk(element, this);
    }

    private void expression(Expr expression) {
        if (expression instanceof ExprFunctionOp exists) {
            pattern(exists.getElement());
        } else if (expression instanceof ExprFunction function) {
            function.getArgs().stream().filter(argument -> argument != null).forEach(this::expression);
        } else if (expression instanceof ExprAggregator aggregate
                && aggregate.getAggregator().getExprList() != null) {
            aggregate.getAggregator().getExprList().forEach(this::expression);
        }
    }

    @Override
    public void visit(ElementService service) {
        found = true;
    }

    @Override
    public void visit(ElementFilter filter) {
        expression(filter.getExpr());
    }

    @Override
    public void visit(ElementBind bind) {
        expression(bind.getExpr());
    }

    @Override
    public void visit(ElementSubQuery inner) {
        query(inner.getQuery());
    }
}
