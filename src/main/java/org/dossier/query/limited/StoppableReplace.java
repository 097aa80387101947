package org.dossier.query.limited;

import java.util.List;
import java.util.regex.Matcher;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.sse.Tags;

/** REPLACE that ends when its query does, and whose text does not grow without end. */
final class StoppableReplace extends ExprFunctionN {

    private final Limitation limitation;
    private final StoppablePattern pattern;

    StoppableReplace(ExprList arguments, Limitation limitation) {
        super(Tags.tagReplace, arguments);
        this.limitation = limitation;
        this.pattern = new StoppablePattern("REPLACE", limitation.signal());
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        String text = pattern.text(values.get(0));
        String replacement = pattern.text(values.get(2));
        NodeValue flags = values.size() == 3 ? null : values.get(3);
        String replaced = replaced(text, pattern.matcher(text, values.get(1), flags), replacement);
        return replaced.equals(text) ? values.get(0) : like(values.get(0).asNode(), replaced);
    }

    /** As Jena does it: an empty match counts only where it is the first. */
    private String replaced(String text, Matcher matcher, String replacement) {
        StringBuilder replaced = new StringBuilder();
        boolean isFirst = true;
        try {
            while (matcher.find()) {
                if (isFirst || matcher.start() < matcher.end()) {
                    checkGrowth(replaced, text, matcher, replacement);
                    matcher.appendReplacement(replaced, replacement);
                }
                isFirst = false;
            }
        } catch (IndexOutOfBoundsException noSuchGroup) {
            throw new ExprEvalException("REPLACE: no such group", noSuchGroup);
        } catch (IllegalArgumentException badReplacement) {
            throw new ExprEvalException("REPLACE: a '$' without a number, or a '\\' at the end", badReplacement);
        }
        return matcher.appendTail(replaced).toString();
    }

    /** A replacement can repeat what was found, once for each dollar sign. */
    private void checkGrowth(StringBuilder replaced, String text, Matcher matcher, String replacement) {
        long repeats = replacement.chars().filter(sign -> sign == '$').count();
        long length = replaced.length() + replacement.length() + repeats * (matcher.end() - matcher.start());
        Checks.textLength(length + text.length() - matcher.end(), limitation);
    }

    private static NodeValue like(Node original, String text) {
        return NodeValue.makeNode(
                NodeFactory.createLiteral(text, original.getLiteralLanguage(), original.getLiteralDatatype()));
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new StoppableReplace(arguments, limitation);
    }
}
