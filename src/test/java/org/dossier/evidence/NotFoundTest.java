package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotFoundTest {

    private final SourceText report = Texts.plain("""
            Growth Of The Archive

            The archive held roughly 400 terabytes in July 2022, up from nothing. By May it held nearly 1400 \
            terabytes of pictures, and the bureau did not say why (it never does).

            Other Matters

            The firm stated that it sells software to harbours and that it has no access to what they store.
            """);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "about 400 terabytes in July 2022 | nearest, under 'Growth Of The Archive': 'roughly 400 terabytes in"
                        + " July 2022,' (another word: 'about' for 'roughly')",
                "about 400 terabytes in July | nearest, under 'Growth Of The Archive': 'roughly 400 terabytes in July'"
                        + " (another word: 'about' for 'roughly')",
                "roughly 500 terabytes in July | nearest, under 'Growth Of The Archive': 'roughly 400 terabytes in July'"
                        + " (another character: '500' for '400')",
                "the bureau did say why | nearest, under 'Growth Of The Archive': 'the bureau did not say why'"
                        + " (missing: 'not')",
                "the bureau did really not say | nearest, under 'Growth Of The Archive': 'the bureau did not say'"
                        + " (added: 'really')",
                "The Bureau did not say | nearest, under 'Growth Of The Archive': 'the bureau did not say' (another"
                        + " character: 'The' for 'the', another character: 'Bureau' for 'bureau')",
                "why it never does | nearest, under 'Growth Of The Archive': 'why (it never does).'"
                        + " (another character: 'it' for '(it')",
                "400 terabytes of pictures | it stands only within '1400 terabytes of pictures,'; quote whole words and"
                        + " numbers",
                "archive held roughly pictures, and the bureau | 16 words of the source are left out behind 'archive"
                        + " held roughly'; write '[...]' there",
                "archive held ... nearly 1400 terabytes | words are left out where the dots stand; write '[...]' there",
                "archive held \u2026 nearly 1400 terabytes | words are left out where the dots stand; write '[...]' there",
                "archive held (...) nearly 1400 terabytes | words are left out where the dots stand; write '[...]' there",
                "nearly 1400 terrabites of pictures | nearest, under 'Growth Of The Archive': 'nearly 1400 terabytes of"
                        + " pictures,' (another character: 'terrabites' for 'terabytes')",
                "400 terabytes of | it stands only within '1400 terabytes of'; quote whole words and numbers",
                "terabytes in July 2022, By May it held | 3 words of the source are left out behind 'terabytes in"
                        + " July 2022,'; write '[...]' there",
                "The Bureau did Not say | nearest, under 'Growth Of The Archive': 'the bureau did not say' (another"
                        + " character: 'The' for 'the', another character: 'Bureau' for 'bureau', another character:"
                        + " 'Not' for 'not')",
                "... archive held ... nearly 1400 | words are left out where the dots stand; write '[...]' there",
                "The archive held nothing | nearest, under 'Growth Of The Archive': 'The archive held' (added: 'nothing')",
                "[...] archive held [...] | '[...]' stands between no two of its words; leave it out",
                "[...] archive helt | nearest, under 'Growth Of The Archive': 'archive held' (another character: 'helt' for"
                        + " 'held')",
                "The cat sat on the mat | nothing like it stands in the source",
                "?! | it has no words to look for",
                "[...] | it has no words to look for",
                "nearly 1400 terabytes [...] roughly 400 terabytes | its parts stand in the source, but in another order",
                "roughly 400 terabytes [...] nearly 1500 terabytes | nearest, under 'Growth Of The Archive': 'nearly 1400"
                        + " terabytes' (another character: '1500' for '1400')"
            })
    void tellsWhyAQuoteIsNotThere(String quote, String why) {
        assertThat(Texts.complaints(report, quote, null))
                .containsExactly("quote-not-found: '" + quote + "' does not stand in the source; " + why);
    }

    @Test
    void looksForTheNearestPassageInOtherSectionsToo() {
        assertThat(Texts.complaints(report, "it sells programs to harbours", "Growth Of The Archive"))
                .containsExactly("quote-not-found: 'it sells programs to harbours' does not stand under 'Growth Of The"
                        + " Archive'; nearest, under 'Other Matters': 'it sells software to harbours' (another word:"
                        + " 'programs' for 'software')");
    }

    @Test
    void findsMisspeltWordsOfWhichNoneIsRight() {
        assertThat(Texts.complaints(report, "archve heldd roughli", null))
                .singleElement()
                .asString()
                .contains("'archive held roughly'", "another character");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "boats xxxxxxxx | nearest, under 'para. 1': 'boats' (added: 'xxxxxxxx')",
                "The boats xxxxxxxx yyyyyyyy | nearest, under 'para. 1': 'The boats' (added: 'xxxxxxxx yyyyyyyy')",
                "All of the boats wait | nearest, under 'para. 1': 'The boats wait.' (added: 'All of', another character:"
                        + " 'the' for 'The')",
                "boats vw xyz | nearest, under 'para. 1': 'boats' (added: 'vw xyz')",
                "boats vw xyzq | nothing like it stands in the source"
            })
    void showsAPassageOfWhichHalfOfTheWordsOrLettersAreTheQuotes(String quote, String why) {
        assertThat(Texts.complaints(Texts.plain("The boats wait."), quote, null))
                .containsExactly("quote-not-found: '" + quote + "' does not stand in the source; " + why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "every gull | 'a gull' (another word: 'every' for 'a')",
                "gul sleps | 'gull slept.' (another character: 'gul' for 'gull', another character: 'sleps' for"
                        + " 'slept.')",
                "Every boat was at home when a gull slept | 'Every boat was at home, as a gull slept.' (another character:"
                        + " 'home' for 'home,', another word: 'when' for 'as')"
            })
    void goesByTheRarestWordsOfAQuote(String quote, String nearest) {
        SourceText text =
                Texts.plain("Every boat was at sea. ".repeat(100) + "Every boat was at home, as a gull slept.");

        assertThat(Texts.complaints(text, quote, null))
                .containsExactly("quote-not-found: '" + quote
                        + "' does not stand in the source; nearest, under 'para. 1': " + nearest);
    }

    @Test
    void takesOfTwoPlacesTheOneThatDiffersLess() {
        SourceText text = Texts.plain("The harbour was full of boats from all over the world. A harbor gull slept.");

        assertThat(Texts.complaints(text, "harbour gull", null))
                .containsExactly(
                        "quote-not-found: 'harbour gull' does not stand in the source; nearest, under 'para. 1':"
                                + " 'harbor gull' (another character: 'harbour' for 'harbor')");
    }

    @Test
    void acceptsMarkedElisionsAndWarnsOfLongOnes() {
        String filler = "and a word ".repeat(30);
        SourceText text = Texts.plain("The county bought cameras " + filler + "and rented boats.");

        assertThat(Texts.complaints(report, "400 terabytes [...] 1400 terabytes", null))
                .isEmpty();
        assertThat(Texts.complaints(report, "400 terabytes[\u2026]1400 terabytes", null))
                .isEmpty();
        assertThat(Texts.complaints(text, "bought cameras [...] rented boats", null))
                .containsExactly("far-apart: '[...]' leaves out 91 words; quote the two passages on their own");
    }

    @ParameterizedTest(name = "{0} words")
    @CsvSource({"50, false", "51, true"})
    void warnsOfMoreThanFiftyWordsLeftOut(int words, boolean isWarnedOf) {
        SourceText text = Texts.plain("The county bought cameras " + "now ".repeat(words) + "and rented boats.");

        assertThat(Texts.complaints(text, "bought cameras [...] and rented boats", null))
                .hasSize(isWarnedOf ? 1 : 0);
    }

    @Test
    void takesTheClosestPlacesOfAnElidedQuote() {
        SourceText text = Texts.plain("a cat sat. a cat slept near a dog. a dog ate. a cat left, then a dog.");

        CheckedQuote two = check(text, "a cat [...] a dog");

        assertThat(Texts.complaints(text, "a cat slept [...] a dog ate", null)).isEmpty();
        assertThat(Texts.complaints(text, "a cat [...] a dog", null))
                .singleElement()
                .asString()
                .contains("2 times");
        assertThat(two.ownCharacters()).isEqualTo("a cat [...] a dog");
        assertThat(two.places()).containsExactly(new Extent(11, 16), new Extent(28, 33));
    }

    @Test
    void findsTheSignOfElisionWhereTheSourceItselfHasIt() {
        assertThat(Texts.complaints(Texts.plain("He said: \"We sell [...] boats.\""), "We sell [...] boats", null))
                .isEmpty();
    }

    @Test
    void neverShowsWhatSteersATerminal() {
        SourceText text = Texts.plain("the archive\u001B[31m held much");

        assertThat(String.join("", Texts.complaints(text, "the archive holds much", null)))
                .doesNotContain("\u001B");
    }

    private static CheckedQuote check(SourceText text, String words) {
        return new SourceCheck(text, new Problems()).check(Texts.quote(words, null));
    }

    @Test
    void givesPlacesInCodePoints() {
        SourceText text = Texts.plain("\uFEFF\uD83D\uDE00 It\u2019s late.");

        CheckedQuote found = check(text, "It's late");

        assertThat(found.grade()).isEqualTo(QuoteGrade.TYPOGRAPHIC);
        assertThat(found.places()).isEqualTo(List.of(new Extent(3, 12)));
        assertThat(found.ownCharacters()).isEqualTo("It\u2019s late");
        assertThat(check(text, "It\u2019s late").grade()).isEqualTo(QuoteGrade.EXACT);
    }

    @Test
    void keepsOneSentenceOfTheParagraphOnEitherSide() {
        SourceText text = Texts.plain("Far away. Mr. Hale came in. He sat down. He left. Nobody saw him.\n\nNext day.");

        QuoteContext context = check(text, "He sat").context();

        assertThat(context).isEqualTo(new QuoteContext("Mr. Hale came in. ", "He sat", " down. He left. "));
        assertThat(check(text, "Next day").context()).isEqualTo(new QuoteContext("", "Next day", "."));
    }

    @Test
    void takesUpToSixtyWordsForAnElisionThatIsNotMarked() {
        assertThat(complaintOfLeftOut(60)).contains("; 60 words of the source are left out behind");
        assertThat(complaintOfLeftOut(61)).doesNotContain("left out");
    }

    @ParameterizedTest(name = "{0} words")
    @CsvSource({"60, true", "61, false"})
    void looksForElisionsInQuotesOfUpToSixtyWords(int words, boolean isTold) {
        String first = "one ".repeat(words - 3) + "two";
        SourceText text = Texts.plain(first + " and a word more, three four.");

        assertThat(Texts.complaints(text, first + " three four", null))
                .singleElement()
                .asString()
                .matches(complaint -> isTold == complaint.contains("; 4 words of the source are left out behind"));
    }

    private static String complaintOfLeftOut(int words) {
        SourceText text = Texts.plain("The county bought cameras " + "now ".repeat(words) + "and rented boats.");
        return String.join("\n", Texts.complaints(text, "county bought cameras and rented boats", null));
    }

    @Test
    void callsDotsBeforeAQuoteNoElision() {
        assertThat(Texts.complaints(report, "... archive held roughly", null))
                .singleElement()
                .asString()
                .contains("'The archive held roughly'")
                .doesNotContain("words are left out");
    }

    @Test
    void letsThePartsOfAnElidedQuoteTouch() {
        assertThat(Texts.complaints(Texts.plain("the tools\u2014cameras and boats"), "tools\u2014[...]cameras", null))
                .isEmpty();
    }

    @Test
    void endsSentencesAtPointsButNotAtInitials() {
        SourceText text = Texts.plain("Nobody. Did Mr. Hale come? J. B. Hale sat down! He left. No.");

        assertThat(check(text, "sat down").context())
                .isEqualTo(new QuoteContext("Did Mr. Hale come? J. B. Hale ", "sat down", "! He left. "));
    }
}
