package org.dossier.author;

/** Why a change that somebody asked for was not made; nothing was touched. */
public final class Refusal extends Exception {

    /** @param reason what was found and what to do next, as one sentence */
    public Refusal(String reason) {
        super(reason);
    }
}
