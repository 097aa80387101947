package org.dossier.link;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Compares two names, whichever is given first. */
final class NameComparison {

    /** Two words that no other name has are all the rarity that can be asked for. */
    private static final double RARE_ENOUGH = 2;

    private static final double SAME_FORM = 0.3;

    private static final double PRECISION = 1e9;
    private static final int SHORT = 4;
    private static final int BRIEF_ACRONYM = 3;
    private static final int BRIEF_WORD = 5;
    private static final Set<String> LOCAL_GOVERNMENTS = Set.of("city", "county", "town", "village", "township");

    private final Rarity rarity;
    private final FoldedName one;
    private final FoldedName other;
    private final Alignment alignment;
    private final double total;
    private final boolean sameLetters;
    private final Map<Trait, Double> values = new EnumMap<>(Trait.class);

    private NameComparison(FoldedName one, FoldedName other, Rarity rarity) {
        this.rarity = rarity;
        this.one = one;
        this.other = other;
        this.alignment = Aligner.align(one, other);
        this.sameLetters = !one.glued().isEmpty() && one.glued().equals(other.glued());
        this.total = weight(one.words()) + weight(other.words());
    }

    /** How far each trait of the names holds; those that do not are left out. */
    static Map<Trait, Double> compare(FoldedName one, FoldedName other, Rarity rarity) {
        boolean inOrder = one.text().compareTo(other.text()) <= 0;
        NameComparison comparison =
                inOrder ? new NameComparison(one, other, rarity) : new NameComparison(other, one, rarity);
        comparison.compareShared();
        comparison.compareAlone();
        comparison.compareForms();
        comparison.compareSingleWord();
        comparison.compareAmongMany();
        return comparison.values;
    }

    /** Rounded, since sums differ in their last digits with the order of the words. */
    private void put(Trait trait, double value) {
        double rounded = Math.rint(Math.min(1, value) * PRECISION) / PRECISION;
        if (rounded > 0) {
            values.put(trait, rounded);
        }
    }

    private double weight(List<Word> words) {
        double sum = 0;
        for (Word word : words) {
            sum += rarity.weight(word);
        }
        return sum;
    }

    // ---- what is shared

    private void compareShared() {
        boolean all =
                total > 0 && alignment.left().isEmpty() && alignment.right().isEmpty();
        put(Trait.SHARED_WORDS, sameLetters ? 1 : share(Alignment.Pair::similarity));
        put(Trait.ALL_WORDS, sameLetters || (all && isExact()) ? 1 : 0);
        double rarity = sharedRarity();
        put(Trait.RARE_WORDS, rarity / RARE_ENOUGH);
        compareAcronyms(rarity);
        put(Trait.REWRITTEN, share(NameComparison::isRewritten));
        compareMisspelt();
    }

    private boolean isExact() {
        return alignment.pairs().stream()
                .allMatch(pair -> pair.how() == Alignment.How.EQUAL || pair.how() == Alignment.How.GLUED);
    }

    /** A firm whose legal name is an acronym is seldom the one whose name has these initials. */
    private void compareAcronyms(double rarity) {
        if (!has(Alignment.How.ACRONYM)) {
            put(Trait.THIN, 1 - rarity);
            return;
        }
        put(Trait.ACRONYM, 1);
        FoldedName acronym = one.words().size() < other.words().size() ? one : other;
        put(Trait.ACRONYM_WITH_FORM, acronym.forms().isEmpty() ? 0 : doubtByForm());
    }

    /** Of two names alone, the same form on both sides takes most of the doubt; among many it would let in hundreds. */
    private double doubtByForm() {
        return one.forms().equals(other.forms()) && !rarity.isOfTarget() ? SAME_FORM : 1;
    }

    private boolean has(Alignment.How how) {
        return alignment.pairs().stream().anyMatch(pair -> pair.how() == how);
    }

    /** Part of all weight, on both sides, that lies in shared words, each counted as far as it is so. */
    private double share(ToDoubleFunction<Alignment.Pair> how) {
        double sum = 0;
        for (Alignment.Pair pair : alignment.pairs()) {
            sum += how.applyAsDouble(pair) * (weight(pair.left()) + weight(pair.right()));
        }
        return total == 0 ? 0 : sum / total;
    }

    private static double isRewritten(Alignment.Pair pair) {
        return switch (pair.how()) {
            case PLURAL, GLUED, ABBREVIATED -> 1;
            case EQUAL, ACRONYM, MISSPELT -> 0;
        };
    }

    private double sharedRarity() {
        if (sameLetters) {
            return Math.max(weight(one.words()), weight(other.words()));
        }
        return alignment.pairs().stream()
                .filter(pair -> pair.how() != Alignment.How.ACRONYM)
                .mapToDouble(pair -> Math.max(weight(pair.left()), weight(pair.right())))
                .sum();
    }

    private void compareMisspelt() {
        put(Trait.MISSPELT, share(pair -> pair.how() == Alignment.How.MISSPELT ? 5 * (1 - pair.similarity()) : 0));
        put(Trait.MISSPELT_SHORT, share(pair -> isMisspeltShort(pair) ? 1 : 0));
    }

