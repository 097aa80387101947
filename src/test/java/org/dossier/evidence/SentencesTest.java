package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void givesEachSentenceTheSpacesBehindIt() {
        String text = "A cat sat. Mr. Hale left!  Who saw (cf. p. 3) him? No";

        assertThat(words(text, new Sentences(text, new Extent(0, text.length())).all()))
                .containsExactly("A cat sat. ", "Mr. Hale left!  ", "Who saw (cf. p. 3) him? ", "No");
    }

    @Test
    void touchesNoNeighbourOfAWholeSentence() {
        String text = "\u732B\u5750\u3002\u72AC\u8D70\u3002\u9E1F\u98DE\u3002";
        Sentences sentences = new Sentences(text, new Extent(0, text.length()));

        assertThat(sentences.touching(new Extent(3, 6))).isEqualTo(new Extent(3, 6));
        assertThat(sentences.touching(new Extent(2, 4))).isEqualTo(new Extent(0, 6));
    }

    @Test
    void looksThreeThousandCharactersFarWithinAParagraph() {
        String text = "a".repeat(4000) + " cat " + "b".repeat(4000);
        Extent stretch = new Extent(4001, 4004);

        assertThat(Sentences.around(text, paragraphs(text), stretch).touching(stretch))
                .isEqualTo(new Extent(1001, 7004));
    }

    @Test
    void takesTheWholeParagraphThatAStretchBeginsOrEnds() {
        String text = "A cat sat. It slept.\n\nA dog ran. It barked.\n\nA cow stood.\n";

        assertThat(words(
                        text,
                        Sentences.around(text, paragraphs(text), new Extent(0, 1))
                                .all()))
                .containsExactly("A cat sat. ", "It slept.\n");
        assertThat(words(
                        text,
                        Sentences.around(text, paragraphs(text), new Extent(33, 43))
                                .all()))
                .containsExactly("A dog ran. ", "It barked.\n");
        assertThat(words(
                        text,
                        Sentences.around(text, paragraphs(text), new Extent(11, 27))
                                .all()))
                .containsExactly("A cat sat. ", "It slept.\n\n", "A dog ran. ", "It barked.\n");
    }

    private static NavigableSet<Extent> paragraphs(String text) {
        NavigableSet<Extent> paragraphs = new TreeSet<>(Comparator.comparingInt(Extent::start));
        paragraphs.addAll(PlainText.blocks(text));
        return paragraphs;
    }

    private static List<String> words(String text, List<Extent> sentences) {
        return sentences.stream()
                .map(sentence -> text.substring(sentence.start(), sentence.end()))
                .toList();
    }
}
