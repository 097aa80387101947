package org.dossier.query;

import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/** The functions that a running query finds: a second lock behind the gate, should a call slip past it. */
final class AllowedFunctions extends FunctionRegistry {

    private final GateRules rules;

    AllowedFunctions(GateRules rules) {
        this.rules = rules;
    }

    @Override
    public @Nullable FunctionFactory get(String iri) {
        return rules.mayCall(iri) ? FunctionRegistry.get().get(iri) : null;
    }

    @Override
    public boolean isRegistered(String iri) {
        return rules.mayCall(iri) && FunctionRegistry.get().isRegistered(iri);
    }
}
