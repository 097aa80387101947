package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {

    @ParameterizedTest
    @CsvSource({
        "it\u2019s,it's",
        "it`s,it's",
        "\u201Cso\u201D,\"so\"",
        "\u00ABso\u00BB,\"so\"",
        "5\u20136,5-6",
        "\u22125,-5",
        "a---b,a-b",
        "a\u2014b,a-b",
        "\uFB01ne o\uFB03ce,fine office",
        "in\u00ADfra,infra",
        "in\u200Bfra,infra",
        "\uFEFFinfra,infra",
        "a\u00A0b,a b",
        "wait\u2026,wait...",
        "caf\u00E9,cafe\u0301"
    })
    void foldsTypography(String typed, String folded) {
        assertThat(Normaliser.fold(typed).folded()).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Agency", "1400", "(so)", "[so]", "50%", "\uFF11", "\u00B2", "\u043E", "a.b", "\u00E6", "\u00DF"
            })
    void leavesEverythingElse(String text) {
        assertThat(Normaliser.fold(text).folded()).isEqualTo(text);
    }

    @Test
    void takesRunsOfSpacesAndLineBreaksForOneSpace() {
        assertThat(Normaliser.fold("a \u2003\t\r\n\r\n b\u200B \u200Bc").folded())
                .isEqualTo("a b c");
    }

    @Test
    void keepsAccentsApart() {
        assertThat(Normaliser.fold("caf\u00E9").folded())
                .isNotEqualTo(Normaliser.fold("cafe").folded())
                .isNotEqualTo(Normaliser.fold("caf\u00E8").folded());
    }

    @Test
    void readsADividedWordWithAndWithoutItsHyphen() {
        SourceText text = Texts.plain("The new infra-\nstructure is well-\nknown; it has pre-\nand post-war parts.");

        assertThat(Texts.isFoundIn(text, "new infrastructure is")).isTrue();
        assertThat(Texts.isFoundIn(text, "new infra-structure is")).isTrue();
        assertThat(Texts.isFoundIn(text, "is well-known; it")).isTrue();
        assertThat(Texts.isFoundIn(text, "has pre- and post-war parts")).isTrue();
        assertThat(Texts.isFoundIn(text, "new infra structure is")).isFalse();
    }

    @Test
    void neverJoinsDigitsAcrossALineEnd() {
        SourceText text = Texts.plain("in the years 1990-\n1995 and \u2013 later \u2014\nnothing");

        assertThat(Texts.isFoundIn(text, "years 1990-1995 and")).isTrue();
        assertThat(Texts.isFoundIn(text, "years 19901995 and")).isFalse();
        assertThat(Texts.isFoundIn(text, "later \u2014 nothing")).isTrue();
    }

    @Test
    void knowsWhereEachFoldedCharacterComesFrom() {
        NormalisedText text = Normaliser.fold("a \n o\uFB03ce\u2026 \uD83D\uDE00 end");

        int office = text.folded().indexOf("office");
        Extent own = text.ownExtent(new Extent(office, office + "office".length()));
        int end = text.folded().indexOf("end");

        assertThat(text.own().substring(own.start(), own.end())).isEqualTo("o\uFB03ce");
        assertThat(text.ownStart(end)).isEqualTo(text.own().indexOf("end"));
        assertThat(text.foldedOffset(text.own().indexOf("end"))).isEqualTo(end);
    }

    @Test
    void foldsWhatIsFoldedToItself() {
        Random random = new Random(11);
        String alphabet =
                "ab1 \n\r\t-\u2014\u00AD\u2019\u201C\uFB01\u2026\u00E9e\u0301\u200D\uFE0F\uD83D\uDE00.,[]()\u0430\uD55C";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(30), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            String folded = Normaliser.fold(text.toString())
                    .folded()
                    .replace(NormalisedText.DIVIDED_WORD, '-')
                    .replace(NormalisedText.BREAK_AFTER_DASH, ' ');

            assertThat(Normaliser.fold(folded).folded()).as("of %s", text).isEqualTo(folded);
        }
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(ints = {'-', 0x2010, 0x2013, 0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D})
    void takesEveryDashForOne(int dash) {
        assertThat(Normaliser.fold("5" + Character.toString(dash) + "6").folded())
                .isEqualTo("5-6");
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            ints = {
                0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F, 0xFDD0, 0xFDEF, 0xFE00,
                0xFE0F, 0xFEFF, 0xE0100, 0xE01EF
            })
    void seesNoInvisibleCharacter(int invisible) {
        String typed = Character.toString(invisible);

        assertThat(Normaliser.fold("in" + typed + "fra").folded()).isEqualTo("infra");
        assertThat(Normaliser.fold("e\u0301" + typed + "t").folded()).isEqualTo("e\u0301t");
    }

    @Test
    void takesTwoPlainSpacesForOne() {
        assertThat(Normaliser.fold("a  b").folded()).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\u000B", "\f", "\r", "\r\n", "\u0085", "\u2028", "\u2029"})
    void dividesAWordAtEveryKindOfLineBreak(String lineBreak) {
        assertThat(Texts.isFoundIn(Texts.plain("new infra-" + lineBreak + "structure is"), "new infrastructure is"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0300", "\u0301"})
    void keepsALetterAndItsAccentTogether(String accent) {
        NormalisedText text = Normaliser.fold("cafe" + accent + " closed");

        assertThat(text.ownExtent(new Extent(3, 4))).isEqualTo(new Extent(3, 5));
    }
}
