package org.dossier.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/** An expression that ARQ evaluates, with the variables it names given to it row by row: right for all, and slow. */
final class ByArq extends Code {

    private final Expr expression;
    private final Var[] variables;
    private final Code[] values;
    private final FunctionEnv environment;

    ByArq(Expr expression, Map<Var, Code> variables, FunctionEnv environment) {
        super(Type.NODE, List.copyOf(variables.values()));
        this.expression = expression;
        this.variables = variables.keySet().toArray(Var[]::new);
        this.values = variables.values().toArray(Code[]::new);
        this.environment = environment;
    }

    private @Nullable NodeValue value(Row row) {
        BindingBuilder binding = Binding.builder();
        for (int at = 0; at < variables.length; at++) {
            Node term = values[at].node(row);
            if (term != null) {
                binding.add(variables[at], term);
            }
        }
        try {
            return value(binding.build());
        } catch (RuntimeException failure) {
            // Some of ARQ's functions fail on odd texts, a language tag with a blank for one, where they should give no
            // value.
            row.reports().add(columns(), cells(row), "ARQ failed: " + failure.getMessage(), "failed-expression");
            return null;
        }
    }

    private String cells(Row row) {
        return Stream.of(values).map(code -> String.valueOf(code.text(row))).collect(Collectors.joining(", "));
    }

    /** The value of an expression that names no variables. */
    @Nullable NodeValue constant() {
        return value(BindingFactory.empty());
    }

    private @Nullable NodeValue value(Binding binding) {
        try {
            NodeValue value = expression.eval(binding, environment);
            value.asNode(); // some values are put together only here, and fail only here
            return value;
        } catch (ExprException noValue) {
            return null;
        }
    }

    @Override
    @Nullable Node node(Row row) {
        NodeValue value = value(row);
        return value == null ? null : value.asNode();
    }

    @Override
    @Nullable String text(Row row) {
        Node term = node(row);
        return term == null ? null : str(term);
    }

    @Override
    boolean write(Row row, Bytes out) {
        return Nodes.write(node(row), this, row, out);
    }

    @Override
    int truth(Row row) {
        NodeValue value = value(row);
        return value == null ? NO_VALUE : truth(value);
    }
}
