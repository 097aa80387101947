package org.dossier.query.limited;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/** The regular expression of one place in a query: compiled when it changes, and stopped when the query is. */
final class StoppablePattern {

    private final String function;
    private final StopSignal signal;
    private @Nullable Pattern compiled;
    private String source = "";
    private String flags = "";

    /** @param function that it belongs to, for Jena's messages */
    StoppablePattern(String function, StopSignal signal) {
        this.function = function;
        this.signal = signal;
    }

    /** @throws ExprEvalException when the arguments are no texts or the pattern is none; the row has no value then */
    Matcher matcher(String text, NodeValue pattern, @Nullable NodeValue flags) {
        return compiled(text(pattern), flags == null ? "" : text(flags)).matcher(new StoppableText(text, signal));
    }

    /** @throws ExprEvalException when it is no text */
    String text(NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }

    private Pattern compiled(String wanted, String wantedFlags) {
        if (compiled == null || !wanted.equals(source) || !wantedFlags.equals(flags)) {
            compiled = RegexEngine.makePattern(function, wanted, wantedFlags);
            source = wanted;
            flags = wantedFlags;
        }
        return compiled;
    }
}
