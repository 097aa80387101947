package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordEdgesTest {

    @ParameterizedTest(name = "\"{1}\" is no quote of \"{0}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "it holds 1400 TB now | 400 TB",
                "it holds 1,400 TB now | 400 TB",
                "it holds 1.400 TB now | 400 TB",
                "it holds 1\u202F400 TB now | 400 TB",
                "it holds 1\u202F400 TB now | holds 1",
                "it grew by 3.5 times | by 3",
                "it grew by 3.5 times | 5 times",
                "it fell by -5 points | 5 points",
                "it fell by \u22125 points | 5 points",
                "it holds ~400 TB now | 400 TB",
                "it cost <$5 in all | 5 in all",
                "it rose to 75% in all | rose to 75",
                "from 2019\u20132024 on | 2024 on",
                "from 2019\u20132024 on | from 2019",
                "at 14:05 sharp | at 14",
                "the firm can't say | firm can",
                "the firm can\u2019t say | firm can",
                "Vantor's partners sold it | partners of Vantor",
                "a spy in Vantor's hall | spy in Vantor",
                "non-lethal weapons | lethal weapons",
                "non\u2011lethal weapons | lethal weapons",
                "AT&T contracts | T contracts",
                "the caf\u00E9 closed | the caf",
                "the cafe\u0301 closed | the cafe",
                "an o\uFB03ce closed | ice closed",
                "snake_case is it | case is it",
                "it was late... then | it was late.",
                "overseas sales | seas sales",
                "5,400 people came | 400 people",
                "it holds 1\u202F400 | holds 1",
                "it holds 2025\u00A0400 in all | holds 2025"
            })
    void refusesAQuoteThatDividesAWordOrNumber(String text, String quote) {
        assertThat(Texts.isFoundIn(Texts.plain(text), quote)).isFalse();
    }

    @ParameterizedTest(name = "\"{1}\" is a quote of \"{0}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "it holds (1400 TB) now | 1400 TB",
                "the tools\u2014including cameras | including cameras",
                "the tools--including cameras | including cameras",
                "the Oslo\u2013Bergen line | Bergen line",
                "'lethal weapons' they said | lethal weapons",
                "in 2025 400 people | 400 people",
                "in 2025, 400 people | 400 people",
                "the bosses' hall | the bosses",
                "weapons/tools and more | tools and more",
                "\u5E02\u7684\u6444\u50CF\u673A\u7F51\u7EDC | \u6444\u50CF\u673A",
                "5 - 3 is two | 3 is two",
                "the end. | the end",
                "see note 5,then go | note 5",
                "see annex b,5 and 6 | annex b",
                "it holds some\u202F400 TB | 400 TB",
                "see row 5\u00A0B12 there | see row 5",
                "with 400\u00A01200 came | with 400"
            })
    void allowsAQuoteThatBeginsAndEndsBetweenWords(String text, String quote) {
        assertThat(Texts.isFoundIn(Texts.plain(text), quote)).isTrue();
    }
}
