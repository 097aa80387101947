package org.dossier.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an acronym of a name may look like. */
final class Initials {

    private static final int SHORTEST = 2;
    private static final int SHORTEST_BEFORE_COUNTRY = 3;
    private static final int LONGEST = 8;

    private Initials() {}

    /**
     * @param words of the name, without legal forms
     * @param raw all its words but articles, since the C of SAIC is the corporation's
     */
    static Set<String> of(List<Word> words, List<String> raw) {
        List<Word> spoken =
                words.stream().filter(word -> !word.is(Word.Sort.FILLER)).toList();
        Set<String> found = new TreeSet<>();
        add(written(words), found);
        add(written(spoken), found);
        add(written(withoutFirstIf(spoken, Word.Sort.PLACE)), found);
        add(written(withoutDepartment(spoken)), found);
        add(written(withoutCountryAtEnd(spoken)), found);
        add(raw, found);
        return found;
    }

    private static List<String> written(List<Word> words) {
        return words.stream().map(Word::written).toList();
    }

    private static List<Word> withoutFirstIf(List<Word> words, Word.Sort sort) {
        return !words.isEmpty() && words.get(0).is(sort) ? words.subList(1, words.size()) : words;
    }

    /** The People's Bank of China is the PBOC, and the People's Liberation Army of China the PLA. */
    private static List<Word> withoutCountryAtEnd(List<Word> words) {
        int last = words.size() - 1;
        return last >= SHORTEST_BEFORE_COUNTRY && words.get(last).is(Word.Sort.PLACE)
                ? words.subList(0, last)
                : List.of();
    }

    /** The Department of Health and Human Services is HHS. */
    private static List<Word> withoutDepartment(List<Word> words) {
        List<Word> rest = new ArrayList<>(withoutFirstIf(words, Word.Sort.PLACE));
        rest.removeIf(word -> word.text().equals("department"));
        return rest;
    }

    private static void add(List<String> words, Set<String> found) {
        if (words.size() < SHORTEST) {
            return;
        }
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            for (String part : word.equals("us") ? new String[] {"u", "s"} : word.split(" ")) {
                letters.append(part.charAt(0));
            }
        }
        if (letters.length() <= LONGEST) {
            found.add(letters.toString());
        }
    }
}
