package org.dossier.triples;

import org.apache.jena.atlas.lib.EscapeStr;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.jspecify.annotations.Nullable;

/** Terms as N-Triples spells them. */
final class Spelling {

    private static final String BLANK = "_:";
    private static final String TYPE = "^^<";

    private Spelling() {}

    /** The term that a text is, or nothing when it is none or not spelled the usual way. */
    static @Nullable Node term(String text) {
        if (text.startsWith("<")) {
            return isIri(text, 0) ? NodeFactory.createURI(text.substring(1, text.length() - 1)) : null;
        }
        if (text.startsWith("\"")) {
            return literal(text);
        }
        return text.startsWith(BLANK) && isWord(text, BLANK.length())
                ? NodeFactory.createBlankNode(NodeFmtLib.decodeBNodeLabel(text.substring(BLANK.length())))
                : null;
    }

    /** Whether an IRI without escapes is all that stands from there on. */
    private static boolean isIri(String text, int from) {
        int last = text.length() - 1;
        for (int at = from + 1; at < last; at++) {
            char letter = text.charAt(at);
            if (letter <= ' ' || letter == '>' || letter == '<' || letter == '\\') {
                return false;
            }
        }
        return last > from + 1 && text.charAt(last) == '>';
    }

    private static boolean isWord(String text, int from) {
        return text.length() > from
                && text.chars().skip(from).allMatch(letter -> Character.isLetterOrDigit(letter) || letter == '-');
    }

    private static @Nullable Node literal(String text) {
        int end = endOfLiteral(text);
        if (end < 0) {
            return null;
        }
        String written = text.substring(1, end);
        String value = written.indexOf('\\') < 0 ? written : EscapeStr.unescapeStr(written);
        String behind = text.substring(end + 1);
        if (behind.isEmpty()) {
            return NodeFactory.createLiteralString(value);
        }
        if (behind.startsWith(TYPE) && isIri(behind, TYPE.length() - 1)) {
            RDFDatatype type = NodeFactory.getType(behind.substring(TYPE.length(), behind.length() - 1));
            return NodeFactory.createLiteralDT(value, type);
        }
        return behind.startsWith("@") && !behind.contains("--") && isWord(behind, 1)
                ? NodeFactory.createLiteralLang(value, behind.substring(1))
                : null;
    }

    /** Where the quotation mark is that closes it. */
    private static int endOfLiteral(String text) {
        for (int at = 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '"') {
                return at;
            }
        }
        return -1;
    }
}
