package org.dossier.query.limited;

import java.util.function.Consumer;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** An expression whose value is looked at before anybody uses it. */
final class Checked extends ExprFunction1 {

    private final Consumer<NodeValue> check;

    Checked(Expr expression, Consumer<NodeValue> check) {
        super(expression, "checked");
        this.check = check;
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
