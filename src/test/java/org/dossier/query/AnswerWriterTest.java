package org.dossier.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.apache.jena.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerWriterTest {

    private static final String STORAGE = """
            SELECT ?storageUnit ?value ?date ?note {
              VALUES (?storageUnit ?note) { (id:eye 'seen | heard') (id:nameless UNDEF) }
              ?measurement dossier:value ?value ; dossier:date ?date .
            } ORDER BY ?storageUnit ?date
            """;

    @Test
    void laysOutATableWithNamesAndNumbersToTheRight() {
        assertThat(table(STORAGE, AnswerWriter.UNLIMITED)).isEqualTo("""
                        storage unit  value  date     note
                        ------------  -----  -------  ------------
                        Eye           400    2025-07  seen | heard
                        Eye            12.5  2026-01  seen | heard
                        id:nameless   400    2025-07
                        id:nameless    12.5  2026-01
                        """);
    }

    @Test
    void setsThousandsApartForReadersAndLeavesYearsAlone() {
        String query = "SELECT ?year ?people ?sum { VALUES (?year ?people ?sum) "
                + "{ (2025 12000 1234567.5) (987 9999 -0.25) } }";

        assertThat(table(query, AnswerWriter.UNLIMITED)).isEqualTo("""
                        year  people           sum
                        ----  ------  ------------
                        2025  12,000  1,234,567.5
                         987    9999         −0.25
                        """);
        assertThat(written(answer(query), ResultFormat.TABLE, DisplayNames.iris(Invented.PREFIXES)))
                .isEqualTo("""
                        year  people         sum
                        ----  ------  ----------
                        2025   12000  1234567.5
                         987    9999       -0.25
                        """);
    }

    @Test
    void showsIrisAndExactValuesWhenAsked() {
        assertThat(written(answer(STORAGE + "LIMIT 1"), ResultFormat.TABLE, DisplayNames.iris(Invented.PREFIXES)))
                .isEqualTo("""
                        storage unit  value  date     note
                        ------------  -----  -------  ------------
                        id:eye        400.0  2025-07  seen | heard
                        """);
    }

    @Test
    void fitsTheWidthByBreakingLongCellsBetweenWords() {
        String query = """
                SELECT ?who ?said { VALUES (?who ?said) {
                  ('Harbour Office' 'Nothing is stored on servers that we do not run ourselves') ('Customs' 'Donaudampfschifffahrtsgesellschaft') } }
                """;

        assertThat(table(query, 32)).isEqualTo("""
                        who             said
                        --------------  ----------------
                        Harbour Office  Nothing is
                                        stored on
                                        servers that we
                                        do not run
                                        ourselves
                        Customs         Donaudampfschiff
                                        fahrtsgesellscha
                                        ft
                        """);
    }

    @Test
    void showsEachRowAsABlockWhereColumnsWouldBeTooNarrow() {
        assertThat(table(STORAGE + "LIMIT 2", 30)).isEqualTo("""
                        storage unit  Eye
                        value         400
                        date          2025-07
                        note          seen | heard

                        storage unit  Eye
                        value         12.5
                        date          2026-01
                        note          seen | heard
                        """);
    }

    @Test
    void countsWideCharactersTwiceAndAccentsNotAtAll() {
        String query = "SELECT ?a ?b { VALUES (?a ?b) { ('漢字' 1) ('e\u0301a' 2) ('👩‍👩‍👧' 3) ('abc' 40) } }";

        assertThat(table(query, AnswerWriter.UNLIMITED)).isEqualTo("""
                        a      b
                        ----  --
                        漢字   1
                        e\u0301a     2
                        👩‍👩‍👧     3
                        abc   40
                        """);
    }

    @Test
    void letsNoControlCharacterReachTheTerminal() {
        String query = "SELECT ?a ?b { VALUES (?a ?b) { ('x\\u001B[31mred\\r\\nnext\\ttab\\u202Eback' 1) } }";

        assertThat(table(query, AnswerWriter.UNLIMITED)).isEqualTo("""
                        a              b
                        -------------  -
                        x\uFFFD[31mred      1
                        next tab\uFFFDback
                        """);
    }

    @Test
    void showsOnlyTheHeadWhenThereIsNoRow() {
        assertThat(table("SELECT ?firm ?value { ?firm a dossier:Nothing }", 80))
                .isEqualTo("firm  value\n----  -----\n");
    }

    @Test
    void writesMarkdownThatReadsAsItWasSaid() {
        String query =
                "SELECT ?who ?n ?said { VALUES (?who ?n ?said) { (id:eye 1 'a|b *c* <i> [d](e)\\nf') (id:none 2 UNDEF) } }";

        assertThat(written(answer(query), ResultFormat.MD, labels())).isEqualTo("""
                        | who | n | said |
                        | --- | ---: | --- |
                        | Eye | 1 | a\\|b \\*c\\* \\<i\\> \\[d\\](e)<br>f |
                        | id:none | 2 |  |
                        """);
    }

    @Test
    void writesCsvForSpreadsheets() {
        String query = "SELECT ?who ?said { VALUES (?who ?said) { (id:eye 'a, \"b\"') (id:eye '') (UNDEF 'x\\ny') } }";

        assertThat(written(answer(query), ResultFormat.CSV, labels()))
                .isEqualTo("who,said\r\nEye,\"a, \"\"b\"\"\"\r\nEye,\"\"\r\n,\"x\ny\"\r\n");
    }

    @Test
    void writesTsvAndJsonAsTheStandardsHaveThem() {
        String query = "SELECT ?who ?value ?none { VALUES ?who { id:eye } id:storage-1 dossier:value ?value }";

        assertThat(written(answer(query), ResultFormat.TSV, labels()))
                .isEqualTo("?who\t?value\t?none\n<https://example.org/harbour/eye>\t400.0\t\n");
        assertThat(written(answer(query), ResultFormat.JSON, labels())).isEqualTo("""
                        { "head": {
                            "vars": [ "who" , "value" , "none" ]
                          } ,
                          "results": {
                            "bindings": [
                              {\s
                                "who": { "type": "uri" , "value": "https://example.org/harbour/eye" } ,
                                "value": { "type": "literal" , "datatype": "http://www.w3.org/2001/XMLSchema#decimal" , "value": "400.0" }
                              }
                            ]
                          }
                        }
                        """);
    }

    @Test
    void writesTriplesAsSortedTurtleOrAsATable() {
        String query = "CONSTRUCT WHERE { id:blue-sky ?p ?o }";

        assertThat(written(answer(query), ResultFormat.TTL, labels())).isEqualTo("""
                        @prefix dossier: <https://w3id.org/dossier/ns#> .
                        @prefix id: <https://example.org/harbour/> .
                        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

                        id:blue-sky a dossier:Firm ;
                            rdfs:label
                                "Blauer Himmel"@de ,
                                "Blue Sky" .
                        """);
        assertThat(written(answer(query), ResultFormat.TABLE, labels())).isEqualTo("""
                        subject   predicate   object
                        --------  ----------  -------------
                        Blue Sky  rdf:type    dossier:Firm
                        Blue Sky  rdfs:label  Blauer Himmel
                        Blue Sky  rdfs:label  Blue Sky
                        """);
    }

    @Test
    void saysYesOrNo() {
        assertThat(written(answer("ASK {}"), ResultFormat.TABLE, labels())).isEqualTo("yes\n");
        assertThat(written(answer("ASK { id:eye a id:eye }"), ResultFormat.MD, labels()))
                .isEqualTo("no\n");
        assertThat(written(answer("ASK {}"), ResultFormat.CSV, labels())).isEqualTo("true\n");
        assertThat(written(answer("ASK {}"), ResultFormat.JSON, labels()).replaceAll("\\s", ""))
                .isEqualTo("{\"head\":{},\"boolean\":true}");
    }

    @Test
    void refusesTurtleForWhatIsNoTriples() throws QueryRefusal {
        Query rows = Invented.gate().admit("q", "SELECT * {}");
        Query verdict = Invented.gate().admit("q", "ASK {}");
        Query triples = Invented.gate().admit("q", "DESCRIBE id:eye");

        assertThatThrownBy(() -> ResultFormat.TTL.checkFor(rows))
                .hasMessage("query: error[query-format]: a SELECT answers with rows, and Turtle holds triples; "
                        + "use another --format, or a CONSTRUCT");
        assertThatThrownBy(() -> ResultFormat.TTL.checkFor(verdict)).hasMessageContaining("an ASK answers yes or no");
        assertThatCode(() -> ResultFormat.TTL.checkFor(triples)).doesNotThrowAnyException();
        assertThat(ResultFormat.usual(rows)).isEqualTo(ResultFormat.TABLE);
        assertThat(ResultFormat.usual(triples)).isEqualTo(ResultFormat.TTL);
    }

    @ParameterizedTest
    @EnumSource(ResultFormat.class)
    void tellsWhenTheStreamTakesNoMore(ResultFormat format) {
        Answer answer = answer(
                format == ResultFormat.TTL ? "CONSTRUCT WHERE { ?s ?p ?o }" : "SELECT * { ?s ?p ?o . ?a ?b ?c }");

        for (int room : new int[] {0, 1, 100, 400}) {
            assertThatThrownBy(() -> new AnswerWriter(labels(), Invented.PREFIXES, 80)
                            .write(answer, format, new FullAfter(room)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("No space left on device");
        }
    }

    private static String table(String query, int width) {
        return written(answer(query), ResultFormat.TABLE, labels(), width);
    }

    private static DisplayNames labels() {
        return DisplayNames.labels(Invented.dataset().getDefaultGraph(), Invented.PREFIXES);
    }

    private static Answer answer(String text) {
        try {
            Query query = Invented.gate().admit("query", text);
            return new Asking(Invented.dataset(), GateRules.local(false), Limits.local(Duration.ofSeconds(30)))
                    .answer(query, Map.of());
        } catch (QueryRefusal refusal) {
            throw new AssertionError(refusal);
        }
    }

    static String written(Answer answer, ResultFormat format, DisplayNames names) {
        return written(answer, format, names, AnswerWriter.UNLIMITED);
    }

    private static String written(Answer answer, ResultFormat format, DisplayNames names, int width) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new AnswerWriter(names, Invented.PREFIXES, width).write(answer, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(UTF_8);
    }

    /** A disk with room for so many bytes. */
    private static final class FullAfter extends OutputStream {
        private int room;

        FullAfter(int room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
