package org.dossier.serve;

import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.vocabulary.XSD;

/**
 * The functions that a client may call by name: casts and those of XPath. Looked up when a call is about to run, wherever
 * in the query it stands.
 */
final class StandardFunctions extends FunctionRegistry {

    private static final String XPATH = "http://www.w3.org/2005/xpath-functions";

    @Override
    public FunctionFactory get(String iri) {
        if (!isRegistered(iri)) {
            throw new QueryDeniedException("no function <" + iri
                    + "> may be called here; there are those of SPARQL, casts such as xsd:integer, and those of XPath");
        }
        return FunctionRegistry.get().get(iri);
    }

    @Override
    public boolean isRegistered(String iri) {
        return (iri.startsWith(XSD.NS) || iri.startsWith(XPATH))
                && FunctionRegistry.get().isRegistered(iri);
    }
}
