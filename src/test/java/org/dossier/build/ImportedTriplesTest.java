package org.dossier.build;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dossier.problem.SurroundingsException;
import org.junit.jupiter.api.Test;

class ImportedTriplesTest {

    private static final long HEAP = 512L << 20;

    @Test
    void saysHowMuchMemoryIsNeededBeforeItBegins() {
        assertThatThrownBy(() -> ImportedTriples.requireRoom(20_000_000, HEAP))
                .isInstanceOf(SurroundingsException.class)
                .hasMessage(
                        "the imports have 20,000,000 triples, which take some 8,583 MB of memory to build, and Java may"
                                + " use 512 MB: give it more, as by DOSSIER_JAVA_OPTIONS=-Xmx9g, or take files out of files.tsv");
    }

    @Test
    void beginsWhenThereIsRoom() {
        assertThatCode(() -> ImportedTriples.requireRoom(1_100_000, HEAP)).doesNotThrowAnyException();
    }
}
