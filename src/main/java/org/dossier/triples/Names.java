package org.dossier.triples;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The namespaces that every dossier shares, and the terms that the program itself speaks of. */
public final class Names {

    public static final String TERMS = "https://w3id.org/dossier/ns#";
    public static final String KINDS = "https://w3id.org/dossier/kind/";
    public static final String GRAPHS = "https://w3id.org/dossier/graph/";
    public static final String SHAPES = "https://w3id.org/dossier/shape/";
    public static final String FUNCTIONS = "https://w3id.org/dossier/fn/";

    public static final Node CLAIM = term("Claim");
    public static final Node EVIDENCE = term("Evidence");
    public static final Node SOURCE = term("Source");
    public static final Node LOAD_UNIT = term("LoadUnit");
    public static final Node HAS_EVIDENCE = term("hasEvidence");
    public static final Node HAS_COUNTER_EVIDENCE = term("hasCounterEvidence");
    public static final Node HAS_STANDING = term("hasStanding");
    public static final Node IS_QUOTED_FROM = term("isQuotedFrom");
    public static final Node LOCATOR = term("locator");
    public static final Node QUOTE = term("quote");
    public static final Node QUOTE_GRADE = term("quoteGrade");
    public static final Node RELIES_ON = term("reliesOn");
    public static final Node IS_ASSERTED_BY = term("isAssertedBy");
    public static final Node HEDGE = term("hedge");
    public static final Node SHA256 = term("sha256");
    public static final Node VALUE = term("value");
    public static final Node HAS_UNIT = term("hasUnit");
    public static final Node HAS_PRECISION = term("hasPrecision");
    public static final Node NEEDS_CLAIM = term("needsClaim");
    public static final Node IS_COMPUTED = term("isComputed");
    public static final Node APPLIES_TO = term("appliesTo");
    public static final Node TAKES_KINDS_FROM = term("takesKindsFrom");
    public static final Node HAS_VALUE_FORM = term("hasValueForm");
    public static final Node JUDGES_SINGLE_TRIPLES = term("judgesSingleTriples");
    public static final Node IS_COUNTED_IN = term("isCountedIn");

    private Names() {}

    /** The IRI of a term of the ontology, such as {@code uses}. */
    public static Node term(String localName) {
        return NodeFactory.createURI(TERMS + localName);
    }

    /** The IRI of a concept that the program itself speaks of. */
    public static Node kind(String localName) {
        return NodeFactory.createURI(KINDS + localName);
    }

    /** What stands behind the last {@code #} or {@code /} of an IRI. */
    public static String localName(Node iri) {
        String text = iri.getURI();
        return text.substring(Math.max(text.lastIndexOf('#'), text.lastIndexOf('/')) + 1);
    }

    /**
     * The prefixes of a dossier, in the order in which they are shown.
     *
     * @param base IRI that its ids are put behind
     */
    public static Map<String, String> prefixes(String base) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("dossier", TERMS);
        prefixes.put("id", base);
        prefixes.put("kind", KINDS);
        prefixes.put("graph", GRAPHS);
        prefixes.put("shape", SHAPES);
        prefixes.put("fn", FUNCTIONS);
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("dcterms", "http://purl.org/dc/terms/");
        prefixes.put("prov", "http://www.w3.org/ns/prov#");
        prefixes.put("org", "http://www.w3.org/ns/org#");
        prefixes.put("sosa", "http://www.w3.org/ns/sosa/");
        prefixes.put("void", "http://rdfs.org/ns/void#");
        return prefixes;
    }
}
