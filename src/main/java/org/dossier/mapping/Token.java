package org.dossier.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.problem.Place;

/**
 * A word, name, literal or sign of a SPARQL text.
 *
 * @param text as it is typed
 * @param start offset of its first character
 */
record Token(Kind kind, String text, int start, Place place) {

    /** What a token is; in the order in which they are tried. */
    enum Kind {
        COMMENT("#[^\\r\\n]*"),
        IRI("<[^<>\"{}|^`\\\\\\x00-\\x20]*>"),
        TEXT("\"\"\"(?:\"{0,2}(?:[^\"\\\\]|\\\\.))*+\"\"\"|'''(?:'{0,2}(?:[^'\\\\]|\\\\.))*+'''"
                + "|\"(?:[^\"\\\\\\r\\n]|\\\\.)*+\"|'(?:[^'\\\\\\r\\n]|\\\\.)*+'"),
        VARIABLE("[?$][\\p{L}\\p{N}_\\u00B7\\u0300-\\u036F\\u203F-\\u2040]+"),
        BLANK("_:[\\p{L}\\p{N}_.-]+"),
        NAME(
                "(?:\\p{L}[\\p{L}\\p{N}_.-]*)?:(?:(?:[\\p{L}\\p{N}_:]|%[0-9A-Fa-f]{2}|\\\\[^\\s])"
                        + "(?:(?:[\\p{L}\\p{N}_:.-]|%[0-9A-Fa-f]{2}|\\\\[^\\s])*(?:[\\p{L}\\p{N}_:-]|%[0-9A-Fa-f]{2}|\\\\[^\\s]))?)?"),
        TAG("@[A-Za-z]+(?:-[A-Za-z0-9]+)*"),
        NUMBER("[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?"),
        WORD("[A-Za-z][A-Za-z0-9_]*"),
        SIGN("\\^\\^|&&|\\|\\||!=|<=|>=|\\S");

        private final String expression;

        Kind(String expression) {
            this.expression = expression;
        }
    }

    private static final Pattern ANY = any();

    private static Pattern any() {
        List<String> groups = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            groups.add("(?<" + kind.name() + ">" + kind.expression + ")");
        }
        return Pattern.compile(String.join("|", groups), Pattern.DOTALL);
    }

    /** All tokens of a text but its comments. */
    static List<Token> in(String file, String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = ANY.matcher(text);
        int line = 1;
        int lineStart = 0;
        int at = 0;
        while (matcher.find()) {
            for (; at < matcher.start(); at++) {
                if (text.charAt(at) == '\n') {
                    line++;
                    lineStart = at + 1;
                }
            }
            Kind kind = kind(matcher);
            if (kind != Kind.COMMENT) {
                int column = text.codePointCount(lineStart, matcher.start()) + 1;
                tokens.add(new Token(kind, matcher.group(), matcher.start(), new Place(file, line, column)));
            }
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        for (Kind kind : Kind.values()) {
            if (matcher.start(kind.name()) >= 0) {
                return kind;
            }
        }
        throw new AssertionError(matcher.group());
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether this is a keyword of SPARQL, in whatever case. */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Whether it may name a function by its IRI. */
    boolean isName() {
        return kind == Kind.IRI || kind == Kind.NAME;
    }
}
