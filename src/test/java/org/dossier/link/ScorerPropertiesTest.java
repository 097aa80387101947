package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of every two names. */
class ScorerPropertiesTest {

    private static final Scorer SCORER = Scorer.standard();
    private static final int PAIRS = 400;
    private static final int LONGEST = 30;
    private static final List<String> COUNTRIES = List.of("", "us");

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
            "Holdings",
            "Trust",
            "Martin",
            "Morton",
            "AT&T",
            "Société",
            "삼성전자");

    /** Single words whose meaning does not hang on where they stand, as that of a legal form or Roman numeral does. */
    private static final List<String> SINGLE = WORDS.stream()
            .filter(word ->
                    !word.contains(" ") && !List.of("II", "Company", "Trust").contains(word))
            .toList();

    private static final List<String> FORMS = List.of("", " Inc.", " LLC", ", Ltd.", " GmbH", " Corporation", " L.P.");

    private Random random = new Random();

    @BeforeEach
    void alwaysTheSame() {
        random = new Random(17);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Mostly made of words that mean something to the scorer, sometimes of any letters at all. */
    private String name() {
        if (random.nextInt(5) == 0) {
            return wild();
        }
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            words.add(pick(WORDS));
        }
        return String.join(" ", words) + pick(FORMS);
    }

    private String wild() {
        int most = random.nextBoolean() ? Character.MAX_CODE_POINT : 0x250;
        String text = random.ints(1 + random.nextInt(LONGEST), 1, most)
                .filter(letter -> Character.getType(letter) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.isBlank() ? "x" : text;
    }

    private List<String> words() {
        Set<String> words = new LinkedHashSet<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            words.add(pick(SINGLE));
        }
        return new ArrayList<>(words);
    }

    /** One of whom more or less is known: other names, an identifier, a country, a parent. */
    private Profile profile(String id) {
        List<Name> names = new ArrayList<>(List.of(Name.preferred(name())));
        for (int i = random.nextInt(3); i > 0; i--) {
            names.add(new Name(name(), pick(List.of(Name.Role.ALIAS, Name.Role.SHORT, Name.Role.FORMER))));
        }
        Context context = new Context(
                pick(COUNTRIES).isEmpty() ? null : pick(List.of("us", "de")),
                random.nextInt(4) == 0 ? "Quay 1" : null,
                random.nextInt(4) == 0 ? Set.of(name(), pick(List.of("l", "r"))) : Set.of(),
                random.nextInt(6) == 0 ? Set.of(pick(List.of("l", "r"))) : Set.of(),
                null,
                null);
        Map<String, Set<String>> identifiers =
                random.nextBoolean() ? Map.of() : Map.of(pick(List.of("cik", "lei")), Set.of(pick(List.of("7", "8"))));
        return new Profile(id, names, identifiers, context);
    }

    private static Score score(String left, String right) {
        return SCORER.compare(Profile.named("l", left), Profile.named("r", right));
    }

    @Test
    void theSidesCanBeExchanged() {
        for (int i = 0; i < PAIRS; i++) {
            String left = name();
            String right = name();

            Score there = score(left, right);
            Score back = SCORER.compare(Profile.named("r", right), Profile.named("l", left));

            assertThat(back.value()).as("%s / %s", left, right).isEqualTo(there.value());
            assertThat(back.answer())
                    .as("%s / %s", left, right)
                    .isEqualTo(there.answer().mirrored());
            assertThat(back.features()).as("%s / %s", left, right).isEqualTo(there.features());
        }
    }

    @Test
    void theSidesCanBeExchangedWhateverIsKnownOfThem() {
        for (int i = 0; i < PAIRS; i++) {
            Profile left = profile("l");
            Profile right = profile("r");

            Score there = SCORER.compare(left, right);
            Score back = SCORER.compare(right, left);

            assertThat(back.value()).as("%s / %s", left, right).isEqualTo(there.value());
            assertThat(back.answer())
                    .as("%s / %s", left, right)
                    .isEqualTo(there.answer().mirrored());
            assertThat(back.features()).as("%s / %s", left, right).isEqualTo(there.features());
        }
    }

    @Test
    void theSameTwoAlwaysGetTheSame() {
        for (int i = 0; i < PAIRS; i++) {
            String left = name();
            String right = name();

            Score again = Scorer.standard().compare(Profile.named("l", left), Profile.named("r", right));

            assertThat(again).as("%s / %s", left, right).isEqualTo(score(left, right));
        }
    }

    @Test
    void theValueLiesBetweenNothingAndCertainty() {
        for (int i = 0; i < PAIRS; i++) {
            String left = name();
            String right = name();

            assertThat(score(left, right).value()).as("%s / %s", left, right).isBetween(0.0, 1.0);
        }
    }

    @Test
    void caseAndPunctuationChangeNothing() {
        for (int i = 0; i < PAIRS; i++) {
            List<String> words = words();
            String right = name();

            String plain = String.join(" ", words);
            String dressed = "\"" + String.join(", ", words).toUpperCase(Locale.ROOT) + "\"";

            assertThat(score(dressed, right).value())
                    .as("%s / %s", dressed, right)
                    .isEqualTo(score(plain, right).value());
        }
    }

    @Test
    void theOrderOfWordsAloneCostsNothing() {
        for (int i = 0; i < PAIRS; i++) {
            List<String> words = words();
            List<String> shuffled = new ArrayList<>(words);
            Collections.shuffle(shuffled, random);
            String name = String.join(" ", words);

            assertThat(score(name, String.join(" ", shuffled)).value())
                    .as("%s / %s", name, shuffled)
                    .isEqualTo(score(name, name).value());
        }
    }
}
