package org.dossier.link;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What two names must have in common to be compared at all: words, runs of letters, or an acronym and its initials. */
final class Keys {

    private static final int RUN = 3;
    private static final int LONGEST_ACRONYM = 6;
    private static final String OF_LETTERS = "-";
    private static final String OF_ALL_LETTERS = "=";
    private static final String OF_SORTED_LETTERS = "~";
    private static final String OF_INITIALS = ".";
    private static final String OF_ACRONYM = ":";

    private Keys() {}

    /** Under which keys a name is found. */
    static Set<String> of(FoldedName name) {
        Set<String> keys = shared(name);
        addAcronyms(name, OF_ACRONYM, OF_INITIALS, keys);
        return keys;
    }

    /** By which keys the names that may be meant by a name are sought: an acronym by initials, and the other way round. */
    static Set<String> sought(FoldedName name) {
        Set<String> keys = shared(name);
        addAcronyms(name, OF_INITIALS, OF_ACRONYM, keys);
        return keys;
    }

    static boolean isOfLetters(String key) {
        return key.startsWith(OF_LETTERS);
    }

    /** Whether a key only repeats in another way what words and letters say; it finds, but says nothing of a name's length. */
    static boolean isRepeating(String key) {
        return !isOfLetters(key) && !Character.isLetterOrDigit(key.charAt(0));
    }

    private static Set<String> shared(FoldedName name) {
        Set<String> keys = new LinkedHashSet<>();
        StringBuilder letters = new StringBuilder("^");
        for (Word word : name.words()) {
            if (!word.is(Word.Sort.FILLER)) {
                keys.add(word.text());
                keys.add(OF_SORTED_LETTERS + sorted(word.text()));
                letters.append(word.text().replace(" ", ""));
            }
        }
        keys.add(OF_ALL_LETTERS + letters.substring(1));
        addRuns(letters.append('$').toString(), keys);
        return keys;
    }

    /** The same for Fluor and Flour. */
    private static String sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return String.valueOf(letters);
    }

    private static void addAcronyms(FoldedName name, String forSingleWord, String forSeveral, Set<String> keys) {
        List<Word> own =
                name.words().stream().filter(word -> !word.isPlaceOrFiller()).toList();
        if (own.size() == 1 && own.get(0).written().length() <= LONGEST_ACRONYM) {
            keys.add(forSingleWord + own.get(0).written());
        }
        name.initials().stream()
                .filter(initials -> initials.length() <= LONGEST_ACRONYM)
                .forEach(initials -> keys.add(forSeveral + initials));
    }

    private static void addRuns(String letters, Set<String> keys) {
        for (int i = 0; i + RUN <= letters.length(); i++) {
            keys.add(OF_LETTERS + letters.substring(i, i + RUN));
        }
    }
}
