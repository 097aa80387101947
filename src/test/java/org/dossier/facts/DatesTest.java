package org.dossier.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2025", "2025-07", "2025-07-04", "2024-02-29", "1999-12-31"})
    void keepsThePrecisionThatTheSourceGives(String typed) throws Mistake {
        assertThat(Dates.parse(typed).text()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "December 2025 | write 2025-12",
                "Dec. 2025 | write 2025-12",
                "december, 2025 | write 2025-12",
                "4 July 2025 | write 2025-07-04",
                "July 4, 2025 | write 2025-07-04",
                "12/2025 | write 2025-12",
                "2025-7 | write 2025-07",
                "2025/07/04 | write 2025-07-04",
                "2025.7.4 | write 2025-07-04",
                "03/04/2025 | write the year first, then the month, such as 2025-07-04",
                "3.4.25 | write the year first, then the month, such as 2025-07-04",
                "2025-07 to 2026-01 | write 'start date: 2025-07' and 'end date: 2026-01'",
                "31 February 2025 | write 2025, 2025-07 or 2025-07-04, as precisely as the source has it",
                "about 2025 | write 2025, 2025-07 or 2025-07-04, as precisely as the source has it",
                "2025-02-30 | look it up in the source again",
                "2025-13 | look it up in the source again",
                "2025-00-10 | look it up in the source again",
            })
    void saysHowADateIsToBeWrittenAndNeverGuesses(String typed, String remedy) {
        Mistake mistake = catchThrowableOfType(Mistake.class, () -> Dates.parse(typed));

        assertThat(mistake.code()).isEqualTo("bad-date");
        assertThat(mistake.message()).contains(typed);
        assertThat(mistake.remedy()).isEqualTo(remedy);
    }
}
