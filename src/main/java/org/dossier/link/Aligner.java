package org.dossier.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds which words of two names stand for each other: equal ones first, wherever they stand, then those that are
 * written together, shortened or misspelt.
 */
final class Aligner {

    private static final int LONGEST_RUN = 4;
    private static final int SHORTEST_ACRONYM = 2;
    private static final int LONGEST_ACRONYM = 6;
    private static final int SHORTEST_ABBREVIATION = 4;
    private static final int SHORTEST_GLUED = 6;
    private static final double ABBREVIATED = 0.9;
    private static final double PLURAL = 0.97;

    private final FoldedName leftName;
    private final FoldedName rightName;
    private final @Nullable Word[] left;
    private final @Nullable Word[] right;
    private final List<Alignment.Pair> pairs = new ArrayList<>();

    private Aligner(FoldedName left, FoldedName right) {
        this.leftName = left;
        this.rightName = right;
        this.left = left.words().toArray(Word[]::new);
        this.right = right.words().toArray(Word[]::new);
    }

    static Alignment align(FoldedName left, FoldedName right) {
        Aligner aligner = new Aligner(left, right);
        aligner.alignEqual();
        aligner.alignGlued();
        aligner.alignAcronyms();
        aligner.alignNearlyEqual();
        aligner.alignRest();
        boolean inLeft = dropFormWords(aligner.left, right);
        boolean inRight = dropFormWords(aligner.right, left);
        return new Alignment(aligner.pairs, alone(aligner.left), alone(aligner.right), inLeft || inRight);
    }

    private static List<Word> alone(@Nullable Word[] words) {
        List<Word> alone = new ArrayList<>();
        for (Word word : words) {
            if (word != null && !word.is(Word.Sort.FILLER)) {
                alone.add(word);
            }
        }
        return alone;
    }

