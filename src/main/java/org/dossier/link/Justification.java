package org.dossier.link;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a decision rests on. */
public enum Justification {
    /** Somebody looked at both sides. */
    CURATION("semapv:ManualMappingCuration"),
    /** Both sides state the same identifier, and their names do not speak against it. */
    IDENTIFIER("semapv:DatabaseCrossReferenceMatching");

    private final String term;

    Justification(String term) {
        this.term = term;
    }

    /** The term as a file has it. */
    public String term() {
        return term;
    }

    static List<String> terms() {
        return Arrays.stream(values()).map(Justification::term).toList();
    }

    static Optional<Justification> of(String term) {
        return Arrays.stream(values()).filter(each -> each.term.equals(term)).findFirst();
    }
}
