package org.dossier.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServerSettingsTest {

    @ParameterizedTest
    @EnumSource(Setting.class)
    void hasAValueForEverySetting(Setting setting) {
        assertThat(ServerSettings.of(Map.of()).effective().get(setting)).isNotNull();
        assertThat(Setting.named(setting.key())).contains(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "port, 65535, true",
        "port, 65536, false",
        "port, -1, false",
        "query-seconds, 0.5, true",
        "query-seconds, 0, false",
        "query-seconds, 1e3, false",
        "nesting, 1, true",
        "nesting, 0, false",
        "nesting, 1.5, false",
        "answer-bytes, 1312222, true",
        "answer-bytes, 32m, true",
        "answer-bytes, 2g, true",
        "answer-bytes, 32mb, false",
        "origins, any, true",
        "origins, some, false",
        "metrics, localhost:9090, true",
        "metrics, none, true",
        "metrics, 9090, false",
        "client-seconds, auto, true",
        "client-seconds, none, false",
        "host, 0.0.0.0, true",
        "host, ' ', false"
    })
    void takesValuesOfTheirKindOnly(String setting, String value, boolean isTaken) {
        Map<Setting, String> values = Map.of(Setting.named(setting).orElseThrow(), value);

        if (isTaken) {
            assertThat(ServerSettings.of(values)).isNotNull();
        } else {
            assertThatThrownBy(() -> ServerSettings.of(values))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("'" + value + "' is no value for " + setting + "; expected ");
        }
    }

    @Test
    void countsBytesInSteps() {
        ServerSettings settings = ServerSettings.of(Map.of(Setting.QUERY_BYTES, "3k", Setting.ANSWER_BYTES, "2m"));

        assertThat(settings.bytes(Setting.QUERY_BYTES)).isEqualTo(3 * 1024);
        assertThat(settings.answerBytes()).isEqualTo(2 * 1024 * 1024);
    }

    @Test
    void isOpenToOtherSitesUnlessOnLoopback() {
        assertThat(ServerSettings.of(Map.of()).isOpenToOtherSites()).isFalse();
        assertThat(ServerSettings.of(Map.of(Setting.ORIGINS, "any")).isOpenToOtherSites())
                .isTrue();
        assertThat(ServerSettings.of(Map.of(Setting.HOST, "0.0.0.0")).isOpenToOtherSites())
                .isTrue();
        assertThat(ServerSettings.of(Map.of(Setting.HOST, "0.0.0.0", Setting.ORIGINS, "none"))
                        .isOpenToOtherSites())
                .isFalse();
    }

    @Test
    void limitsTheTimeOfClientsUnlessOnlyThisMachineIsOne() {
        assertThat(ServerSettings.of(Map.of()).clientTime()).isZero();
        assertThat(ServerSettings.of(Map.of(Setting.HOST, "0.0.0.0")).clientTime())
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(ServerSettings.of(Map.of(Setting.PROXY, "forwarded")).clientTime())
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(ServerSettings.of(Map.of(Setting.CLIENT_SECONDS, "5")).clientTime())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void answersToAnyNameWhenOpenToAllAndGivenNone() {
        assertThat(ServerSettings.of(Map.of(Setting.HOST, "0.0.0.0")).names()).isEmpty();
        assertThat(ServerSettings.of(Map.of(Setting.HOST, "0.0.0.0", Setting.NAMES, "A.example, b.example"))
                        .names())
                .contains("a.example", "b.example", "localhost");
        assertThat(ServerSettings.of(Map.of()).names())
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "::1", "[::1]");
    }
}