    private void alignEqual() {
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length && left[i] != null; j++) {
                if (right[j] != null && left[i].text().equals(right[j].text())) {
                    alignSame(i, j);
                }
            }
        }
    }

    private void alignSame(int i, int j) {
        boolean isPlural = left[i] != null && right[j] != null && differInNumber(left[i], right[j]);
        take(List.of(i), List.of(j), isPlural ? Alignment.How.PLURAL : Alignment.How.EQUAL, isPlural ? PLURAL : 1);
    }

    /** Both written out, one with an s. */
    private static boolean differInNumber(Word one, Word other) {
        return !one.written().equals(other.written())
                && WordTable.singular(one.written()).equals(WordTable.singular(other.written()));
    }

    private void take(List<Integer> lefts, List<Integer> rights, Alignment.How how, double similarity) {
        pairs.add(new Alignment.Pair(takeFrom(left, lefts), takeFrom(right, rights), how, similarity));
    }

    private static List<Word> takeFrom(@Nullable Word[] words, List<Integer> places) {
        List<Word> taken = new ArrayList<>();
        for (int place : places) {
            Word word = words[place];
            if (word != null) {
                taken.add(word);
            }
            words[place] = null;
        }
        return taken;
    }

    private void alignGlued() {
        if (free(left).isEmpty() || free(right).isEmpty()) {
            return;
        }
        for (int length = LONGEST_RUN; length > 1; length--) {
            for (int start = 0; start + length <= left.length; start++) {
                alignRun(run(left, start, length), true);
            }
            for (int start = 0; start + length <= right.length; start++) {
                alignRun(run(right, start, length), false);
            }
        }
    }

    /** Neighbours that are not aligned yet; empty when one of them is. */
    private static List<Integer> run(@Nullable Word[] words, int start, int length) {
        List<Integer> run = new ArrayList<>(length);
        for (int place = start; place < start + length; place++) {
            if (words[place] == null) {
                return List.of();
            }
            run.add(place);
        }
        return run;
    }

    private void alignRun(List<Integer> run, boolean isLeft) {
        if (run.isEmpty()) {
            return;
        }
        @Nullable Word[] others = isLeft ? right : left;
        String glued = glued(isLeft ? left : right, run);
        for (int i = 0; i < others.length; i++) {
            if (others[i] != null && glued.equals(lettersOf(others[i]))) {
                List<Integer> single = List.of(i);
                take(isLeft ? run : single, isLeft ? single : run, Alignment.How.GLUED, 1);
                return;
            }
        }
    }

    private static String glued(@Nullable Word[] words, List<Integer> places) {
        StringBuilder letters = new StringBuilder();
        for (int place : places) {
            Word word = words[place];
            if (word != null) {
                letters.append(lettersOf(word));
            }
        }
        return letters.toString();
    }

    private static String lettersOf(Word word) {
        return word.is(Word.Sort.NUMBER) ? word.text() : word.written().replace(" ", "");
    }

    /** A name that is one short word, but for its country, may be the acronym of the other. */
    private void alignAcronyms() {
        if (isAcronymOf(leftName, rightName)) {
            take(freeWords(left), free(right), Alignment.How.ACRONYM, 1);
        } else if (isAcronymOf(rightName, leftName)) {
            take(free(left), freeWords(right), Alignment.How.ACRONYM, 1);
        }
    }

    private static boolean isAcronymOf(FoldedName acronym, FoldedName name) {
        List<Word> words =
                acronym.words().stream().filter(word -> !word.isPlaceOrFiller()).toList();
        if (words.size() != 1 || name.words().size() < 2) {
            return false;
        }
        String letters = lettersOf(words.get(0));
        return letters.length() >= SHORTEST_ACRONYM
                && letters.length() <= LONGEST_ACRONYM
                && name.initials().contains(letters);
    }

    private static List<Integer> freeWords(@Nullable Word[] words) {
        return free(words).stream()
                .filter(place -> words[place] != null && !words[place].isPlaceOrFiller())
                .toList();
    }

    private static List<Integer> free(@Nullable Word[] words) {
        List<Integer> free = new ArrayList<>(words.length);
        for (int place = 0; place < words.length; place++) {
            if (words[place] != null) {
                free.add(place);
            }
        }
        return free;
    }

    private record Near(int left, int right, Alignment.How how, double similarity, String letters) {

        private static final Comparator<Near> BEST_FIRST =
                Comparator.comparingDouble(Near::similarity).reversed().thenComparing(Near::letters);
    }

    private void alignNearlyEqual() {
        List<Near> near = new ArrayList<>();
        for (int i : free(left)) {
            for (int j : free(right)) {
                near.addAll(near(i, j));
            }
        }
        near.sort(Near.BEST_FIRST);
        for (Near pair : near) {
            if (left[pair.left()] != null && right[pair.right()] != null) {
                take(List.of(pair.left()), List.of(pair.right()), pair.how(), pair.similarity());
            }
        }
    }

    private List<Near> near(int i, int j) {
        Word one = left[i];
        Word other = right[j];
        if (one != null && other != null && isUnitedStates(one) && isUnitedStates(other)) {
            return List.of(new Near(i, j, Alignment.How.ABBREVIATED, ABBREVIATED, inOrder(one.text(), other.text())));
        }
        if (one == null || other == null || !hasLetters(one) || !hasLetters(other)) {
            return List.of();
        }
        String letters = inOrder(one.text(), other.text());
        if (WordTable.singular(one.text()).equals(WordTable.singular(other.text()))) {
            return List.of(new Near(i, j, Alignment.How.PLURAL, PLURAL, letters));
        }
        if (isAbbreviation(one, other) || isAbbreviation(other, one)) {
            return List.of(new Near(i, j, Alignment.How.ABBREVIATED, ABBREVIATED, letters));
        }
        double similarity = misspelling(one, other);
        return similarity == 0 ? List.of() : List.of(new Near(i, j, Alignment.How.MISSPELT, similarity, letters));
    }

    private static double misspelling(Word one, Word other) {
        if (isKnown(one) && isKnown(other)) {
            return 0;
        }
        double byHand = Math.max(
                Misspelling.similarity(lettersOf(one), lettersOf(other)),
                Misspelling.similarity(WordTable.singular(one.text()), WordTable.singular(other.text())));
        return isKnown(one) || isKnown(other)
                ? byHand
                : Math.max(byHand, Misspelling.similarityBySound(lettersOf(one), lettersOf(other)));
    }

    private static boolean isUnitedStates(Word word) {
        return word.is(Word.Sort.PLACE)
                && (word.text().equals("us") || word.text().equals("usa"));
    }

    private static boolean hasLetters(Word word) {
        return !word.is(Word.Sort.FILLER) && !word.is(Word.Sort.NUMBER);
    }

    private static String inOrder(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    /** Only common words are shortened at will: constr for construction. */
    private static boolean isAbbreviation(Word brief, Word full) {
        return full.is(Word.Sort.GENERIC)
                && !isKnown(brief)
                && brief.text().length() >= SHORTEST_ABBREVIATION
                && full.text().startsWith(brief.text());
    }

    private static boolean isKnown(Word word) {
        return word.is(Word.Sort.GENERIC) || word.is(Word.Sort.FREQUENT) || word.is(Word.Sort.PLACE);
    }

    /** What is left on both sides, as one run of letters each. */
    private void alignRest() {
        List<Integer> lefts = free(left);
        List<Integer> rights = free(right);
        String one = glued(left, lefts);
        String other = glued(right, rights);
        if (lefts.size() + rights.size() < 3 || Math.min(one.length(), other.length()) < SHORTEST_GLUED) {
            return;
        }
        if (one.equals(other)) {
            take(lefts, rights, Alignment.How.GLUED, 1);
        } else if (Misspelling.similarity(one, other) > 0) {
            take(lefts, rights, Alignment.How.MISSPELT, Misspelling.similarity(one, other));
        }
    }

    /** A legal form that one side misspells or cuts short is not a word of its name: Joynt Stock Compan. */
    private static boolean dropFormWords(@Nullable Word[] words, FoldedName other) {
        boolean dropped = false;
        for (int i = 0; i < words.length; i++) {
            Word word = words[i];
            if (word != null && other.formWords().stream().anyMatch(form -> isForm(word.text(), form))) {
                words[i] = null;
                dropped = true;
            }
        }
        return dropped;
    }

    private static boolean isForm(String text, String form) {
        return Misspelling.similarity(text, form) > 0 || Misspelling.isSlipInBriefWord(text, form);
    }
}
