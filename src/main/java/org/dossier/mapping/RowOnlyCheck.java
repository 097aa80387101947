package org.dossier.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dossier.problem.Problems;

/**
 * Finds what a mapping cannot do because it sees one row and no graph: anything in WHERE but BIND, FILTER, VALUES and
 * groups of them. It reads tokens rather than ARQ's tree, which does not know where things stand.
 */
final class RowOnlyCheck {

    private static final String NO_GRAPH = "a mapping sees one row and no graph";
    private static final String SAME_RESULT = "the same row must give the same triples in every run";
    private static final String NO_BLANKS = "things in a dossier have names: mint one with fn:id";

    private static final String ONE_ROW = "a mapping sees one row: sum in a query";
    private static final String NOT_STANDARD = "it is no part of SPARQL 1.1";

    /** Words for which ARQ has another explanation, or none, since they make no query of SPARQL 1.1. */
    private static final Map<String, String> MAKE_NO_QUERY = Map.of(
            "GROUP", ONE_ROW,
            "HAVING", ONE_ROW,
            "COUNT", ONE_ROW,
            "SUM", ONE_ROW,
            "AVG", ONE_ROW,
            "MIN", ONE_ROW,
            "MAX", ONE_ROW,
            "GROUP_CONCAT", ONE_ROW,
            "LATERAL", NOT_STANDARD,
            "UNFOLD", NOT_STANDARD);

    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("OPTIONAL", "an empty cell is no value already; a missing value leaves out only its own triples"),
            Map.entry("UNION", "write two CONSTRUCTs"),
            Map.entry("MINUS", "leave rows out by FILTER"),
            Map.entry("GRAPH", NO_GRAPH),
            Map.entry("SERVICE", NO_GRAPH),
            Map.entry("EXISTS", NO_GRAPH),
            Map.entry("SELECT", NO_GRAPH),
            Map.entry("FROM", NO_GRAPH),
            Map.entry("ORDER", "rows are mapped in the order of the file"),
            Map.entry("LIMIT", "all rows are mapped; leave some out by FILTER"),
            Map.entry("OFFSET", "all rows are mapped; leave some out by FILTER"),
            Map.entry("GROUP", ONE_ROW),
            Map.entry("HAVING", ONE_ROW),
            Map.entry("RAND", SAME_RESULT),
            Map.entry("NOW", SAME_RESULT),
            Map.entry("UUID", SAME_RESULT),
            Map.entry("STRUUID", SAME_RESULT),
            Map.entry("BNODE", NO_BLANKS));

    private final List<Token> tokens;
    private final Problems problems;
    private boolean isPassed = true;

    /** @param tokens of a CONSTRUCT that ARQ could parse */
    RowOnlyCheck(List<Token> tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /**
     * Tells a word that keeps ARQ from parsing the query at all.
     *
     * @return whether there is one
     */
    static boolean tellsWhyNoQuery(List<Token> tokens, Problems problems) {
        Optional<Token> first = tokens.stream()
                .filter(token -> token.kind() == Token.Kind.WORD && MAKE_NO_QUERY.containsKey(upper(token)))
                .findFirst();
        first.ifPresent(token -> problems.error(
                token.place(),
                "not-in-a-mapping",
                "a mapping cannot use " + upper(token),
                String.valueOf(MAKE_NO_QUERY.get(upper(token)))));
        return first.isPresent();
    }

    boolean isPassed() {
        int form = indexOf("CONSTRUCT");
        if (form == tokens.size()) {
            refuse(tokens.get(0), "put a space behind CONSTRUCT");
            return isPassed;
        }
        int at = form + 1;
        if (!token(at).isSign("{")) {
            refuse(token(at), "write the triples wanted in braces behind CONSTRUCT");
            return isPassed;
        }
        at = template(at + 1);
        at += token(at).isWord("WHERE") ? 1 : 0;
        if (!token(at).isSign("{")) {
            refuse(token(at), NO_GRAPH);
            return isPassed;
        }
        at = group(at + 1);
        at = at < tokens.size() && token(at).isWord("VALUES") ? endOfBraces(at) : at;
        if (at < tokens.size()) {
            refuse(token(at), NO_GRAPH);
        }
        return isPassed;
    }

    /** Behind the last token when there is none: ARQ also reads words that stand together without a space. */
    private int indexOf(String word) {
        int at = 0;
        while (at < tokens.size() && !token(at).isWord(word)) {
            at++;
        }
        return at;
    }

    private Token token(int at) {
        return tokens.get(at);
    }

    private int template(int start) {
        int at = start;
        while (!token(at).isSign("}")) {
            Token token = token(at++);
            if (token.kind() == Token.Kind.BLANK || token.isSign("[") || token.isSign("(")) {
                refuse(token, NO_BLANKS);
            }
        }
        return at + 1;
    }

    /** @return the place behind the group's closing brace */
    private int group(int start) {
        int at = start;
        while (!token(at).isSign("}")) {
            Token token = token(at);
            if (token.isSign("{")) {
                at = group(at + 1);
            } else if (token.isSign(".")) {
                at++;
            } else if (token.isWord("BIND")) {
                at = expression(at + 1);
            } else if (token.isWord("FILTER")) {
                at = constraint(at + 1);
            } else if (token.isWord("VALUES")) {
                at = endOfBraces(at);
            } else {
                refuse(token, NO_GRAPH);
                return endOfGroup(at);
            }
        }
        return at + 1;
    }

    /** FILTER's condition: in parentheses, or a call. */
    private int constraint(int start) {
        if (token(start).isSign("(")) {
            return expression(start);
        }
        if (token(start).isWord("EXISTS") || token(start).isWord("NOT")) {
            refuse(token(start), NO_GRAPH);
            return endOfBraces(start);
        }
        refuseWord(token(start));
        return expression(start + 1);
    }

    /** Whatever stands in a pair of parentheses. */
    private int expression(int start) {
        int depth = 0;
        int at = start;
        do {
            Token token = token(at++);
            depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
            refuseWord(token);
        } while (depth > 0);
        return at;
    }

    private void refuseWord(Token token) {
        if (token.kind() == Token.Kind.WORD && REFUSED.containsKey(upper(token))) {
            refuse(token, NO_GRAPH);
        }
    }

    private int endOfBraces(int start) {
        int at = start;
        while (!token(at).isSign("{")) {
            at++;
        }
        return endOfGroup(at + 1);
    }

    /** The place behind the brace that closes the group which this place is in. */
    private int endOfGroup(int start) {
        int depth = 1;
        int at = start;
        while (depth > 0) {
            Token token = token(at++);
            depth += token.isSign("{") ? 1 : token.isSign("}") ? -1 : 0;
        }
        return at;
    }

    private static String upper(Token token) {
        return token.text().toUpperCase(Locale.ROOT);
    }

    private void refuse(Token token, String otherReason) {
        isPassed = false;
        String reason = token.kind() == Token.Kind.WORD ? REFUSED.get(upper(token)) : null;
        problems.error(
                token.place(),
                "not-in-a-mapping",
                reason != null
                        ? "a mapping cannot use " + upper(token)
                        : "a mapping cannot use '" + token.text()
                                + "' here: WHERE holds BIND, FILTER, VALUES and groups of them",
                reason != null ? reason : otherReason);
    }
}
