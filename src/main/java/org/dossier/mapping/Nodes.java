package org.dossier.mapping;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Writes terms of which nothing is known beforehand. */
final class Nodes {

    private Nodes() {}

    static byte[] bytes(Node term) {
        Bytes out = new Bytes();
        write(term, out);
        return out.toArray();
    }

    /** @return whether there was a term that may stand in a triple */
    static boolean write(@Nullable Node term, Code code, Row row, Bytes out) {
        if (term == null || !code.isWritable(term, row)) {
            return false;
        }
        write(term, out);
        return true;
    }

    private static void write(Node term, Bytes out) {
        if (term.isURI()) {
            out.put('<');
            out.iri(term.getURI());
            out.put('>');
        } else {
            out.put('"');
            out.text(term.getLiteralLexicalForm());
            out.put(Type.of(term).ending());
        }
    }
}
