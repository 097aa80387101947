package org.dossier.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNameTest {

    private static final String NASTY = "ab_ x0041FX9()/?#-.\té\u00B7\u0300😀_ ";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "recipient_uei, recipient_uei",
                "1862_land_grant_college, 1862_land_grant_college",
                "Award ID, Award__ID",
                "Product/Service Description, Product_x002F_Service__Description",
                "Use (Y/N)?, Use___x0028_Y_x002F_N_x0029__x003F_",
                "Straße, Straße",
                "a__b, a_x005F__b",
                "_, _x005F_",
                "\"\", _",
                "😀, 😀",
                "Yes#2, Yes_x0023_2"
            })
    void spellsAHeaderAsTheNameOfAVariable(String header, String name) {
        assertThat(ColumnName.spell(header)).isEqualTo(name);
        assertThat(ColumnName.header(name)).isEqualTo(header);
    }

    @Test
    void everyHeaderComesBackAndNoTwoShareAName() {
        Random random = new Random(7);
        Set<String> headers = new HashSet<>();
        Set<String> names = new HashSet<>();

        for (int round = 0; round < 200_000; round++) {
            String header = nastyHeader(random);
            String name = ColumnName.spell(header);
            assertThat(ColumnName.header(name)).as(name).isEqualTo(header);
            headers.add(header);
            names.add(name);
        }

        assertThat(names).hasSameSizeAs(headers);
    }

    private static String nastyHeader(Random random) {
        int[] letters = NASTY.codePoints().toArray();
        int length = random.nextInt(9);
        StringBuilder header = new StringBuilder();
        for (int at = 0; at < length; at++) {
            header.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return header.toString();
    }
}
