package org.dossier.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Compiles one CONSTRUCT. BIND becomes a code that is worked out when something asks for it; VALUES, fn:split and FILTER
 * become steps, each FILTER as early as what it asks for is known.
 */
final class QueryCompiler {

    private static final String SPLIT = Names.FUNCTIONS + CellFunctions.SPLIT;

    private final MappingQuery query;
    private final ExpressionCompiler expressions;
    private final Vocabulary vocabulary;
    private final Problems problems;
    private final ToIntFunction<String> columnNumber;

    private final Set<Var> boundSomewhere = new HashSet<>();
    private final Map<Var, Code> everything = new LinkedHashMap<>();
    private final Map<Integer, Code> cells = new HashMap<>();
    private final Set<Var> used = new HashSet<>();
    private final List<Step> choices = new ArrayList<>();
    private final Set<Var> listed = new LinkedHashSet<>();
    private final Map<Known.Chosen, Integer> choiceOf = new HashMap<>();
    private final List<Step.Filter> filters = new ArrayList<>();

    /** @param columnNumber numbers the columns that the whole mapping reads */
    QueryCompiler(
            MappingQuery query,
            ExpressionCompiler expressions,
            Vocabulary vocabulary,
            Problems problems,
            ToIntFunction<String> columnNumber) {
        this.query = query;
        this.expressions = expressions;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.columnNumber = columnNumber;
    }

    /** Names of the variables that VALUES lists. */
    Set<String> listedNames() {
        return listed.stream().map(Var::getVarName).collect(Collectors.toSet());
    }

    Program program() {
        Element where = query.query().getQueryPattern();
        collectBound(where);
        Map<Var, Code> scope = new LinkedHashMap<>();
        group((ElementGroup) where, scope);
        if (query.query().hasValues()) {
            values(query.query().getValuesVariables(), query.query().getValuesData(), scope);
        }
        List<TripleCode> triples = template(scope);
        reportUnused();
        return new Program(steps(), triples);
    }

    private void collectBound(Element element) {
        if (element instanceof ElementGroup group) {
            group.getElements().forEach(this::collectBound);
        } else if (element instanceof ElementBind bind) {
            boundSomewhere.add(bind.getVar());
        } else if (element instanceof ElementData data) {
            boundSomewhere.addAll(data.getVars());
        }
    }

    /** @param scope the variables of this group, to which its own are added */
    private void group(ElementGroup group, Map<Var, Code> scope) {
        List<Expr> conditions = new ArrayList<>();
        for (Element element : group.getElements()) {
            if (element instanceof ElementBind bind) {
                bind(bind, scope);
            } else if (element instanceof ElementFilter filter) {
                conditions.add(filter.getExpr());
            } else if (element instanceof ElementData data) {
                values(data.getVars(), data.getRows(), scope);
            } else if (element instanceof ElementGroup inner) {
                Map<Var, Code> innerScope = new LinkedHashMap<>();
                group(inner, innerScope);
                innerScope.forEach((variable, code) -> join(variable, code, scope));
            } else {
                throw new IllegalStateException("RowOnlyCheck let this pass: " + element);
            }
        }
        // FILTER holds for the whole group, wherever it stands.
        conditions.forEach(condition ->
                filters.add(new Step.Filter(expressions.compile(condition, variable -> code(variable, scope)))));
    }

    private void bind(ElementBind bind, Map<Var, Code> scope) {
        Var variable = bind.getVar();
        Code code = isSplit(bind.getExpr())
                ? split((E_Function) bind.getExpr(), scope)
                : new Known.Bound(expressions.compile(bind.getExpr(), mentioned -> code(mentioned, scope)));
        join(variable, code, scope);
    }

    private void join(Var variable, Code code, Map<Var, Code> scope) {
        if (scope.putIfAbsent(variable, code) != null) {
            problems.error(
                    query.lastPlaceOfVariable(variable.getVarName()),
                    "variable-twice",
                    "?" + variable.getVarName() + " gets a value in two groups",
                    "give one of them another name and compare them by FILTER");
        }
        everything.put(variable, code);
    }

    private static boolean isSplit(Expr expression) {
        return expression instanceof E_Function call && call.getFunctionIRI().equals(SPLIT);
    }

    private Code split(E_Function call, Map<Var, Code> scope) {
        List<Code> arguments = new ArrayList<>();
        call.getArgs()
                .forEach(argument -> arguments.add(expressions.compile(argument, variable -> code(variable, scope))));
        if (arguments.isEmpty()) {
            problems.error(
                    query.placeOf(call),
                    "wrong-call",
                    "fn:split: 0 arguments are given",
                    "call it as fn:split(cell, separator…)");
            return new Known.Nothing();
        }
        Known.Chosen part = new Known.Chosen(Type.TEXT, arguments.get(0).columns());
        remember(new Step.Split(arguments.get(0), arguments.subList(1, arguments.size()), part), List.of(part));
        return part;
    }

    private void remember(Step choice, List<Known.Chosen> made) {
        made.forEach(code -> choiceOf.put(code, choices.size()));
        choices.add(choice);
    }

