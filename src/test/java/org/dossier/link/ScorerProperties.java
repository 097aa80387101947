package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds of every two names. */
class ScorerProperties {

    private static final Scorer SCORER = Scorer.standard();

    private static final List<String> WORDS = List.of(
            "Palantir",
            "Iron",
            "Harbor",
            "Harbour",
            "Systems",
            "Services",
            "Global",
            "Federal",
            "Technologies",
            "Security",
            "Paragon",
            "Nec",
            "Three",
            "21st",
            "II",
            "United States",
            "Texas",
            "International",
            "Svcs",
            "Clearview",
            "Clear",
            "View",
            "AI",
            "and",
            "of",
            "Müller",
            "Газпром",
            "Company",
            "Kraken",
            "Holdings");

    private static final List<String> FORMS = List.of("", " Inc.", " LLC", ", Ltd.", " GmbH", " Corporation", " L.P.");

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> made =
                Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(6).map(words -> String.join(" ", words));
        Arbitrary<String> wild =
                Arbitraries.strings().ofMinLength(1).ofMaxLength(30).filter(text -> !text.isBlank());
        return Arbitraries.frequencyOf(
                Tuple.of(4, made.flatMap(name -> Arbitraries.of(FORMS).map(form -> name + form))), Tuple.of(1, wild));
    }

    /** Single words whose meaning does not hang on where they stand, as that of a legal form or Roman numeral does. */
    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(WORDS)
                .filter(word -> !word.contains(" ") && !word.equals("II") && !word.equals("Company"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .uniqueElements();
    }

    private static double value(String left, String right) {
        return SCORER.compare(Profile.named("l", left), Profile.named("r", right))
                .value();
    }

    @Property(tries = 500)
    void theSidesCanBeExchanged(@ForAll("names") String left, @ForAll("names") String right) {
        Score there = SCORER.compare(Profile.named("l", left), Profile.named("r", right));
        Score back = SCORER.compare(Profile.named("r", right), Profile.named("l", left));

        assertThat(back.value()).isEqualTo(there.value());
        assertThat(back.answer()).isEqualTo(there.answer().mirrored());
        assertThat(back.features()).isEqualTo(there.features());
    }

    @Property(tries = 300)
    void theSameTwoAlwaysGetTheSame(@ForAll("names") String left, @ForAll("names") String right) {
        Score first = SCORER.compare(Profile.named("l", left), Profile.named("r", right));

        assertThat(Scorer.standard().compare(Profile.named("l", left), Profile.named("r", right)))
                .isEqualTo(first);
    }

    @Property(tries = 300)
    void theValueLiesBetweenNothingAndCertainty(@ForAll("names") String left, @ForAll("names") String right) {
        assertThat(value(left, right)).isBetween(0.0, 1.0);
    }

    @Property(tries = 300)
    void caseAndPunctuationChangeNothing(@ForAll("words") List<String> left, @ForAll("names") String right) {
        String plain = String.join(" ", left);
        String dressed = "\"" + String.join(", ", left).toUpperCase(Locale.ROOT) + "\"";

        assertThat(value(dressed, right)).isEqualTo(value(plain, right));
    }

    @Property(tries = 300)
    void theOrderOfWordsAloneCostsNothing(@ForAll("words") List<String> words, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, random);
        String name = String.join(" ", words);

        assertThat(value(name, String.join(" ", shuffled))).isEqualTo(value(name, name));
    }
}
