package org.dossier.query;

import java.util.Set;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.vocabulary.XSD;

/**
 * What the gate lets through.
 *
 * @param textBytes longest text of a query, in bytes of UTF-8
 * @param nesting most brackets that may be open at once
 * @param valuesRows most rows of data inside a query
 * @param services which other endpoints a query may ask with SERVICE
 * @param functions IRIs of functions that it may call besides those of SPARQL, XML Schema and XPath
 */
public record GateRules(int textBytes, int nesting, int valuesRows, Services services, Set<String> functions) {

    private static final String XPATH = "http://www.w3.org/2005/xpath-functions";

    /** Calls any other function by its name, and so would open every door that is shut here. */
    private static final String APPLY = XPATH + "#apply";

    private static final int LOCAL_BYTES = 1 << 20;
    private static final int LOCAL_NESTING = 200;
    private static final int LOCAL_ROWS = 100_000;

    public GateRules {
        functions = Set.copyOf(functions);
    }

    /** For somebody who asks on their own machine: roomy, and without the network unless they ask for it. */
    public static GateRules local(boolean network) {
        return new GateRules(LOCAL_BYTES, LOCAL_NESTING, LOCAL_ROWS, network ? Services.ALL : Services.NONE, Set.of());
    }

    /** Whether a function may be called: one of SPARQL's casts, one of XPath as far as Jena has it, or one named here. */
    boolean mayCall(String iri) {
        return functions.contains(iri) || isStandard(iri);
    }

    /** The functions that may be called, as Jena looks them up while a query runs. */
    public FunctionRegistry callable() {
        return new AllowedFunctions(this);
    }

    private static boolean isStandard(String iri) {
        boolean isKnown = FunctionRegistry.get().isRegistered(iri);
        return isKnown && !iri.equals(APPLY) && (iri.startsWith(XSD.NS) || iri.startsWith(XPATH));
    }

    /**
     * Endpoints that SERVICE may name.
     *
     * @param isOpen whether any address is allowed
     * @param addresses those that are, where it is not open
     */
    public record Services(boolean isOpen, Set<String> addresses) {

        public static final Services NONE = new Services(false, Set.of());
        public static final Services ALL = new Services(true, Set.of());

        public Services {
            addresses = Set.copyOf(addresses);
        }

        boolean allow(String address) {
            return isOpen || addresses.contains(address);
        }
    }
}
