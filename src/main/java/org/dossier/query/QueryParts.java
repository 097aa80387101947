package org.dossier.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.jspecify.annotations.Nullable;

/**
 * What a query would reach for, wherever in it that stands: patterns, sub-queries, EXISTS, SELECT, GROUP BY, HAVING,
 * ORDER BY and inside aggregates. (A walk over Jena's algebra misses the last two.)
 */
final class QueryParts extends ElementVisitorBase {

    private final List<Query> queries = new ArrayList<>();
    private final Set<Node> services = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();
    private final List<E_Function> calls = new ArrayList<>();
    private final Set<Node> predicates = new LinkedHashSet<>();
    private int valuesRows;

    private QueryParts() {}

    static QueryParts of(Query query) {
        QueryParts parts = new QueryParts();
        parts.query(query);
        return parts;
    }

    /** The query and all inside it. */
    List<Query> queries() {
        return queries;
    }

    /** What SERVICE names: addresses or variables. */
    Set<Node> services() {
        return services;
    }

    /** IRIs of the functions and aggregates that it calls; SPARQL's own have none. */
    Set<String> functions() {
        return functions;
    }

    /** Where it calls one by its IRI. */
    List<E_Function> calls() {
        return calls;
    }

    /** What stands as the predicate of a pattern without a path. */
    Set<Node> predicates() {
        return predicates;
    }

    int valuesRows() {
        return valuesRows;
    }

    private void query(Query query) {
        queries.add(query);
        query.getProject().getExprs().values().forEach(this::expression);
        query.getGroupBy().getExprs().values().forEach(this::expression);
        query.getHavingExprs().forEach(this::expression);
        query.getAggregators().forEach(this::expression);
        if (query.hasOrderBy()) {
            query.getOrderBy().stream().map(SortCondition::getExpression).forEach(this::expression);
        }
        if (query.hasValues()) {
            valuesRows += query.getValuesData().size();
        }
        if (query.getQueryPattern() != null) {
            pattern(query.getQueryPattern());
        }
    }

    private void pattern(Element element) {
        ElementWalker.walk(element, this);
    }

    private void expression(@Nullable Expr expression) {
        if (expression instanceof E_Function call) {
            functions.add(call.getFunctionIRI());
            calls.add(call);
        }
        if (expression instanceof ExprFunctionOp exists) {
            pattern(exists.getElement());
        } else if (expression instanceof ExprFunction function) {
            // One that may be left out, such as the flags of REGEX, is null.
            function.getArgs().forEach(this::expression);
        } else if (expression instanceof ExprAggregator aggregate) {
            aggregate(aggregate);
        }
    }

    private void aggregate(ExprAggregator aggregate) {
        if (aggregate.getAggregator() instanceof AggCustom custom) {
            functions.add(custom.getIRI());
        }
        ExprList arguments = aggregate.getAggregator().getExprList();
        if (arguments != null) {
            arguments.forEach(this::expression);
        }
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
    public void visit(ElementData data) {
        valuesRows += data.getRows().size();
    }

    @Override
    public void visit(ElementService service) {
        services.add(service.getServiceNode());
    }

    @Override
    public void visit(ElementSubQuery inner) {
        query(inner.getQuery());
    }

    @Override
    public void visit(ElementPathBlock block) {
        for (TriplePath triple : block.getPattern()) {
            if (triple.getPredicate() != null) {
                predicates.add(triple.getPredicate());
            }
        }
    }
}
