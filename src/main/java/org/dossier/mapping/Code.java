package org.dossier.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.jspecify.annotations.Nullable;

/**
 * One expression of a mapping, compiled: gives a term for each row, or no value, as SPARQL does when something is
 * unbound or an error. Codes keep what they worked out last, so one thread alone may use them.
 */
abstract class Code {

    /** The three truth values of SPARQL. */
    static final int FALSE = 0;

    static final int TRUE = 1;
    static final int NO_VALUE = -1;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private final Type type;
    private final List<Code> parts;
    private final boolean varies;
    private final byte[] ending;

    /** @param parts the codes that this one asks */
    Code(Type type, List<Code> parts) {
        this(type, parts, parts.stream().anyMatch(Code::varies));
    }

    /** @param varies whether solutions of one row may have different values of it */
    Code(Type type, List<Code> parts, boolean varies) {
        this.type = type;
        this.parts = List.copyOf(parts);
        this.varies = varies;
        this.ending = type.ending();
    }

    /** The term as STR() gives it: the text of a literal, the IRI; nothing when there is no value. */
    abstract @Nullable String text(Row row);

    /** The term; nothing when there is no value. */
    @Nullable Node node(Row row) {
        String text = text(row);
        return text == null ? null : type.node(text);
    }

    boolean isBound(Row row) {
        return text(row) != null;
    }

    /**
     * Writes the term as N-Triples.
     *
     * @return whether there was one; otherwise nothing is written
     */
    boolean write(Row row, Bytes out) {
        String text = text(row);
        return text != null && write(text, row, out);
    }

    final boolean write(String text, Row row, Bytes out) {
        if (type.isIri()) {
            return writeIri(text, row, out);
        }
        out.put('"');
        out.text(text);
        out.put(ending);
        return true;
    }

    final boolean writeIri(String iri, Row row, Bytes out) {
        int start = out.length();
        out.put('<');
        if (out.iri(iri)) {
            out.put('>');
            return true;
        }
        out.setLength(start);
        reportIri(iri, row);
        return false;
    }

    /** Whether a term may stand in a triple; an IRI or a language that no syntax allows is reported. */
    final boolean isWritable(Node term, Row row) {
        if (term.isURI() && !Bytes.isIri(term.getURI())) {
            reportIri(term.getURI(), row);
            return false;
        }
        if (term.isLiteral() && !isLanguage(term.getLiteralLanguage())) {
            String language = term.getLiteralLanguage();
            row.reports().add(columns(), language, "this is no code of a language, such as en or en-GB", "bad-term");
            return false;
        }
        return true;
    }

    static boolean isLanguage(String tag) {
        return tag.isEmpty() || LANGUAGE.matcher(tag).matches();
    }

    private void reportIri(String iri, Row row) {
        row.reports()
                .add(columns(), iri, "this is no IRI: blanks, quotes and brackets cannot stand in one", "bad-term");
    }

    /** The effective boolean value: {@link #TRUE}, {@link #FALSE} or {@link #NO_VALUE}. */
    int truth(Row row) {
        if (type.isText()) {
            String text = text(row);
            return text == null ? NO_VALUE : of(!text.isEmpty());
        }
        if (type.equals(Type.BOOLEAN)) {
            String text = text(row);
            return text == null ? NO_VALUE : truthOfBoolean(text);
        }
        Node term = node(row);
        return term == null ? NO_VALUE : truth(NodeValue.makeNode(term));
    }

    private static int truthOfBoolean(String text) {
        return switch (text) {
            case "true" -> TRUE;
            case "false" -> FALSE;
            default -> truth(NodeValue.makeNode(Type.BOOLEAN.node(text)));
        };
    }

    static int truth(NodeValue value) {
        try {
            return of(XSDFuncOp.effectiveBooleanValue(value));
        } catch (ExprException noTruthValue) {
            return NO_VALUE;
        }
    }

    static int of(boolean isTrue) {
        return isTrue ? TRUE : FALSE;
    }

    static String str(Node term) {
        return NodeFunctions.str(term);
    }

    final Type type() {
        return type;
    }

    final List<Code> parts() {
        return parts;
    }

    /** Whether solutions of one row may have different values of it. */
    final boolean varies() {
        return varies;
    }

    /** Adds the numbers of the columns that the value comes from. */
    void addColumnNumbers(Set<Integer> numbers) {
        parts.forEach(part -> part.addColumnNumbers(numbers));
    }

    /** Names of the columns that the value comes from. */
    List<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> names.addAll(part.columns()));
        return List.copyOf(names);
    }
}
