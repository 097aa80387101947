package org.dossier.mapping;

import java.nio.charset.StandardCharsets;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * What is known of the terms of an expression before any row is read.
 *
 * @param form which of the kinds below
 * @param tag the datatype of {@link Form#TYPED}, the language of {@link Form#LANG}; else empty
 */
record Type(Form form, String tag) {

    /** Kinds of terms. For all but the last two, a text and the tag are the whole term. */
    enum Form {
        /** A literal of xsd:string. */
        TEXT,
        IRI,
        /** A literal of one datatype. */
        TYPED,
        /** A literal in one language. */
        LANG,
        /** Terms of several kinds. */
        NODE,
        /** Never a value. */
        NOTHING
    }

    static final Type TEXT = new Type(Form.TEXT, "");
    static final Type IRI = new Type(Form.IRI, "");
    static final Type NODE = new Type(Form.NODE, "");
    static final Type NOTHING = new Type(Form.NOTHING, "");
    static final Type BOOLEAN = typed(XSD.xboolean.getURI());
    static final Type DECIMAL = typed(XSD.decimal.getURI());
    static final Type INTEGER = typed(XSD.integer.getURI());

    static Type typed(String datatype) {
        if (datatype.equals(XSD.xstring.getURI())) {
            return TEXT;
        }
        return datatype.startsWith(RDF.getURI()) ? NODE : new Type(Form.TYPED, datatype);
    }

    static Type of(Node term) {
        if (term.isURI()) {
            return IRI;
        }
        if (!term.isLiteral()) {
            return NODE;
        }
        return term.getLiteralLanguage().isEmpty()
                ? typed(term.getLiteralDatatypeURI())
                : new Type(Form.LANG, term.getLiteralLanguage());
    }

    /** The type of an expression that is of this type in one row and of the other in another. */
    Type or(Type other) {
        if (form == Form.NOTHING || equals(other)) {
            return other;
        }
        return other.form == Form.NOTHING ? this : NODE;
    }

    boolean isText() {
        return form == Form.TEXT;
    }

    boolean isIri() {
        return form == Form.IRI;
    }

    boolean isLiteral() {
        return form == Form.TEXT || form == Form.TYPED || form == Form.LANG;
    }

    /** The term of this type with this text. */
    Node node(String text) {
        return switch (form) {
            case TEXT -> NodeFactory.createLiteralDT(text, XSDDatatype.XSDstring);
            case IRI -> NodeFactory.createURI(text);
            case TYPED ->
                NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(tag));
            case LANG -> NodeFactory.createLiteralLang(text, tag);
            case NODE, NOTHING -> throw new IllegalStateException("a text alone is no term here: " + text);
        };
    }

    /** What stands behind the text of a literal in N-Triples. */
    byte[] ending() {
        String ending =
                switch (form) {
                    case TYPED -> "\"^^<" + tag + ">";
                    case LANG -> "\"@" + tag;
                    default -> "\"";
                };
        return ending.getBytes(StandardCharsets.UTF_8);
    }
}
