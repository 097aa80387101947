package org.dossier.query.limited;

import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/** An expression whose value is looked at before anybody uses it. */
final class Checked extends ExprFunction1 {

    private final Consumer<NodeValue> check;

    Checked(Expr expression, Consumer<NodeValue> check) {
        super(expression, "checked");
        this.check = check;
    }

    /** Some of Jena's functions read a value before they ask whether it is a literal; of others they have none either. */
    @Override
    public NodeValue evalSpecial(Binding row, FunctionEnv environment) {
        try {
            return eval(getArg().eval(row, environment));
        } catch (Node.NotLiteral unfit) {
            throw new ExprEvalException("no literal", unfit);
        }
    }

    @Override
    public NodeValue eval(NodeValue value) {
        check.accept(value);
        return value;
    }

    @Override
    public Expr copy(Expr expression) {
        return new Checked(expression, check);
    }
}
