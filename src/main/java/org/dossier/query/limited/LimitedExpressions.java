package org.dossier.query.limited;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.XSD;

/** Replaces the expressions of a query that could run or grow without end by ones that cannot. */
final class LimitedExpressions extends ExprTransformCopy {

    private static final String XPATH = "http://www.w3.org/2005/xpath-functions#";
    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";

    /** Their second argument says how many digits the result has. */
    private static final Set<String> SCALING = Set.of(MATH + "pow", XPATH + "round", XPATH + "round-half-to-even");

    private final Limitation limitation;

    LimitedExpressions(Limitation limitation) {
        this.limitation = limitation;
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        Expr copy = super.transform(function, argument);
        return function instanceof E_StrEncodeForURI
                        || function instanceof E_StrUpperCase
                        || function instanceof E_StrLowerCase
                ? boundedText(copy)
                : copy;
    }

    private Expr boundedText(Expr expression) {
        return new Checked(expression, value -> Checks.textLength(Checks.length(value), limitation));
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr first, Expr second) {
        if (function instanceof E_Add
                || function instanceof E_Subtract
                || function instanceof E_Multiply
                || function instanceof E_Divide) {
            return boundedNumber(super.transform(function, boundedDuration(first), boundedDuration(second)));
        }
        if (function instanceof E_StrDatatype) {
            return new LimitedDatatype(first, second, limitation);
        }
        return super.transform(function, first, second);
    }

    private Expr boundedNumber(Expr expression) {
        return new Checked(expression, value -> Checks.digits(value, limitation));
    }

    private Expr boundedDuration(Expr expression) {
        return new Checked(expression, value -> Checks.duration(value, limitation));
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        if (function instanceof E_Regex) {
            return new StoppableRegex(arguments, limitation);
        }
        if (function instanceof E_StrReplace) {
            return new StoppableReplace(arguments, limitation);
        }
        if (function instanceof E_StrConcat) {
            return new LimitedConcat(arguments, limitation);
        }
        return function instanceof E_Function call ? called(call, arguments) : super.transform(function, arguments);
    }

    private Expr called(E_Function call, ExprList arguments) {
        String iri = call.getFunctionIRI();
        if (iri.equals(XPATH + "matches")) {
            return new StoppableRegex(arguments, limitation);
        }
        if (iri.equals(XPATH + "replace")) {
            return new StoppableReplace(arguments, limitation);
        }
        if (iri.equals(XPATH + "concat")) {
            return new LimitedConcat(arguments, limitation);
        }
        return boundedText(call.copy(checked(iri, arguments)));
    }

    private ExprList checked(String iri, ExprList arguments) {
        List<Expr> checked = new ArrayList<>(arguments.getList());
        if (iri.startsWith(XSD.NS) && checked.size() == 1) {
            checked.set(0, new Checked(checked.get(0), this::checkNumeral));
        } else if (SCALING.contains(iri) && checked.size() == 2) {
            checked.set(1, new Checked(checked.get(1), value -> Checks.magnitude(value, limitation)));
        }
        return new ExprList(checked);
    }

    private void checkNumeral(NodeValue value) {
        Checks.numeral(value, limitation);
    }
}
