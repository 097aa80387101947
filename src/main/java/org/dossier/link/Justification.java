package org.dossier.link;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a decision rests on. */
public enum Justification {
    /** Somebody looked at both sides. */
    CURATION("semapv:ManualMappingCuration", "somebody looked at both sides"),
    /** Both sides state the same identifier, and their names do not speak against it. */
    IDENTIFIER("semapv:DatabaseCrossReferenceMatching", "both sides state the same identifier");

    private final String term;
    private final String words;

    Justification(String term, String words) {
        this.term = term;
        this.words = words;
    }

    /** What it says, for people. */
    public String words() {
        return words;
    }

    /** The term as a file has it. */
    public String term() {
        return term;
    }

    static List<String> terms() {
        return Arrays.stream(values()).map(Justification::term).toList();
    }

    /** The one whose term has this local name, such as {@code ManualMappingCuration}. */
    public static Optional<Justification> ofLocalName(String localName) {
        return Arrays.stream(values())
                .filter(each -> each.term.endsWith(":" + localName))
                .findFirst();
    }

    static Optional<Justification> of(String term) {
        return Arrays.stream(values()).filter(each -> each.term.equals(term)).findFirst();
    }
}
