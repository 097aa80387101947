package org.dossier.link;

import java.util.List;
import java.util.Set;

/**
 * A name taken apart, ready to be compared.
 *
 * @param text the name as written
 * @param words without its legal forms
 * @param forms its legal forms
 * @param formWords the words that its legal forms were read from
 * @param glued words and forms as one run of letters, without articles
 * @param initials what an acronym of it may look like
 */
record FoldedName(
        String text,
        List<Word> words,
        List<LegalForm> forms,
        List<String> formWords,
        String glued,
        Set<String> initials) {

    FoldedName {
        words = List.copyOf(words);
        forms = List.copyOf(forms);
        formWords = List.copyOf(formWords);
        initials = Set.copyOf(initials);
    }
}
