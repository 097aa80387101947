package org.dossier.evidence;

/** How well a quote was found again in its source. */
public enum QuoteGrade {

    /** Its words stand in the source, character for character. */
    EXACT("exact"),

    /** Its words stand there but for typography. */
    TYPOGRAPHIC("typographic"),

    /** They do not stand there, or not under the locator. */
    NOT_FOUND("not-found"),

    /** Nobody could look: the text is not here, and no live line of the lock speaks for the quote. */
    UNCHECKED("unchecked");

    private final String concept;

    QuoteGrade(String concept) {
        this.concept = concept;
    }

    /** Local name of the concept that stands for the grade in the graph. */
    public String concept() {
        return concept;
    }

    /** Whether the words were found, now or when the lock was written. */
    public boolean isFound() {
        return this == EXACT || this == TYPOGRAPHIC;
    }
}
