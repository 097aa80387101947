package org.dossier.link;

/** A request that does not follow the Reconciliation Service API; the message says where. */
public final class ReconciliationRefusal extends Exception {

    ReconciliationRefusal(String message) {
        super(message);
    }
}
