package org.dossier.facts;

/** Why a text is no date, amount or address; whoever reads it knows where it stands. */
final class Mistake extends Exception {

    private final String code;
    private final String remedy;

    Mistake(String code, String message, String remedy) {
        super(message);
        this.code = code;
        this.remedy = remedy;
    }

    String code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
