package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocatorsTest {

    private final SourceText report = Texts.plain("""
            Harbour Cameras In Orrin

            First Part

            The bureau has cameras. They see.

            A caption that stands alone

            The bureau has boats.

            Second Part

            The bureau has cars.
            """);

    @Test
    void takesAHeadingToTheNextOneOfItsRank() {
        assertThat(Texts.complaints(report, "bureau has cameras", "First Part")).isEmpty();
        assertThat(Texts.complaints(report, "bureau has boats", "First Part")).isEmpty();
        assertThat(Texts.complaints(report, "bureau has cars", "First Part"))
                .containsExactly(
                        "quote-elsewhere: 'bureau has cars' stands under 'Second Part', not under 'First Part';"
                                + " move it there, or quote what stands here");
    }

    @Test
    void countsARepeatedQuoteWithinItsSectionOnly() {
        assertThat(Texts.complaints(report, "The bureau has", "Second Part")).isEmpty();
        assertThat(Texts.complaints(report, "The bureau has", "First Part"))
                .containsExactly("quote-not-unique: 'The bureau has' stands 2 times under 'First Part';"
                        + " add a word before or after");
        assertThat(Texts.complaints(report, "The bureau has", null))
                .containsExactly("quote-not-unique: 'The bureau has' stands 3 times in the source;"
                        + " add a word before or after, or say where with 'locator'");
    }

    @Test
    void suggestsTheHeadingThatWasMeant() {
        assertThat(Texts.complaints(report, "bureau has cars", "Second part"))
                .containsExactly(
                        "unknown-locator: the source has no heading 'Second part'; did you mean 'Second Part'?");
        assertThat(Texts.complaints(report, "bureau has cars", "Appendix"))
                .containsExactly("unknown-locator: the source has no heading 'Appendix';"
                        + " its first one is 'Harbour Cameras In Orrin'");
    }

    @Test
    void takesTypographyOfAHeadingAsItComes() {
        SourceText text =
                Texts.plain("The Firm\u2019s\u00A0Answer\n\nIt sells cameras.\n\nThe End\n\nIt sells boats.\n");

        assertThat(Texts.complaints(text, "It sells boats", "The End")).isEmpty();
        assertThat(Texts.complaints(text, "It sells cameras", "The Firm's Answer"))
                .isEmpty();
    }

    @Test
    void nestsTheHeadingsOfAWebPage() {
        SourceText text = Texts.page("<h1>One</h1><p>a cat</p><h2>One A</h2><p>a dog</p><h1>Two</h1><p>a cow</p>");

        assertThat(Texts.complaints(text, "a dog", "One")).isEmpty();
        assertThat(Texts.complaints(text, "a dog", "One A")).isEmpty();
        assertThat(Texts.complaints(text, "a cow", "One A")).hasSize(1);
        assertThat(Texts.complaints(text, "a dog", "Two"))
                .containsExactly("quote-elsewhere: 'a dog' stands under 'One A', not under 'Two';"
                        + " move it there, or quote what stands here");
    }

    @Test
    void findsCountedParagraphsWithoutTheHeadings() {
        assertThat(Texts.complaints(report, "bureau has cameras", "para. 1")).isEmpty();
        assertThat(Texts.complaints(report, "bureau has cars", "paragraph 3")).isEmpty();
        assertThat(Texts.complaints(report, "bureau has cars", "para. 9"))
                .containsExactly("unknown-locator: the source has no paragraph 9; its paragraphs are 1 to 3");
    }

    @Test
    void findsTheParagraphNumbersOfAJudgment() {
        SourceText text = Texts.plain("Facts\n\n1. A cat sat.\n\nIt slept.\n\n2. A dog sat.\n\n3. A cow sat.\n");

        assertThat(Texts.complaints(text, "It slept", "para. 1")).isEmpty();
        assertThat(Texts.complaints(text, "A cow sat", "\u00B6 3")).isEmpty();
        assertThat(Texts.complaints(text, "A cow sat", "para. 2")).hasSize(1);
    }

    @Test
    void findsTimeStampsOfATranscript() {
        SourceText text = Texts.plain(
                "[00:14:00] A: We had cameras.\n[00:14:05] B: You had none.\n00:15:10 A: We had cameras.\n");

        assertThat(Texts.complaints(text, "We had cameras", "00:14:00")).isEmpty();
        assertThat(Texts.complaints(text, "You had none", "14:05")).isEmpty();
        assertThat(Texts.complaints(text, "You had none", "00:15:10"))
                .singleElement()
                .asString()
                .contains("stands under '00:14:05', not under '00:15:10'");
        assertThat(Texts.complaints(text, "You had none", "00:14:06"))
                .containsExactly(
                        "unknown-locator: the source has no time stamp 00:14:06; the one before it is 00:14:05");
        assertThat(Texts.complaints(text, "You had none", "00:13:00"))
                .containsExactly("unknown-locator: the source has no time stamp 00:13:00; name one that it has");
        assertThat(Texts.complaints(text, "You had none", "01:14:05"))
                .containsExactly(
                        "unknown-locator: the source has no time stamp 01:14:05; the one before it is 00:15:10");
    }

    @Test
    void countsTheRowsOfATableAsSpreadsheetsDo() {
        SourceText text = Texts.table("id,text\n1,\"a cat\nsat\"\n2,a dog\n");

        assertThat(Texts.complaints(text, "a cat sat", "row 2")).isEmpty();
        assertThat(Texts.complaints(text, "a dog", "row 3")).isEmpty();
        assertThat(Texts.complaints(text, "a dog", "row 2"))
                .singleElement()
                .asString()
                .contains("stands under 'row 3', not under 'row 2'");
        assertThat(Texts.complaints(text, "a dog", "row 4"))
                .containsExactly("unknown-locator: the source has no row 4; its rows are 1 to 3");
    }

    @Test
    void findsThePagesThatFormFeedsDivide() {
        SourceText text = Texts.plain("a cat\nand a\fdog sat\fa cow");

        assertThat(Texts.complaints(text, "and a dog", "p. 1")).isEmpty();
        assertThat(Texts.complaints(text, "dog sat", "pp. 2-3")).isEmpty();
        assertThat(Texts.complaints(text, "a cow", "p. 4"))
                .containsExactly("unknown-locator: the source has no page 4; its pages are 1 to 3");
        assertThat(Texts.complaints(text, "a cow", "p. 2")).hasSize(1);
    }

    @Test
    void asksForPagesWhereThereAreNoHeadings() {
        assertThat(Texts.complaints(Texts.plain("only words."), "only words", "Summary"))
                .containsExactly("unknown-locator: the source has no heading 'Summary';"
                        + " it has no headings at all; name a paragraph, such as 'para. 7'");
        assertThat(Texts.complaints(Texts.plain("only words."), "only words", "row 1"))
                .containsExactly("unknown-locator: the source has no row 1; it has no rows");
    }

    @Test
    void takesTheFirstWordsOfTheTextAndNotThoseOfTheNextSection() {
        assertThat(Texts.complaints(report, "Harbour Cameras In Orrin", null)).isEmpty();
        assertThat(Texts.complaints(report, "Second Part", "First Part"))
                .singleElement()
                .asString()
                .startsWith("quote-elsewhere");
    }

    @Test
    void countsASectionWithinOneOfTheSameNameOnce() {
        SourceText text = Texts.page("<h1>One</h1><p>a cat</p><h2>One</h2><p>a dog</p><h1>One</h1><p>a cow</p>");

        assertThat(Texts.complaints(text, "a dog", "One")).isEmpty();
        assertThat(Texts.complaints(text, "a cow", "One")).isEmpty();
    }

    @Test
    void namesThePageThatIsMissing() {
        SourceText text = Texts.plain("a cat\fa dog\fa cow");

        assertThat(Texts.complaints(text, "a cat", "pp. 1-3")).isEmpty();
        assertThat(Texts.complaints(text, "a cow", "pp. 3-3")).isEmpty();
        assertThat(Texts.complaints(text, "a cow", "p. 0"))
                .containsExactly("unknown-locator: the source has no page 0; its pages are 1 to 3");
        assertThat(Texts.complaints(text, "a cow", "pp. 1-4"))
                .containsExactly("unknown-locator: the source has no page 4; its pages are 1 to 3");
        assertThat(Texts.complaints(text, "a cow", "pp. 3-4"))
                .containsExactly("unknown-locator: the source has no page 4; its pages are 1 to 3");
        assertThat(Texts.complaints(text, "a cow", "pp. 3-2"))
                .containsExactly("unknown-locator: pages 3 to 2 run backwards; write the smaller number first");
        assertThat(Texts.complaints(text, "a cow", "pp. 4-5"))
                .containsExactly("unknown-locator: the source has no page 4; its pages are 1 to 3");
    }

    @Test
    void countsAnEmptyFirstPage() {
        assertThat(Texts.complaints(Texts.plain("\fa cat"), "a cat", "p. 2")).isEmpty();
    }
}
