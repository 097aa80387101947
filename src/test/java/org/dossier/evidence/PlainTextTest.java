package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void takesShortLinesThatStandAloneForHeadings() {
        String text = """
                Technology

                What the county bought

                The county bought cameras.
                It bought 300.

                - a list item without a point

                it goes on in small letters

                He said this:

                3.2 Costs And Aims

                "Who Pays?"

                A line that stands alone and is much too long to be a heading since it has so many words

                The end

                Last Line
                """;

        List<String> headings = PlainText.read(text).headings().stream()
                .map(heading -> heading.rank() + " " + heading.name())
                .toList();

        assertThat(headings)
                .containsExactly(
                        "1 Technology",
                        "2 What the county bought",
                        "1 3.2 Costs And Aims",
                        "1 \"Who Pays?\"",
                        "1 The end");
    }

    @Test
    void readsTheLineBreaksOfEverySystem() {
        for (String lineBreak : List.of("\n", "\r\n", "\r")) {
            String text = String.join(lineBreak, "A Heading", "", "Some words.", " \t ", "More words.", "");

            assertThat(PlainText.read(text).headings())
                    .extracting(Heading::name)
                    .containsExactly("A Heading");
            assertThat(PlainText.blocks(text)).hasSize(3);
        }
    }

    @Test
    void survivesTextsOfOneKindOfCharacter() {
        for (String character : List.of(" ", "\n", "a", "\f", "\u00A0", "-", "\r")) {
            String text = character.repeat(200_000);

            assertThat(Texts.plain(text).own()).isEqualTo(text);
        }
    }

    @Test
    void takesFourteenWordsForAHeadingAndNotFifteen() {
        assertThat(PlainText.isHeading("A" + " word".repeat(13))).isTrue();
        assertThat(PlainText.isHeading("A" + " word".repeat(14))).isFalse();
    }

    @Test
    void ranksAHeadingByItsWordsOfFourLetters() {
        String text = "Cats and Dogs\n\nCats with Dogs\n\nSome words.\n";

        assertThat(PlainText.read(text).headings()).extracting(Heading::rank).containsExactly(1, 2);
    }

    @Test
    void findsNoBlockBeforeABlankFirstLine() {
        assertThat(PlainText.blocks("\nSome words.\n\n\nMore words.\n\n")).hasSize(2);
    }
}
