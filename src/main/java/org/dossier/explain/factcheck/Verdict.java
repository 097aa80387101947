package org.dossier.explain.factcheck;

/** What the dossier has to say to a sentence. In order: of several, the last one counts. */
public enum Verdict {
    /** No rule can judge it. */
    CANNOT_JUDGE("cannot judge"),
    /** What it says is on file. */
    AGREES("agrees"),
    /** It names something that the dossier could know, and does not. */
    NOTHING_ON_FILE("nothing on file"),
    /** Something else is on file. */
    DIFFERS("differs");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** Whether an editor has to see to it. */
    public boolean isUnbacked() {
        return this == NOTHING_ON_FILE || this == DIFFERS;
    }

    @Override
    public String toString() {
        return words;
    }
}
