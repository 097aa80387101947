package org.dossier.link;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Turns a name in any script into small Latin letters and digits, so that case, punctuation, diacritics and script no
 * longer matter.
 */
final class Folding {

    /** Russian by the rules of the board on geographic names, since {@code Яндекс} is written Yandex, not Andeks. */
    private static final String TO_LATIN = "Russian-Latin/BGN; Any-Latin; Latin-ASCII; Lower";

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʹʼ]");
    private static final Pattern AMPERSANDS = Pattern.compile("[&+＆]");
    private static final Pattern COOPERATION = Pattern.compile("\\bco-(?=op)");
    private static final Set<String> CONJUNCTIONS = Set.of("und", "y", "et", "og", "och");
    private static final Pattern APART = Pattern.compile("[^a-z0-9]+");

    /** Up to here Latin letters with their diacritics have one code each, and are folded one by one. */
    private static final int LATIN = 0x250;

    private static final int LONGEST_INITIAL = 2;

    /** Diacritics alone need none of the rules for other scripts, which take their time. */
    private static final Pattern WESTERN = Pattern.compile("[\\p{IsLatin}\\p{IsCommon}]*");

    private final Map<String, String> ideographs;
    private final List<String> longestFirst;
    private final Transliterator toLatin = Transliterator.getInstance(TO_LATIN);
    private final Transliterator toPlain = Transliterator.getInstance("Latin-ASCII; Lower");
    private final String[] plain = IntStream.range(0, LATIN)
            .mapToObj(letter -> toPlain.transliterate(Character.toString(letter)))
            .toArray(String[]::new);

    /** @param ideographs words that are translated before the rest is written in Latin letters, such as 集团 for group */
    Folding(Map<String, String> ideographs) {
        this.ideographs = Map.copyOf(ideographs);
        this.longestFirst = ideographs.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The words of a name, in order. */
    List<String> words(String name) {
        String latin = latin(AMPERSANDS.matcher(name).replaceAll(" and "));
        String bare =
                COOPERATION.matcher(APOSTROPHES.matcher(latin).replaceAll("")).replaceAll("co");
        List<String> words = new ArrayList<>(List.of(APART.split(bare)));
        words.removeIf(String::isEmpty);
        words.replaceAll(word -> CONJUNCTIONS.contains(word) ? "and" : word);
        return joinInitials(joinCouples(words));
    }

    private String latin(String name) {
        if (name.chars().allMatch(letter -> letter < plain.length)) {
            return plain(name);
        }
        return WESTERN.matcher(name).matches()
                ? toPlain.transliterate(name)
                : toLatin.transliterate(translateIdeographs(name));
    }

    private String plain(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.chars().forEach(letter -> letters.append(plain[letter]));
        return letters.toString();
    }

    private String translateIdeographs(String name) {
        String translated = name;
        for (String ideograph : longestFirst) {
            translated = translated.replace(ideograph, " " + ideographs.get(ideograph) + " ");
        }
        return translated;
    }

    /** AT&T and H&amp;M are one word, however they are spaced. */
    private static List<String> joinCouples(List<String> words) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (i + 2 < words.size() && isCouple(words.get(i), words.get(i + 1), words.get(i + 2))) {
                joined.add(words.get(i) + "and" + words.get(i + 2));
                i += 2;
            } else {
                joined.add(words.get(i));
            }
        }
        return joined;
    }

    private static boolean isCouple(String left, String and, String right) {
        return and.equals("and")
                && left.length() <= LONGEST_INITIAL
                && right.length() <= LONGEST_INITIAL
                && (left.length() == 1 || right.length() == 1);
    }

    /** U.S., M V M and L-3 are one word each. */
    private static List<String> joinInitials(List<String> words) {
        List<String> joined = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (String word : words) {
            if (word.length() == 1) {
                run.append(word);
            } else {
                endRun(run, joined);
                joined.add(word);
            }
        }
        endRun(run, joined);
        return joined;
    }

    private static void endRun(StringBuilder run, List<String> joined) {
        if (run.length() > 0) {
            joined.add(run.toString());
            run.setLength(0);
        }
    }
}
