package org.dossier.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;

/** A function on cells as ARQ calls it, inside expressions that are not compiled. */
final class ArqFunction implements Function {

    /** Where the context holds the {@link CellReports} that trouble is told to. */
    static final Symbol REPORTS = Symbol.create("https://w3id.org/dossier/fn/#reports");

    /** Where the context holds the columns that each variable comes from, as a map of {@link Var} to their names. */
    static final Symbol COLUMNS = Symbol.create("https://w3id.org/dossier/fn/#columns");

    private final CellFunction function;
    private @Nullable Type type;

    ArqFunction(CellFunction function) {
        this.function = function;
    }

    @Override
    public void build(String uri, ExprList arguments, Context context) {
        List<@Nullable String> constants = constants(arguments.getList());
        Optional<String> mistake = mistake(arguments.size(), constants);
        if (mistake.isPresent()) {
            throw new ExprException(mistake.get());
        }
        type = function.typing().type(constants);
    }

    private Optional<String> mistake(int count, List<@Nullable String> constants) {
        return count < function.least() || count > function.most()
                ? Optional.of("call it as " + function.usage())
                : function.check().mistake(constants);
    }

    private static List<@Nullable String> constants(List<Expr> arguments) {
        List<@Nullable String> constants = new ArrayList<>();
        arguments.forEach(argument ->
                constants.add(argument.isConstant() ? argument.getConstant().asString() : null));
        return constants;
    }

    @Override
    public NodeValue exec(Binding binding, ExprList arguments, String uri, FunctionEnv environment) {
        @Nullable String[] texts = new String[arguments.size()];
        for (int at = 0; at < texts.length; at++) {
            texts[at] = text(arguments.get(at), binding, environment);
        }
        String value = function.body()
                .apply(texts, (at, reason, code) -> report(arguments.get(at), texts[at], reason, code, environment));
        if (value == null || type == null) {
            throw new ExprEvalException("no value");
        }
        Type actual = type.form() == Type.Form.NODE ? function.typeOfValue().apply(value) : type;
        return NodeValue.makeNode(actual.node(value));
    }

    private static @Nullable String text(Expr argument, Binding binding, FunctionEnv environment) {
        try {
            return Code.str(argument.eval(binding, environment).asNode());
        } catch (ExprEvalException noValue) {
            return null;
        }
    }

    private static void report(
            Expr argument, @Nullable String value, String reason, String code, FunctionEnv environment) {
        CellReports reports = environment.getContext().get(REPORTS);
        Map<Var, List<String>> columns = environment.getContext().get(COLUMNS, Map.of());
        if (reports != null) {
            List<String> names = argument.getVarsMentioned().stream()
                    .flatMap(variable -> columns.getOrDefault(variable, List.of()).stream())
                    .distinct()
                    .toList();
            reports.add(names, String.valueOf(value), reason, code);
        }
    }
}
