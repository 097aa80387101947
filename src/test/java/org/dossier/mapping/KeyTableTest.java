package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTableTest {

    @TempDir
    Path folder;

    @Test
    void remembersWhatAMapRemembers() {
        Random random = new Random(5);
        Map<Long, Long> map = new HashMap<>();
        try (KeyTable table = new KeyTable(folder)) {
            for (int round = 0; round < 200_000; round++) {
                long key = random.nextInt(100_000) * 0x9E3779B97F4A7C15L;
                Long before = map.putIfAbsent(key, (long) round);
                assertThat(table.put(key, round)).isEqualTo(before == null ? KeyTable.NEW : before);
            }
            assertThat(table.size()).isEqualTo(map.size());
        }
    }

    @Tag("slow")
    @Test
    void keepsEverythingWhenItMovesToAFile() {
        int keys = 3_000_000;
        try (KeyTable table = new KeyTable(folder)) {
            for (long key = 1; key <= keys; key++) {
                assertThat(table.put(key * 0x9E3779B97F4A7C15L, key) == KeyTable.NEW)
                        .isTrue();
            }
            for (long key = 1; key <= keys; key += 1009) {
                assertThat(table.put(key * 0x9E3779B97F4A7C15L, 0)).isEqualTo(key);
            }
            assertThat(table.size()).isEqualTo(keys);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void countsUp() {
        try (KeyTable table = new KeyTable(folder)) {
            assertThat(table.increment(7)).isZero();
            assertThat(table.increment(7)).isEqualTo(1);
            assertThat(table.increment(7)).isEqualTo(2);
            assertThat(table.increment(0)).isZero();
        }
    }
}
