package org.dossier.link;

/** What was asked for cannot be done; the message says why, and what can. */
public final class LinkRefusal extends Exception {

    LinkRefusal(String message) {
        super(message);
    }
}
