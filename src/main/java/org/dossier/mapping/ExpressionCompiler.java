package org.dossier.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.ExprUtils;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of one query. */
final class ExpressionCompiler {

    private final MappingQuery query;
    private final CellFunctions functions;
    private final FunctionRegistry registry;
    private final CellReports reports;
    private final Problems problems;
    private final List<String> fallbacks = new ArrayList<>();

    /** @param reports where functions that ARQ calls tell their trouble */
    ExpressionCompiler(
            MappingQuery query,
            CellFunctions functions,
            FunctionRegistry registry,
            CellReports reports,
            Problems problems) {
        this.query = query;
        this.functions = functions;
        this.registry = registry;
        this.reports = reports;
        this.problems = problems;
    }

    /** The expressions that ARQ evaluates row by row. */
    List<String> fallbacks() {
        return fallbacks;
    }

    /** @param scope the code of each variable that the expression may name */
    Code compile(Expr expression, Function<Var, Code> scope) {
        if (expression instanceof ExprVar variable) {
            return scope.apply(variable.asVar());
        }
        if (expression.isConstant()) {
            return new Known.Constant(expression.getConstant().asNode());
        }
        if (!(expression instanceof ExprFunction call)) {
            return byArq(expression, scope);
        }
        List<Code> arguments = new ArrayList<>();
        call.getArgs().forEach(argument -> arguments.add(compile(argument, scope)));
        if (call instanceof E_Function named) {
            return namedFunction(named, arguments, scope);
        }
        return Natives.code(call, arguments).orElseGet(() -> byArq(expression, scope));
    }

    private Code namedFunction(E_Function call, List<Code> arguments, Function<Var, Code> scope) {
        String iri = call.getFunctionIRI();
        if (iri.startsWith(Names.FUNCTIONS)) {
            return cellFunction(call, iri.substring(Names.FUNCTIONS.length()), arguments);
        }
        if (!registry.isRegistered(iri)) {
            problems.error(
                    query.placeOf(call),
                    "unknown-function",
                    "there is no function <" + iri + ">",
                    "use the functions of SPARQL, of XPath, or those under " + Names.FUNCTIONS);
            return new Known.Nothing();
        }
        return byArq(call, scope);
    }

    private Code cellFunction(E_Function call, String name, List<Code> arguments) {
        Optional<CellFunction> function = functions.named(name);
        if (function.isEmpty()) {
            reportUnknown(call, name);
            return new Known.Nothing();
        }
        Optional<String> mistake = mistake(function.get(), arguments);
        if (mistake.isPresent()) {
            problems.error(
                    query.placeOf(call),
                    "wrong-call",
                    "fn:" + name + ": " + mistake.get(),
                    "call it as " + function.get().usage());
            return new Known.Nothing();
        }
        Type type = function.get().typing().type(constants(arguments));
        return type.form() == Type.Form.NOTHING ? new Known.Nothing() : new CellCall(function.get(), type, arguments);
    }

    private void reportUnknown(E_Function call, String name) {
        if (name.equals(CellFunctions.SPLIT)) {
            problems.error(
                    query.placeOf(call),
                    "wrong-call",
                    "fn:split gives several values",
                    "let it stand alone in a BIND: BIND(fn:split(?cell, \";\") AS ?part)");
            return;
        }
        problems.error(
                query.placeOf(call),
                "unknown-function",
                "there is no function fn:" + name,
                DidYouMean.remedy(functions.names(), name, "there are: " + String.join(", ", functions.names())));
    }

    private static Optional<String> mistake(CellFunction function, List<Code> arguments) {
        int count = arguments.size();
        if (count < function.least() || count > function.most()) {
            return Optional.of(count == 1 ? "1 argument is given" : count + " arguments are given");
        }
        return function.check().mistake(constants(arguments));
    }

    static List<@Nullable String> constants(List<Code> arguments) {
        List<@Nullable String> constants = new ArrayList<>();
        arguments.forEach(argument ->
                constants.add(argument instanceof Known.Constant constant ? Code.str(constant.term()) : null));
        return constants;
    }

    private Code byArq(Expr expression, Function<Var, Code> scope) {
        Map<Var, Code> variables = new LinkedHashMap<>();
        Map<Var, List<String>> columns = new LinkedHashMap<>();
        expression.getVarsMentioned().forEach(variable -> {
            Code code = scope.apply(variable);
            variables.put(variable, code);
            columns.put(variable, code.columns());
        });
        Code code = new ByArq(expression, variables, new FunctionEnvBase(context(columns)));
        if (variables.isEmpty()) {
            return folded(code);
        }
        fallbacks.add(ExprUtils.fmtSPARQL(
                new ExprList(expression), new SerializationContext(query.query().getPrefixMapping())));
        return code;
    }

    private Context context(Map<Var, List<String>> columns) {
        Context context = new Context();
        FunctionRegistry.set(context, registry);
        context.set(ArqFunction.REPORTS, reports);
        context.set(ArqFunction.COLUMNS, columns);
        return context;
    }

    /** An expression without variables has one value for all rows. */
    private static Code folded(Code code) {
        NodeValue value = ((ByArq) code).constant();
        return value == null ? new Known.Nothing() : new Known.Constant(value.asNode());
    }
}
