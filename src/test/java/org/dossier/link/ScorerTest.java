package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScorerTest {

    private static final Scorer SCORER = Scorer.standard();

    private static Score compare(String left, String right) {
        return SCORER.compare(Profile.named("l", left), Profile.named("r", right));
    }

    private static Profile with(String id, String name, Context context) {
        return new Profile(id, List.of(Name.preferred(name)), Map.of(), context);
    }

    private static Context country(String code) {
        return new Context(code, null, Set.of(), Set.of(), null, null);
    }

    private static Context belongingTo(String parent) {
        return new Context(null, null, Set.of(parent), Set.of(), null, null);
    }

    @Test
    void showsEveryFeatureSoThatTheValueCanBeCheckedByHand() {
        Score score = compare("Palantir Technologies Inc.", "Palantir Technology Inc");

        double sum = Weights.standard().base()
                + score.features().stream().mapToDouble(Feature::points).sum();
        assertThat(score.value()).isCloseTo(1 / (1 + Math.exp(-sum)), within(1e-12));
        assertThat(score.features())
                .extracting(Feature::trait)
                .containsExactly(Trait.SHARED_WORDS, Trait.RARE_WORDS, Trait.REWRITTEN, Trait.SAME_FORM);
    }

    @Test
    void hasAWeightForEveryTrait() {
        assertThat(Trait.values())
                .allSatisfy(trait -> assertThat(Weights.standard().of(trait))
                        .as(trait.name())
                        .isNotZero());
    }

    @Test
    void doesNotTakeAWordInsideAnotherForAName() {
        assertThat(compare("NEC Corporation", "Schenectady County").value()).isLessThan(0.01);
    }

    @Test
    void tellsFirmsOfOneWordApartByTheOthers() {
        assertThat(compare("Paragon Solutions (US) Inc.", "Paragon Systems, Inc.")
                        .value())
                .isLessThan(0.5);
        assertThat(compare("Paragon Solutions (US) Inc.", "PARAGON SOLUTIONS US INC")
                        .value())
                .isGreaterThan(0.9);
    }

    @Test
    void takesAnotherNumberForAnotherFirm() {
        assertThat(compare("Apollo Logistics II, LLC", "Apollo Logistics 2 LLC").value())
                .isGreaterThan(0.9);
        assertThat(compare("Apollo Logistics II, LLC", "Apollo Logistics III LLC")
                        .value())
                .isLessThan(compare("Apollo Logistics II, LLC", "Apollo Logistics 2 LLC")
                                .value()
                        - 0.3);
    }

    @Test
    void takesANameThatSaysFederalForThatOfAPart() {
        Score score = compare("Dell Federal Systems L.P.", "Dell Systems L.P.");

        assertThat(score.value()).isLessThan(0.5);
        assertThat(score.answer()).isEqualTo(Answer.SUBSIDIARY);
        assertThat(compare("Dell Systems L.P.", "Dell Federal Systems L.P.").answer())
                .isEqualTo(Answer.PARENT);
    }

    @Test
    void believesWhatASideStatesOfItsParent() {
        Profile part = with("p", "Example Holdings GmbH", belongingTo("Q42"));
        Profile whole = new Profile(
                "w",
                List.of(Name.preferred("Example Holdings GmbH")),
                Map.of("wikidata", Set.of("Q42")),
                Context.UNKNOWN);

        assertThat(SCORER.compare(part, whole).answer()).isEqualTo(Answer.SUBSIDIARY);
        assertThat(SCORER.compare(whole, part).answer()).isEqualTo(Answer.PARENT);
        assertThat(SCORER.compare(part, whole).value()).isLessThan(0.9);
    }

    @Test
    void tellsWhoSellsFromWhoMakes() {
        Profile seller = with("s", "Carahsoft", new Context(null, null, Set.of(), Set.of("Palantir USG"), null, null));

        assertThat(SCORER.compare(seller, Profile.named("m", "Palantir USG")).answer())
                .isEqualTo(Answer.RESELLER);
    }

    @Test
    void saysRenamedWhenAFormerNameMatches() {
        Profile renamed = new Profile(
                "r",
                List.of(Name.preferred("Meta Platforms, Inc."), new Name("Facebook, Inc.", Name.Role.FORMER)),
                Map.of(),
                Context.UNKNOWN);

        Score score = SCORER.compare(Profile.named("l", "FACEBOOK INC"), renamed);

        assertThat(score.answer()).isEqualTo(Answer.RENAMED);
        assertThat(score.right().text()).isEqualTo("Facebook, Inc.");
    }

    @Test
    void readsATradingNameInsideAName() {
        assertThat(compare("Caribbean Sun Airlines, Inc. d/b/a World Atlantic Airlines", "World Atlantic Airlines")
                        .value())
                .isGreaterThan(0.9);
        assertThat(compare("Cobalt Harbor LLC, formerly Iron Harbor LLC", "Iron Harbor LLC")
                        .answer())
                .isEqualTo(Answer.RENAMED);
    }

    @Test
    void countsOtherCountriesAndSchemesThatDifferAgainst() {
        double alone = compare("Evident Inc", "Evident Inc").value();
        Profile american = with("a", "Evident Inc", country("US"));
        Profile japanese = with("j", "Evident Inc", country("jp"));

        assertThat(SCORER.compare(american, japanese).value()).isLessThan(alone - 0.1);
        assertThat(SCORER.compare(american, with("b", "Evident Inc", country("us")))
                        .value())
                .isGreaterThan(alone);
    }

    @Test
    void countsAnEqualIdentifierHighAndStillShowsNamesThatDiffer() {
        Profile left = new Profile(
                "l", List.of(Name.preferred("Iron Harbor LLC")), Map.of("uei", Set.of("A1", "B2")), Context.UNKNOWN);
        Profile right = new Profile(
                "r", List.of(Name.preferred("Iron Harbour, L.L.C.")), Map.of("uei", Set.of("B2")), Context.UNKNOWN);

        Score score = SCORER.compare(left, right);

        assertThat(score.value()).isGreaterThan(0.95);
        assertThat(score.features()).extracting(Feature::trait).contains(Trait.SAME_IDENTIFIER);
    }

    @Test
    void seesThatOneEndedBeforeTheOtherBegan() {
        Context ended = new Context(null, null, Set.of(), Set.of(), 1950, 1990);
        Context begun = new Context(null, null, Set.of(), Set.of(), 2001, null);

        assertThat(SCORER.compare(with("a", "Iron Harbor Inc", ended), with("b", "Iron Harbor Inc", begun))
                        .features())
                .extracting(Feature::trait)
                .contains(Trait.OTHER_TIME);
    }

    @Test
    void givesNothingForNamesWithoutLetters() {
        assertThat(compare("???", "!!!").value()).isLessThan(0.05);
        assertThat(compare("???", "Palantir").value()).isLessThan(0.05);
    }
}
