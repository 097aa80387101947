package org.dossier.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.jspecify.annotations.Nullable;

/**
 * Codes of SPARQL's functions on strings. Each does the usual value itself and leaves any other to the function that ARQ
 * would have called, so that the term is always the same as ARQ's.
 */
final class Strings {

    private Strings() {}

    /** STR of something that is no string yet, STRDT and STRLANG: the same text as another type of term. */
    static final class Retyped extends Code {
        private final Code argument;

        Retyped(Code argument, Type type) {
            super(type, List.of(argument));
            this.argument = argument;
        }

        @Override
        @Nullable String text(Row row) {
            return argument.text(row);
        }
    }

    static final class Concat extends Code {
        private final Code[] arguments;

        Concat(List<Code> arguments) {
            super(Type.TEXT, arguments);
            this.arguments = arguments.toArray(Code[]::new);
        }

        @Override
        @Nullable String text(Row row) {
            StringBuilder joined = new StringBuilder();
            for (Code argument : arguments) {
                String text = argument.text(row);
                if (text == null) {
                    return null;
                }
                joined.append(text);
            }
            return joined.toString();
        }
    }

    /** A function of one string to another, such as UCASE; always has a value where its argument has. */
    static final class Changed extends Code {
        private final Code argument;
        private final UnaryOperator<String> change;

        Changed(Code argument, Type type, UnaryOperator<String> change) {
            super(type, List.of(argument));
            this.argument = argument;
            this.change = change;
        }

        @Override
        @Nullable String text(Row row) {
            String text = argument.text(row);
            return text == null ? null : change.apply(text);
        }
    }

    /** IRI(string). Absolute addresses without odd characters are taken as they are. */
    static final class Iri extends Code {
        private static final boolean[] PLAIN = plain();

        private final Code argument;
        private final @Nullable String base;

        Iri(Code argument, @Nullable String base) {
            super(Type.IRI, List.of(argument));
            this.argument = argument;
            this.base = base;
        }

        private static boolean[] plain() {
            boolean[] plain = new boolean[0x80];
            for (char letter = '0'; letter <= 'z'; letter++) {
                plain[letter] = Character.isLetterOrDigit(letter);
            }
            for (char letter : "-._~/?=&,;+".toCharArray()) {
                plain[letter] = true;
            }
            return plain;
        }

        @Override
        @Nullable String text(Row row) {
            String text = argument.text(row);
            return text == null || isPlain(text) ? text : byArq(text);
        }

        private static boolean isPlain(String text) {
            int at = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : text.length();
            if (at == text.length() || !Character.isLetterOrDigit(text.charAt(at))) {
                return false;
            }
            while (at < text.length() && text.charAt(at) < 0x80 && PLAIN[text.charAt(at)]) {
                at++;
            }
            return at == text.length();
        }

        private @Nullable String byArq(String text) {
            try {
                return NodeFunctions.iri(NodeValue.makeString(text), base)
                        .asNode()
                        .getURI();
            } catch (ExprException noIri) {
                return null;
            }
        }
    }

    /** SUBSTR with fixed numbers. */
    static final class Substring extends Code {
        private final Code argument;
        private final NodeValue start;
        private final @Nullable NodeValue length;

        Substring(Code argument, NodeValue start, @Nullable NodeValue length) {
            super(Type.TEXT, List.of(argument));
            this.argument = argument;
            this.start = start;
            this.length = length;
        }

        @Override
        @Nullable String text(Row row) {
            String text = argument.text(row);
            if (text == null) {
                return null;
            }
            return XSDFuncOp.substring(NodeValue.makeString(text), start, length)
                    .asNode()
                    .getLiteralLexicalForm();
        }
    }

    /** STRBEFORE and STRAFTER. */
    static final class Cut extends Code {
        private final Code argument;
        private final Code mark;
        private final boolean isBefore;

        Cut(Code argument, Code mark, boolean isBefore) {
            super(Type.TEXT, List.of(argument, mark));
            this.argument = argument;
            this.mark = mark;
            this.isBefore = isBefore;
        }

        @Override
        @Nullable String text(Row row) {
            String text = argument.text(row);
            String sought = mark.text(row);
            if (text == null || sought == null) {
                return null;
            }
            int at = text.indexOf(sought);
            if (at < 0) {
                return "";
            }
            return isBefore ? text.substring(0, at) : text.substring(at + sought.length());
        }
    }

    /** REPLACE with a fixed pattern. */
    static final class Replace extends Code {
        private final Code argument;
        private final Pattern pattern;
        private final Code replacement;

        Replace(Code argument, Pattern pattern, Code replacement) {
            super(Type.TEXT, List.of(argument, replacement));
            this.argument = argument;
            this.pattern = pattern;
            this.replacement = replacement;
        }

        @Override
        @Nullable String text(Row row) {
            String text = argument.text(row);
            String by = replacement.text(row);
            if (text == null || by == null) {
                return null;
            }
            return pattern.matcher(text).find() ? byArq(text, by, row) : text;
        }

        private @Nullable String byArq(String text, String by, Row row) {
            try {
                return XSDFuncOp.strReplace(NodeValue.makeString(text), pattern, NodeValue.makeString(by))
                        .asNode()
                        .getLiteralLexicalForm();
            } catch (ExprException noValue) {
                return null;
            } catch (IllegalArgumentException | IndexOutOfBoundsException badReplacement) {
                String reason = "the replacement cannot be used: " + badReplacement.getMessage();
                row.reports().add(replacement.columns(), by, reason, "failed-expression");
                return null;
            }
        }
    }

    /** The functions that hash: MD5, SHA1, SHA256 … */
    static String digest(String algorithm, String text) {
        try {
            byte[] bytes = Objects.requireNonNull(text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java has " + algorithm, missing);
        }
    }
}
