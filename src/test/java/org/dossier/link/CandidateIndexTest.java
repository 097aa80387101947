package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CandidateIndexTest {

    private static final List<Profile> TARGET = List.of(
            Profile.named("1", "Palantir Technologies Inc."),
            Profile.named("2", "Paragon Systems Inc"),
            Profile.named("3", "Paragon Solutions (US) Inc"),
            Profile.named("4", "Schenectady County"),
            Profile.named("5", "NEC Corporation"),
            Profile.named("6", "Immigration and Customs Enforcement"),
            Profile.named("7", "Clearview AI, Inc."),
            new Profile("8", List.of(Name.preferred("Iron Harbor LLC")), Map.of("uei", Set.of("XYZ")), Context.UNKNOWN),
            Profile.named("9", "Fluor Corporation"));

    private static final CandidateIndex INDEX = CandidateIndex.of(TARGET);

    private static List<String> ids(CandidateIndex index, Profile wanted) {
        return index.candidates(wanted, 10).stream()
                .map(candidate -> candidate.profile().id())
                .toList();
    }

    private static String first(String name) {
        return ids(INDEX, Profile.named("q", name)).get(0);
    }

    @Test
    void findsTheEntryHoweverItsNameIsWritten() {
        assertThat(first("PALANTIR TECHNOLGIES")).isEqualTo("1");
        assertThat(first("PARAGON SOLUTIONS US, INC.")).isEqualTo("3");
        assertThat(first("Clear View A.I.")).isEqualTo("7");
        assertThat(first("ICE")).isEqualTo("6");
        assertThat(first("Flour Corp")).isEqualTo("9");
    }

    @Test
    void findsAnEntryByItsIdentifierWhateverItsName() {
        Profile wanted = new Profile(
                "q", List.of(Name.preferred("Something else")), Map.of("uei", Set.of("XYZ")), Context.UNKNOWN);

        assertThat(ids(INDEX, wanted)).contains("8");
    }

    @Test
    void answersTheSameWhateverTheOrderOfTheTarget() {
        List<Profile> shuffled = new ArrayList<>(TARGET);
        Collections.shuffle(shuffled, new Random(7));
        CandidateIndex other = CandidateIndex.of(shuffled);

        for (Profile wanted : TARGET) {
            assertThat(other.candidates(wanted, 10)).isEqualTo(INDEX.candidates(wanted, 10));
        }
    }

    @Test
    void isNearlyCertainOfNobodyWhereSeveralBearTheName() {
        CandidateIndex index = CandidateIndex.of(List.of(
                Profile.named("1", "Iron Harbor LLC"),
                Profile.named("2", "IRON HARBOR, L.L.C."),
                Profile.named("3", "Cobalt Mill Inc")));

        assertThat(index.candidates(Profile.named("q", "Iron Harbor LLC"), 10))
                .filteredOn(
                        candidate -> candidate.profile().label().toLowerCase().startsWith("iron"))
                .hasSize(2)
                .allSatisfy(candidate -> {
                    assertThat(candidate.score().value()).isLessThan(0.95);
                    assertThat(candidate.score().features())
                            .extracting(Feature::trait)
                            .contains(Trait.RIVALS);
                });
    }

    @Test
    void findsNobodyInAnEmptyTarget() {
        assertThat(CandidateIndex.of(List.of()).candidates(Profile.named("q", "Iron Harbor"), 10))
                .isEmpty();
    }

    @Test
    void answersManyInTheOrderInWhichTheyAreAsked() {
        assertThat(INDEX.candidates(TARGET, 1))
                .extracting(candidates -> candidates.get(0).profile().id())
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
    }
}
