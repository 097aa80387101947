package org.dossier.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "Zürich 漢字, Zürich 漢字",
        "'a\nb', a\\u000ab",
        "'a\u001b[31mb', a\\u001b[31mb",
        "'a\u202eb', a\\u202eb",
        "'a\\b', a\\u005cb",
        "'a\u007fb', a\\u007fb"
    })
    void writesNothingThatATerminalWouldObey(String text, String printable) {
        assertThat(AccessLog.printable(text)).isEqualTo(printable);
    }
}