    private static boolean isMisspeltShort(Alignment.Pair pair) {
        return pair.how() == Alignment.How.MISSPELT && letters(pair.left()) <= SHORT && letters(pair.right()) <= SHORT;
    }

    private static int letters(List<Word> words) {
        return words.stream().mapToInt(word -> word.text().length()).sum();
    }

    // ---- what stands alone

    private void compareAlone() {
        put(Trait.NO_PLACE, isLocal(one) && isLocal(other) && !sharesPlace() ? 1 : 0);
        if (sameLetters) {
            return;
        }
        compareAlone(Word.Sort.NUMBER, Trait.OTHER_NUMBER, Trait.MORE_NUMBER);
        compareAlone(Word.Sort.PLACE, Trait.OTHER_PLACE, Trait.MORE_PLACE);
        put(
                Trait.MARK,
                Stream.concat(alignment.left().stream(), alignment.right().stream())
                                .anyMatch(word ->
                                        word.isMark() && !word.is(Word.Sort.NUMBER) && !word.is(Word.Sort.PLACE))
                        ? 1
                        : 0);
        double left = weight(others(alignment.left()));
        double right = weight(others(alignment.right()));
        double least = Math.min(weight(one.words()), weight(other.words()));
        put(
                Trait.OTHER_WORDS,
                least == 0 ? 0 : 0.8 * Math.ceil(Math.min(left, right)) + 0.2 * Math.min(left, right) / least);
        put(Trait.ONE_MORE_WORD, left > 0 != right > 0 ? 1 : 0);
        put(Trait.MORE_WORDS, total == 0 ? 0 : Math.abs(left - right) / total);
    }

    /** There is a Portland in Oregon and one in Maine. */
    private static boolean isLocal(FoldedName name) {
        return name.forms().isEmpty()
                && name.words().stream().anyMatch(word -> LOCAL_GOVERNMENTS.contains(word.text()));
    }

    private boolean sharesPlace() {
        return alignment.pairs().stream()
                .flatMap(pair -> pair.left().stream())
                .anyMatch(word -> word.is(Word.Sort.PLACE));
    }

    private void compareAlone(Word.Sort sort, Trait both, Trait single) {
        boolean left = alignment.left().stream().anyMatch(word -> word.is(sort));
        boolean right = alignment.right().stream().anyMatch(word -> word.is(sort));
        put(both, left && right ? 1 : 0);
        put(single, left != right ? 1 : 0);
    }

    private static List<Word> others(List<Word> words) {
        return words.stream()
                .filter(word -> !word.is(Word.Sort.NUMBER) && !word.is(Word.Sort.PLACE))
                .toList();
    }

    // ---- legal forms

    private void compareForms() {
        if (one.forms().isEmpty() || other.forms().isEmpty() || alignment.hasMisspeltForm()) {
            return;
        }
        if (anyTwoForms(LegalForm::isRenderingOf)) {
            return;
        }
        put(formTrait(), 1);
    }

    private boolean anyTwoForms(BiPredicate<LegalForm, LegalForm> test) {
        return one.forms().stream().anyMatch(form -> other.forms().stream().anyMatch(its -> test.test(form, its)));
    }

    private Trait formTrait() {
        if (one.forms().equals(other.forms())) {
            return Trait.SAME_FORM;
        }
        if (anyTwoForms(LegalForm::equals)) {
            return Trait.MORE_FORM;
        }
        if (!anyTwoForms(LegalForm::sharesCountryWith)) {
            return Trait.FOREIGN_FORM;
        }
        return anyTwoForms((form, its) -> form.family() == its.family()) ? Trait.KIN_FORM : Trait.OTHER_FORM;
    }

    private void compareSingleWord() {
        boolean single = Math.min(spoken(one), spoken(other)) <= 1;
        if (single && values.containsKey(Trait.ALL_WORDS)) {
            put(Trait.SINGLE_WORD, values.containsKey(Trait.SAME_FORM) ? 0 : 1);
            put(Trait.BRIEF_WORD, Math.min(letters(one.words()), letters(other.words())) <= BRIEF_WORD ? 1 : 0);
        }
    }

    private static long spoken(FoldedName name) {
        return name.words().stream().filter(word -> !word.is(Word.Sort.FILLER)).count();
    }

    // ---- what the rest of the target tells

    private void compareAmongMany() {
        if (rarity.isOfTarget()) {
            put(Trait.INEXACT_AMONG_MANY, values.containsKey(Trait.ALL_WORDS) ? 0 : 1);
            put(Trait.UNSURE_AMONG_MANY, has(Alignment.How.MISSPELT) || isBriefAcronym() ? 1 : 0);
            put(Trait.BOTH_WORDS_KNOWN, alignment.pairs().stream().anyMatch(this::isOfTwoKnownWords) ? 1 : 0);
        }
    }

    private boolean isBriefAcronym() {
        int letters = Math.min(one.glued().length(), other.glued().length());
        return values.containsKey(Trait.ACRONYM) && letters <= BRIEF_ACRONYM;
    }

    private boolean isOfTwoKnownWords(Alignment.Pair pair) {
        return pair.how() == Alignment.How.MISSPELT
                && Stream.concat(pair.left().stream(), pair.right().stream()).allMatch(rarity::isInTarget);
    }
}
