package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversionTest {

    private static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("."), new Problems()).vocabulary();
    private static final String MAPPING = """
            PREFIX dossier: <https://w3id.org/dossier/ns#>
            PREFIX fn: <https://w3id.org/dossier/fn/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            CONSTRUCT {
              ?contract a dossier:Contract ; dossier:awardNumber ?number ; dossier:ceilingAmount ?sum ; dossier:isAwardedTo ?firm .
              ?firm a dossier:Firm ; skos:altLabel ?name .
            } WHERE {
              FILTER(!BOUND(?kind) || ?kind != "test")
              BIND(fn:id("contract", ?number) AS ?contract)
              BIND(fn:decimal(?amount) AS ?sum)
              BIND(fn:id("firm", ?name) AS ?firm)
            }
            """;
    private static final String SOURCE = """
            title: Test
            key: [number]
            required: [number]
            optional: [kind]
            ignored:
              "no question asks for it": [remark, "extra *"]
            """;

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void makeAnImport() throws IOException {
        imports = new Imports(folder, VOCABULARY).mapping(MAPPING).source(SOURCE);
    }

    @Test
    void theBalanceAddsUp() throws Exception {
        Imports.Result result = imports.run("""
                number,amount,name,kind
                1,10.50,Alba,
                2,-3,Alba,real
                2,-3,Alba,real
                3,0,Boreas,test
                4,x,Boreas,
                ,5,Boreas,
                2,-4,Alba,real
                5,0.00,Boreas
                6,0.00,,
                """);

        Balance balance = result.sheet();
        assertThat(balance.read()).isEqualTo(9);
        assertThat(balance.mapped()).isEqualTo(4);
        assertThat(balance.rejected()).isEqualTo(3);
        assertThat(balance.duplicates()).isEqualTo(1);
        assertThat(balance.ignored()).isEqualTo(1);
        assertThat(balance.cells()).isEqualTo(1);
        assertThat(balance.things()).isEqualTo(Map.of("Contract", 4L, "Firm", 2L));
        assertThat(balance.signs()).isEqualTo(Map.of("ceilingAmount", new Balance.Signs(1, 1)));
        assertThat(result.rejects())
                .containsExactly(
                        "rows.csv,6,6,amount,x,expected digits with at most one point,not-a-number,cell",
                        "rows.csv,7,7,number,,the cell is empty,required-cell,row",
                        "rows.csv,8,8,number,2,row 3 has the same key and says something else,repeated-key,row",
                        "rows.csv,9,9,,,\"the row has 3 cells, the header 4\",wrong-width,row");
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void nothingIsLeftOfARejectedRow() throws Exception {
        Imports.Result result = imports.source(SOURCE.replace("required: [number]", "required: [number, amount]"))
                .run("number,amount,name\n1,x,Alba\n2,5,Alba\n");

        assertThat(result.triplesOfRows())
                .noneMatch(line -> line.contains("contract_1"))
                .anyMatch(line -> line.contains("firm_Alba") && line.contains("altLabel"));
    }

    @Test
    void aThingIsDescribedOnceWhenRowsSayTheSameOfIt() throws Exception {
        Imports.Result result = imports.run("number,amount,name\n1,1,Alba\n2,2,Alba\n3,3,Alba\n");

        assertThat(result.triplesOfRows())
                .filteredOn(line -> line.contains("altLabel"))
                .hasSize(1);
        assertThat(result.triplesOfRows())
                .filteredOn(line -> line.contains("isAwardedTo"))
                .hasSize(3);
    }

    @Test
    void anUnreadableCellIsToldInEveryRowThoughItsThingIsKnown() throws Exception {
        Imports.Result result = imports.mapping(MAPPING.replace("skos:altLabel ?name", "dossier:cik ?sum"))
                .run("number,amount,name\n1,x,Alba\n2,x,Alba\n");

        assertThat(result.rejects()).hasSize(2);
    }

    @Test
    void aRowOfWhichNothingBecomesATripleIsRejected() throws Exception {
        Imports.Result result =
                imports.source("title: Test\noptional: [kind]\n").run("number,amount,name\n,5,\n");

        assertThat(result.rejects())
                .containsExactly("rows.csv,2,2,,,nothing of the row became a triple,nothing-mapped,row");
    }

    @Test
    void aMissingColumnStopsTheImportAtOnce() throws Exception {
        Imports.Result result = imports.run("numbr,amount,name\n1,1,Alba\n");

        assertThat(result.balance()).isEmpty();
        assertThat(result.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "rows.csv:1: error[missing-column]: no column 'number', which the mapping reads (imports/test/mapping.rq:5:54);"
                                + " did you mean 'numbr'?");
        assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**.nt*");
    }

    @Test
    void aColumnThatNobodyReadsOrIgnoresIsTold() throws Exception {
        Imports.Result result = imports.run("number,amount,name,remark,extra 1,news,olds\n1,1,Alba,r,e,n,\n");

        assertThat(result.codes()).containsExactly("unknown-column");
        assertThat(result.sheet().unknownColumns()).containsExactly("news");
        assertThat(result.sheet().emptyColumns()).containsExactly("olds");
        assertThat(result.sheet().missingColumns()).containsExactly("kind");
    }

    @Test
    void aColumnIsNotReadAndIgnoredAtOnce() throws Exception {
        Imports.Result result =
                imports.source(SOURCE.replace("remark,", "name,")).run("number,amount,name\n1,1,Alba\n");

        assertThat(result.balance()).isEmpty();
        assertThat(result.codes()).containsExactly("read-and-ignored");
    }

    @Test
    void aRenamedColumnIsReadUnderItsPresentName() throws Exception {
        Imports.Result result = imports.source(SOURCE + "renamed:\n  amount: [sum total, amt]\n")
                .run("number,sum total,name\n1,7,Alba\n");

        assertThat(result.triplesOfRows()).anyMatch(line -> line.contains("\"7.0\""));
    }

    @Test
    void numbersThatAreExpectedAreHeldToTheFile() throws Exception {
        String expecting = SOURCE + "expect:\n  rows: 3 to 5\n  Contract: at least 2\n  Firm: at most 1\n";

        Imports.Result cut = imports.source(expecting).run("number,amount,name\n1,1,Alba\n");
        Imports.Result right = imports.run("number,amount,name\n1,1,Alba\n2,2,Alba\n3,3,Alba\n");
        Imports.Result sample =
                imports.with(ImportSettings.usual().withSample(1)).run("number,amount,name\n1,1,Alba\n2,2,B\n");

        assertThat(cut.problems())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "rows: 1, but source.yaml expects 3 to 5", "Contract: 1, but source.yaml expects at least 2");
        assertThat(right.problems()).isEmpty();
        assertThat(sample.problems()).isEmpty();
        assertThat(sample.sheet().read()).isEqualTo(1);
    }

    @Test
    void aKeyThatComesBackWithAnotherNameIsTold() throws Exception {
        Imports.Result result = imports.mapping(MAPPING.replace("fn:id(\"firm\", ?name)", "fn:id(\"firm\", ?code)"))
                .source(SOURCE + "names:\n  code: name\n")
                .run("number,amount,name,code\n1,1,Alba,A\n2,2,ALBA,A\n3,3,ALBA,A\n4,4,Alba,A\n5,5,,A\n");

        assertThat(result.sheet().otherNames()).isEqualTo(1);
        assertThat(result.rejects())
                .containsExactly("rows.csv,3,3,name,ALBA,the code 'A' has another name in row 2,other-name,note");
    }

    @Test
    void repetitionsAreKeptWhereTheSourceSaysSo() throws Exception {
        Imports.Result result =
                imports.mapping("""
                        PREFIX dossier: <https://w3id.org/dossier/ns#>
                        PREFIX fn: <https://w3id.org/dossier/fn/>
                        CONSTRUCT { ?contract a dossier:Contract ; dossier:awardNumber ?number } WHERE {
                          BIND(COALESCE(fn:id("contract", ?number, ?again), fn:id("contract", ?number)) AS ?contract)
                        }
                        """).source("title: Test\nrepetitions: again\n").run("number\n1\n2\n1\n1\n");

        assertThat(result.sheet().things()).isEqualTo(Map.of("Contract", 4L));
        assertThat(result.sheet().mapped()).isEqualTo(4);
        assertThat(result.rejects())
                .containsExactly(
                        "rows.csv,4,4,,,the same row stands further up,repeated-row,note",
                        "rows.csv,5,5,,,the same row stands further up,repeated-row,note");
    }

    @Test
    void aColumnMayNotHaveTheNameThatVALUESLists() throws Exception {
        Imports.Result result = imports.mapping("""
                        PREFIX dossier: <https://w3id.org/dossier/ns#>
                        PREFIX fn: <https://w3id.org/dossier/fn/>
                        CONSTRUCT { ?c a dossier:Contract ; dossier:awardNumber ?kind } WHERE {
                          BIND(fn:id("contract", ?number) AS ?c)
                          VALUES ?kind { "a" "b" }
                        }
                        """).source("title: Test\n").run("number,kind\n1,a\n");

        assertThat(result.balance()).isEmpty();
        assertThat(result.codes()).containsExactly("values-over-column");
    }

    @Test
    void anImportStopsWhenTooManyRowsAreRejected() throws Exception {
        Imports.Result result =
                imports.with(ImportSettings.usual().withMostRejects(1)).run("number,amount,name\n,1,A\n,2,B\n3,3,C\n");

        assertThat(result.balance()).isEmpty();
        assertThat(result.codes()).containsExactly("too-many-rejects");
        assertThat(result.rejects()).hasSize(2);
    }

    @Tag("slow")
    @Test
    void triplesAndRejectsDoNotDependOnThreads() throws Exception {
        String csv = manyRows();

        Imports.Result one = imports.with(ImportSettings.usual().withThreads(1)).run(csv);
        Imports.Result two = imports.with(ImportSettings.usual().withThreads(2)).run(csv);

        assertThat(two.triples()).isEqualTo(one.triples()).hasSizeGreaterThan(20_000);
        assertThat(two.rejects()).isEqualTo(one.rejects()).hasSizeGreaterThan(500);
        assertThat(two.sheet()).isEqualTo(one.sheet());
    }

    private static String manyRows() {
        Random random = new Random(3);
        StringBuilder csv = new StringBuilder("number,amount,name\n");
        for (int row = 0; row < 8_000; row++) {
            String amount = random.nextInt(10) == 0 ? "x" : String.valueOf(random.nextInt(1000));
            csv.append(row % 50 == 0 ? "" : String.valueOf(random.nextInt(7_000)))
                    .append(',')
                    .append(amount)
                    .append(",Firm ")
                    .append(random.nextInt(40))
                    .append('\n');
        }
        return csv.toString();
    }

    @Test
    void progressIsTold() throws Exception {
        long[] last = new long[3];
        imports.with(ImportSettings.usual().withProgress((rows, read, bytes) -> {
                    last[0] = rows;
                    last[1] = read;
                    last[2] = bytes;
                }))
                .run(manyRows());

        assertThat(last[0]).isEqualTo(8_000);
        assertThat(last[1]).isEqualTo(last[2]).isEqualTo(Files.size(folder.resolve("rows.csv")));
    }

    @Test
    void aFileThatIsCutShortIsRefusedOrRejectedAtItsEnd() throws Exception {
        Imports.Result inACell = imports.run("number,amount,name\n1,1,Alba\n2,2,\"Bor");
        Imports.Result betweenCells = imports.run("number,amount,name\n1,1,Alba\n2,2");

        assertThat(inACell.balance()).isEmpty();
        assertThat(inACell.codes()).containsExactly("broken-quotes");
        assertThat(betweenCells.sheet().rejected()).isEqualTo(1);
        assertThat(betweenCells.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "rows.csv:3: warning[cut-short]: the last row has fewer cells than the header: the file may be"
                                + " cut short; compare its length with that of the original, or set 'expect' in source.yaml");
        assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aWrongEncodingIsRefusedOrTold() throws Exception {
        Path file = folder.resolve("rows.csv");
        Files.write(file, "number,amount,name\n1,1,Café\n".getBytes(Charset.forName("windows-1252")));

        Imports.Result declared = imports.source(SOURCE + "encoding: utf-8\n").run(file);
        Imports.Result guessed = imports.source(SOURCE).run(file);

        assertThat(declared.codes()).containsExactly("bad-byte");
        assertThat(guessed.codes()).containsExactly("encoding-detected");
        assertThat(guessed.triplesOfRows()).anyMatch(line -> line.contains("\"Café\""));
    }

    @Test
    void aFileThatWentThroughASpreadsheetOfAnotherCountryIsReadByItsOwnDelimiterAndSaysSo() throws Exception {
        Imports.Result result = imports.run("number;amount;name\n1;1,50;Alba\n2;1.2E+15;Alba\n7,0E+10;1;Alba\n");

        assertThat(result.codes()).containsExactly("delimiter-detected");
        assertThat(result.rejects())
                .containsExactly(
                        "rows.csv,2,2,amount,\"1,50\",\"expected digits with at most one point; a comma is no point: where it"
                                + " parts thousands, take it out by REPLACE\",not-a-number,cell",
                        "rows.csv,3,3,amount,1.2E+15,expected digits with at most one point; a spreadsheet has rounded it:"
                                + " take the file as it was before,not-a-number,cell",
                        "rows.csv,4,4,number,\"7,0E+10\",a spreadsheet has rounded this key: take the file as it was"
                                + " before,rounded-key,row");
    }

    @Test
    void aFileOfWhichEveryRowIsRejectedIsRefused() throws Exception {
        Imports.Result result = imports.run("number,amount,name\n,1,Alba\n,2,Boreas\n");

        assertThat(result.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "rows.csv: error[all-rejected]: all of its rows were rejected: required-cell 2; rejects.csv"
                                + " says why for each; it may be another file, or one that a spreadsheet changed");
    }

    @Test
    void aFileOfAnotherKindIsRefusedInOneSentence() throws Exception {
        Imports.Result result = imports.run("<!DOCTYPE html>\n<p>gone</p>\n");

        assertThat(result.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "rows.csv:1: error[missing-column]: none of the columns that the mapping reads is there; the"
                                + " header begins with '<!DOCTYPE html>'; this is another file, or it has other delimiters; wanted"
                                + " are 'number', 'amount', 'name'");
    }

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws Exception {
        Path file = folder.resolve("rows.csv");
        ImportSettings meddling = ImportSettings.usual()
                .withProgress((rows, bytes, all) -> file.toFile().setLastModified(0));

        Imports.Result result = imports.with(meddling).run("number,amount,name\n1,1,Alba\n");

        assertThat(result.codes()).containsExactly("file-changed");
        assertThat(result.balance()).isEmpty();
    }

    @Test
    void aCodeThatLostItsZerosIsTold() throws Exception {
        Imports.Result result = imports.mapping(MAPPING.replace("?number)", "fn:code(?number, 3, 5))"))
                .run("number,amount,name\n012,1,Alba\n12,1,Alba\nAB,1,Alba\n");

        assertThat(result.rejects())
                .containsExactly(
                        "rows.csv,3,3,number,12,expected 3 or 5 characters; a spreadsheet drops zeros in front of a number,"
                                + "not-a-code,row",
                        "rows.csv,4,4,number,AB,expected 3 or 5 characters,not-a-code,row");
    }

    @Test
    void aYearThatASpreadsheetMadeADayIsRefusedOrGivenBackAndTold() throws Exception {
        String dated = MAPPING.replace("dossier:ceilingAmount ?sum", "dossier:startDate ?start")
                .replace("fn:decimal(?amount) AS ?sum", "fn:partial-date(?amount, \"M/d/uuuu\", \"uuuu\") AS ?start");
        String rows = "number,amount,name\n1,7/16/1905,Alba\n2,8/11/1905,Alba\n3,5/22/1905,Alba\n4,2/1/1997,Alba\n";

        Imports.Result refused = imports.mapping(dated).run(rows);
        Imports.Result mended = imports.mapping(dated.replace(
                        "fn:partial-date(?amount,", "fn:partial-date(fn:excel-year(?amount, \"M/d/uuuu\"),"))
                .source(SOURCE.replace("required: [number]", "required: [number, amount]"))
                .run(rows);

        assertThat(refused.rejects())
                .containsExactly("rows.csv,2,2,amount,7/16/1905,a spreadsheet shows the year 2024 as this day,"
                        + "year-as-day,cell");
        assertThat(starts(refused)).containsExactly("1905-08-11", "1905-05-22", "1997-02-01");
        assertThat(mended.rejects())
                .containsExactly(
                        "rows.csv,2,2,amount,7/16/1905,\"read as 2024, which a spreadsheet shows as this day\","
                                + "excel-year,note");
        assertThat(mended.sheet().cells()).isZero();
        assertThat(starts(mended)).containsExactly("2024", "1905-08-11", "1905-05-22", "1997-02-01");
    }

    private static List<String> starts(Imports.Result result) {
        return result.triplesOfRows().stream()
                .filter(line -> line.contains("startDate"))
                .map(line -> line.replaceAll(".*startDate> \"([^\"]*)\".*", "$1"))
                .toList();
    }

    @Tag("slow")
    @Test
    void aCellOfTenMillionLettersIsMapped() throws Exception {
        Imports.Result result = imports.mapping(MAPPING.replace("skos:altLabel ?name", "skos:altLabel ?remark"))
                .source(SOURCE.replace("[remark, ", "["))
                .run("number,amount,name,remark\n1,1,Alba," + "x".repeat(10_000_000) + "\n2,2,Boreas,y\n");

        assertThat(result.sheet().mapped()).isEqualTo(2);
        assertThat(result.triplesOfRows())
                .filteredOn(line -> line.length() > 10_000_000)
                .hasSize(1);
    }

    @Test
    void odditiesOfTextBecomeProperTriples() throws Exception {
        Imports.Result result = imports.run("number,amount,name\n1,1,\"a \"\"b\"\" \\ \t\r\n😀\"\n");

        assertThat(result.triplesOfRows())
                .anyMatch(line -> line.endsWith("altLabel> \"a \\\"b\\\" \\\\ \\t\\r\\n😀\" ."))
                .anyMatch(line -> line.contains(
                        "<https://example.org/id/firm_a-x20--x22-b-x22--x20--x5C--x20--x09--x0D--x0A--x1F600->"));
    }

    @Test
    void theFileIsASourceAndItsRowsAreEvidence() throws Exception {
        Imports.Result result = imports.source(
                        SOURCE
                                + "publisher: Somebody\nhomepage: https://example.org/\nlicence: https://example.org/l\ndate: 2025-07\n")
                .run("number,amount,name\n1,1,Alba\n");
        String sha256 = result.sheet().sha256();

        assertThat(result.triples())
                .contains(
                        line("source-test-" + sha256.substring(0, 12), "sha256", "\"" + sha256 + "\""),
                        line(
                                "evidence-test-" + sha256.substring(0, 12),
                                "isQuotedFrom",
                                "<https://example.org/id/source-test-" + sha256.substring(0, 12) + ">"),
                        line(
                                "contract_1",
                                "hasEvidence",
                                "<https://example.org/id/evidence-test-" + sha256.substring(0, 12) + ">"),
                        line("contract_1", "sourceRow", "\"2\"^^<http://www.w3.org/2001/XMLSchema#integer>"),
                        line("contract_1", "hasStanding", "<https://w3id.org/dossier/kind/documented>"));
        assertThat(result.triples())
                .noneMatch(line -> line.contains("firm_Alba> <https://w3id.org/dossier/ns#hasEvidence>"));
    }

    private static String line(String subject, String property, String object) {
        return "<https://example.org/id/" + subject + "> <https://w3id.org/dossier/ns#" + property + "> " + object
                + " .";
    }

    @Test
    void standingIsLeftToTheRulesWhenAskedTo() throws Exception {
        ImportSettings bare =
                new ImportSettings(1, Long.MAX_VALUE, Long.MAX_VALUE, false, null, (rows, read, bytes) -> {});

        Imports.Result result = imports.with(bare).run("number,amount,name\n1,1,Alba\n");

        assertThat(result.triples())
                .noneMatch(line -> Stream.of("hasStanding", "independentRoots", "hasRoot", "isHeld")
                        .anyMatch(line::contains))
                .anyMatch(line -> line.contains("hasEvidence"));
    }

    @Test
    void rejectsAreWrittenInUtf8WithLongValuesCut() throws Exception {
        Imports.Result result = imports.run("number,amount,name\n1," + "ß".repeat(10_000) + ",Alba\n");

        assertThat(result.rejects())
                .hasSize(1)
                .first()
                .asString()
                .hasSizeLessThan(400)
                .contains("ß…");
        assertThat(Files.readString(folder.resolve("out/rejects.csv"), StandardCharsets.UTF_8))
                .contains("ß");
    }

    @Test
    void severalFilesAreSeveralUnits() throws Exception {
        imports.run("number,amount,name\n1,1,Alba\n");
        Path other = Files.writeString(folder.resolve("Other file.csv"), "number,amount,name\n2,2,B\n");
        Problems problems = new Problems();
        ImportFolder read = ImportFolder.read(folder, "test", Expressions.BASE, VOCABULARY, problems)
                .orElseThrow();

        ImportRun run = ImportRun.run(
                read,
                List.of(folder.resolve("rows.csv"), other),
                ImportSettings.usual(),
                folder.resolve("out"),
                problems);

        assertThat(run.units())
                .extracting(ImportRun.Unit::name)
                .containsExactly("imports-test-rows", "imports-test-Other-file");
        assertThat(run.units()).extracting(unit -> unit.balance().mapped()).containsExactly(1L, 1L);
        assertThat(folder.resolve("out/imports-test-Other-file.nt")).exists();
    }

    @Test
    void twoFilesOfOneNameAreNotOneUnit() throws Exception {
        Path one = Files.writeString(
                Files.createDirectories(folder.resolve("one")).resolve("rows.csv"), "number,amount,name\n1,1,A\n");
        Path two = Files.writeString(
                Files.createDirectories(folder.resolve("two")).resolve("rows.csv"), "number,amount,name\n2,2,B\n");
        Problems problems = new Problems();
        ImportFolder read = ImportFolder.read(folder, "test", Expressions.BASE, VOCABULARY, problems)
                .orElseThrow();

        ImportRun run =
                ImportRun.run(read, List.of(one, two, one), ImportSettings.usual(), folder.resolve("out"), problems);

        assertThat(run.units()).hasSize(1);
        assertThat(problems.list()).extracting(Problem::code).containsExactly("same-name");
    }
}
