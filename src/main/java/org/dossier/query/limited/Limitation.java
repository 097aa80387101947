package org.dossier.query.limited;

import java.util.Objects;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/** What a running query has to obey; Jena carries it to everything that works for the query. */
record Limitation(RunLimits limits, StopSignal signal) {

    private static final Symbol SYMBOL = Symbol.create("https://w3id.org/dossier/limitation");

    static Limitation of(Context context) {
        return Objects.requireNonNull(context.get(SYMBOL));
    }

    void putInto(Context context) {
        context.set(SYMBOL, this);
    }
}
