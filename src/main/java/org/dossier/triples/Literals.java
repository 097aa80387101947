package org.dossier.triples;

import java.math.BigDecimal;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dossier.claim.PartialDate;

/** Values as RDF literals, each in its one canonical form. */
public final class Literals {

    private Literals() {}

    /** No zeros at the end but the one behind the point: TDB2 would take {@code 12.50} and {@code 12.5} for two terms. */
    public static Node decimal(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        BigDecimal canonical = shortest.scale() < 1 ? shortest.setScale(1) : shortest;
        return NodeFactory.createLiteralDT(canonical.toPlainString(), XSDDatatype.XSDdecimal);
    }

    /** As precise as it is known: {@code xsd:gYear}, {@code xsd:gYearMonth} or {@code xsd:date}. */
    public static Node date(PartialDate date) {
        return NodeFactory.createLiteralDT(date.text(), precision(date));
    }

    private static XSDDatatype precision(PartialDate date) {
        if (date.isDay()) {
            return XSDDatatype.XSDdate;
        }
        return date.isMonth() ? XSDDatatype.XSDgYearMonth : XSDDatatype.XSDgYear;
    }

    public static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    public static Node whole(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }

    public static Node flag(boolean isTrue) {
        return NodeFactory.createLiteralDT(Boolean.toString(isTrue), XSDDatatype.XSDboolean);
    }

    public static Node address(String uri) {
        return NodeFactory.createLiteralDT(uri, XSDDatatype.XSDanyURI);
    }
}
