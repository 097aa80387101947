package org.dossier.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    private static final Amounts AMOUNTS = new Amounts(RealVocabulary.VOCABULARY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 TB | as-given 400 terabyte",
                "~400 TB | approximate 400 terabyte",
                "≈ 400 TB | approximate 400 terabyte",
                "nearly 1400 TB | nearly 1400 terabyte",
                "Nearly 1400 TB | nearly 1400 terabyte",
                "more than 1300 signatures | more-than 1300 signature",
                ">1300 signatures | more-than 1300 signature",
                ">= 1300 signatures | at-least 1300 signature",
                "no more than 5 people | at-most 5 people",
                "less than 5 people | less-than 5 people",
                "2 people | as-given 2 people",
                "$75 billion | as-given 75000000000 us-dollar",
                "more than $75 billion | more-than 75000000000 us-dollar",
                "75 billion dollars | as-given 75000000000 us-dollar",
                "US$ 1.5 million | as-given 1500000 us-dollar",
                "USD 12.50 | as-given 12.5 us-dollar",
                "-3.20 TB | as-given -3.2 terabyte",
                "400TB | as-given 400 terabyte",
                "0 people | as-given 0 people",
                "3.5 times | as-given 3.5 times",
                "12345678901234567890.123 B | as-given 12345678901234567890.123 byte",
            })
    void readsSignNumberScaleAndUnit(String typed, String amount) throws Mistake {
        assertThat(Rendering.value(AMOUNTS.parse(typed, List.of()))).isEqualTo(amount);
    }

    @Test
    void takesAllSortsOfSpacesForSpaces() throws Mistake {
        assertThat(Rendering.value(AMOUNTS.parse("~\u00A0400\u202FTB", List.of())))
                .isEqualTo("approximate 400 terabyte");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~1,400 TB | bad-amount | write 1400 or 1.4",
                "1,400,000 people | bad-amount | write 1400000",
                "1,5 TB | bad-amount | write 1.5",
                "1, TB | bad-amount | write digits with at most one point",
                "1.2.3 TB | bad-amount | write digits with at most one point",
                "1'400 TB | bad-amount | write digits with at most one point",
                "1 400 TB | bad-amount | write 1400",
                "400-500 TB | bad-amount | write one end with 'more than' or 'less than', or each as a record of its own",
                "several hundred TB | bad-amount | leave it out here and say it in 'text'",
                "a 400 TB | bad-amount | write digits, behind a sign such as '~' or 'nearly' if need be",
                "$75bn | bad-amount | write one unit, and thousand, million, billion or trillion in full",
                "~400 | no-unit | write what is counted, such as '~400 TB'",
                "5 million | no-unit | write what is counted, such as '5 million TB'",
                "~400 Tb | unknown-unit | did you mean 'TB'?",
                "400 signatres | unknown-unit | did you mean 'signatures'?",
            })
    void saysHowAnAmountIsToBeWritten(String typed, String code, String remedy) {
        Mistake mistake = catchThrowableOfType(Mistake.class, () -> AMOUNTS.parse(typed, List.of()));

        assertThat(mistake.code()).isEqualTo(code);
        assertThat(mistake.message()).contains(typed.substring(typed.lastIndexOf(' ') + 1));
        assertThat(mistake.remedy()).isEqualTo(remedy);
    }

    @Test
    void namesAUnitThatFitsWhatIsMeasured() {
        Mistake mistake = catchThrowableOfType(Mistake.class, () -> AMOUNTS.parse("1300", List.of("signature")));

        assertThat(mistake.remedy()).isEqualTo("write what is counted, such as '1300 signature'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"$750000 | $750000", "$99.2 million | $99200000", "-$3.50 | $-3.5", "$-3.50 | $-3.5"})
    void readsMoney(String typed, String money) throws Mistake {
        assertThat(Rendering.value(AMOUNTS.money(typed, "ceiling amount"))).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"750000 | no-unit", "~$5 | bad-amount", "5 TB | wrong-unit", "€5 | wrong-unit", "much | bad-amount"
            })
    void refusesWhatIsNoExactSumOfDollars(String typed, String code) {
        Mistake mistake = catchThrowableOfType(Mistake.class, () -> AMOUNTS.money(typed, "ceiling amount"));

        assertThat(mistake.code()).isEqualTo(code);
    }
}
