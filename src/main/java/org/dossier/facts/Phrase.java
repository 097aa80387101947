package org.dossier.facts;

import java.util.List;

/** Puts the ontology's labels into sentences. */
final class Phrase {

    private Phrase() {}

    /** {@code an agency}, {@code a use case}, {@code evidence}. */
    static String a(String label) {
        if (label.equals("evidence")) {
            return label;
        }
        boolean soundsLikeVowel = "aeio".indexOf(label.charAt(0)) >= 0 || label.startsWith("un");
        return (soundsLikeVowel ? "an " : "a ") + label;
    }

    /** {@code a, b or c}. */
    static String either(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
