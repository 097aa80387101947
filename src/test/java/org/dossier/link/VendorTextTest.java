package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.link.VendorText.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorTextTest {

    private static String mentions(String cell) {
        return String.join(
                " + ",
                VendorText.read(cell).mentions().stream()
                        .map(Part.Mention::name)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            UiPath; Microsoft; Apryse                                | UiPath + Microsoft + Apryse
            Iron Harbor, Inc.                                        | Iron Harbor, Inc.
            Iron Harbor, Inc. / Tinware                              | Iron Harbor, Inc. + Tinware
            Cobalt, Tinware, and Iron Harbor Systems                 | Cobalt + Tinware + Iron Harbor Systems
            Cobalt and Tinware                                       | Cobalt + Tinware
            Dun and Bradstreet Holdings Inc.                         | Dun and Bradstreet Holdings Inc.
            Ernst & Young                                            | Ernst & Young
            First Alert/Dataminr                                     | First Alert + Dataminr
            Bates White, using Microsoft Azure                       | Bates White + Microsoft Azure
            Cobalt Mill (CM), subcontracted to Tinware               | Cobalt Mill + Tinware
            Purchased from a Vendor - Tabnine                        | Tabnine
            Iron Harbor https://harbor.example/docs                  | Iron Harbor
            Tinware (old, retired), Cobalt and Iron Harbor.          | Tinware + Cobalt + Iron Harbor
            Iron Harbor, Inc. (Tinware)                              | Iron Harbor, Inc.
            Cobalt PIID: NNG15SD22B                                  | Cobalt
            """)
    void findsTheNamesInACell(String cell, String names) {
        assertThat(mentions(cell)).isEqualTo(names);
    }

    @Test
    void keepsWhatStandsInBracketsAsARemark() {
        assertThat(VendorText.read("OpenAI (hosting provider)").parts())
                .containsExactly(new Part.Mention("OpenAI", "hosting provider"));
    }

    @Test
    void neverTakesAWithheldNameForAFirm() {
        assertThat(VendorText.read("Law Enforcement Sensitive (LES)").parts())
                .containsExactly(new Part.Withheld("Law Enforcement Sensitive (LES)"));
        assertThat(VendorText.read("Cobalt; Law Enforcement Sensitive (LES)").mentions())
                .containsExactly(new Part.Mention("Cobalt", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Not available",
                "N/A",
                "To be determined",
                "In-house (CDER staff)",
                "Open source",
                "No Vendor Involved",
                "Contractor teams",
                "AI Service Provider"
            })
    void seesThatNobodyIsNamed(String cell) {
        assertThat(VendorText.read(cell).parts()).containsExactly(new Part.Nobody(cell));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cobalt is the vendor that another agency uses; this one reaches its tools through that agency.",
                "70QS0124C00000002",
                "https://harbor.example/ai"
            })
    void leavesToPeopleWhatOnlyTheyCanRead(String cell) {
        assertThat(VendorText.read(cell).parts()).containsExactly(new Part.Note(cell));
    }

    @Test
    void hasNothingToSayOfAnEmptyCell() {
        assertThat(VendorText.read("  ").parts()).isEqualTo(List.of());
    }
}
