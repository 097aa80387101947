package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Palantir Technologies Inc.            | palantir technology              | incorporated
            PALANTIR TECHNOLOGIES, INC            | palantir technology              | incorporated
            Carahsoft Technology Corp.            | carahsoft technology             | corporation
            Asset Protection & Security Svcs, L.P. | asset protection and security service | limited-partnership
            CDW Government, L.L.C.                | cdw government                   | limited-liability-company
            ООО "Пример"                          | primer                           | ooo
            ПАО Газпром                           | gazprom                          | public-joint-stock-company
            Limited Liability Company Primer      | primer                           | limited-liability-company
            Drägerwerk AG und Co. KGaA            | dragerwerk                       | kgaa
            北京集团有限公司                        | bei jing group                   | limited
            株式会社トープラ                        | topura                           | kabushiki-kaisha
            Société Générale S.A.                 | society generale                 | societe-anonyme
            Fisher Sand and Gravel Co             | fisher sand and gravel           | company
            Kiewit/Granite, a JV                  | kiewit granite a joint venture   | ''
            Trust                                 | trust                            | ''
            """)
    void takesNamesApart(String name, String words, String forms) {
        FoldedName folded = NameReader.shared().read(name);

        assertThat(String.join(" ", folded.words().stream().map(Word::text).toList()))
                .isEqualTo(words);
        assertThat(String.join(" ", folded.forms().stream().map(LegalForm::name).toList()))
                .isEqualTo(forms);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Four Points Technology     | 4 point technology
            4 Points Technology        | 4 point technology
            Twenty-First Century Fox   | 21 century fox
            21st Century Fox           | 21 century fox
            Apollo Logistics II        | apollo logistics 2
            Vi Technology              | vi technology
            Series 00000000001         | series 00000000001
            """)
    void readsNumbersHoweverTheyAreWritten(String name, String words) {
        assertThat(String.join(
                        " ",
                        NameReader.shared().read(name).words().stream()
                                .map(Word::text)
                                .toList()))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rohde & Schwarz U.S. Inc         | us
            Arizona Department of Transportation | us-az
            Thomson Reuters (Canada)           | ca
            NEC Corporation of America         | usa
            """)
    void findsPlaces(String name, String place) {
        assertThat(NameReader.shared().read(name).words())
                .anyMatch(word -> word.is(Word.Sort.PLACE) && word.text().equals(place));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            B.I. Incorporated | bi
            M V M, Inc.       | mvm
            AT&T Corp.        | atandt
            AT AND T CORP     | atandt
            L-3 Harris        | l3 harris
            """)
    void joinsInitials(String name, String words) {
        assertThat(String.join(
                        " ",
                        NameReader.shared().read(name).words().stream()
                                .map(Word::written)
                                .toList()))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Immigration and Customs Enforcement           | ice
            U.S. Customs and Border Protection            | cbp
            U.S. Citizenship and Immigration Services     | uscis
            Department of Health and Human Services       | hhs
            Science Applications International Corporation | saic
            New York Police Department                    | nypd
            """)
    void knowsWhatAcronymsMayLookLike(String name, String acronym) {
        assertThat(NameReader.shared().read(name).initials()).contains(acronym);
    }

    @Test
    void leavesOutWhatTheSecSetsBehindAName() {
        assertThat(NameReader.shared().read("GOODYEAR TIRE & RUBBER CO /OH/").words())
                .extracting(Word::text)
                .containsExactly("goodyear", "tire", "and", "rubber");
    }

    @Test
    void leavesOutAnAcronymThatTheNameSpellsOut() {
        assertThat(NameReader.shared()
                        .read("Cybersecurity and Infrastructure Security Agency (CISA)")
                        .glued())
                .contains("cisa");
        assertThat(NameReader.shared()
                        .read("Cybersecurity and Infrastructure Security Agency (CISA)")
                        .words())
                .extracting(Word::text)
                .doesNotContain("cisa");
    }

    @Test
    void hasNoWordsForANameWithoutLetters() {
        assertThat(NameReader.shared().read("★ … ?!").words()).isEmpty();
    }
}