    private void values(List<Var> variables, List<Binding> rows, Map<Var, Code> scope) {
        List<@Nullable Code> known = new ArrayList<>();
        List<Known.Chosen> made = new ArrayList<>();
        for (Var variable : variables) {
            Code before = scope.get(variable);
            Known.Chosen choice = new Known.Chosen(type(variable, rows), List.of());
            Code joined = before == null ? choice : new Known.Bound(new Conditions.Coalesce(List.of(before, choice)));
            known.add(before);
            made.add(choice);
            scope.put(variable, joined);
            everything.put(variable, joined);
        }
        listed.addAll(variables);
        remember(new Step.Values(known, made, lines(variables, rows)), made);
    }

    private static Type type(Var variable, List<Binding> rows) {
        return rows.stream()
                .map(row -> row.get(variable))
                .filter(Objects::nonNull)
                .map(Type::of)
                .reduce(Type.NOTHING, Type::or);
    }

    private static List<List<@Nullable Node>> lines(List<Var> variables, List<Binding> rows) {
        List<List<@Nullable Node>> lines = new ArrayList<>();
        for (Binding row : rows) {
            List<@Nullable Node> line = new ArrayList<>();
            variables.forEach(variable -> line.add(row.get(variable)));
            lines.add(line);
        }
        return lines;
    }

    /** The code of a variable that an expression or the template mentions. */
    private Code code(Var variable, Map<Var, Code> scope) {
        used.add(variable);
        Code known = scope.get(variable);
        if (known != null) {
            return known;
        }
        String name = variable.getVarName();
        if (everything.containsKey(variable)) {
            reportScope(
                    query.lastPlaceOfVariable(name),
                    "?" + name + " gets its value outside this group, where it cannot be seen from here");
            return new Known.Nothing();
        }
        if (boundSomewhere.contains(variable)) {
            reportScope(query.placeInWhere(name), "?" + name + " is used before it gets a value");
            return new Known.Nothing();
        }
        int number = columnNumber.applyAsInt(name);
        return cells.computeIfAbsent(number, unseen -> new Known.Cell(number, name));
    }

    private void reportScope(Place place, String message) {
        problems.error(place, "out-of-scope", message, "move its BIND in front of this, into the same group");
    }

    private List<TripleCode> template(Map<Var, Code> scope) {
        Set<Var> usedInExpressions = Set.copyOf(used);
        TermCheck terms = new TermCheck(vocabulary, query, problems);
        List<TripleCode> triples = new ArrayList<>();
        for (Triple triple : query.query().getConstructTemplate().getTriples()) {
            terms.check(triple);
            triples.add(new TripleCode(
                    resource(triple.getSubject(), "subject", scope, usedInExpressions),
                    resource(triple.getPredicate(), "predicate", scope, usedInExpressions),
                    term(triple.getObject(), scope, usedInExpressions)));
        }
        return triples;
    }

    private Code resource(Node node, String role, Map<Var, Code> scope, Set<Var> usedInExpressions) {
        Code code = term(node, scope, usedInExpressions);
        if (code.type().isLiteral()) {
            problems.error(
                    node.isVariable() ? query.placeOfVariable(node.getName()) : query.place(),
                    "literal-subject",
                    (node.isVariable() ? "?" + node.getName() : "a literal") + " is a text and cannot be the " + role
                            + " of a triple",
                    "mint an IRI from it: BIND(fn:id(\"kind\", ?key) AS ?thing)");
        }
        return code;
    }

    /** What no other expression asks for need not be remembered. */
    private Code term(Node node, Map<Var, Code> scope, Set<Var> usedInExpressions) {
        if (!node.isVariable()) {
            return new Known.Constant(node);
        }
        Var variable = Var.alloc(node);
        Code code = code(variable, scope);
        return code instanceof Known.Bound bound && !usedInExpressions.contains(variable) ? bound.unremembered() : code;
    }

    private void reportUnused() {
        for (Var variable : everything.keySet()) {
            if (!used.contains(variable) && !listed.contains(variable)) {
                problems.warning(
                        query.placeOfVariable(variable.getVarName()),
                        "unused-variable",
                        "?" + variable.getVarName() + " gets a value that nothing uses",
                        "take it out, or write it in the template");
            }
        }
    }

    /** Each condition stands as early as the last choice that it depends on. */
    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        addFilters(-1, steps);
        for (int choice = 0; choice < choices.size(); choice++) {
            steps.add(choices.get(choice));
            addFilters(choice, steps);
        }
        return steps;
    }

    private void addFilters(int choice, List<Step> steps) {
        filters.stream()
                .filter(filter -> lastChoice(filter.condition()) == choice)
                .forEach(steps::add);
    }

    private int lastChoice(Code code) {
        int last = code instanceof Known.Chosen made ? choiceOf.get(made) : -1;
        for (Code part : code.parts()) {
            last = Math.max(last, lastChoice(part));
        }
        return last;
    }
}
