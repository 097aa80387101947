package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to files on the way, done to the sample of a shipped import: each ends in a balance or a clear refusal. */
class OddFilesTest {

    private static final String NAME = "usaspending-actions";
    private static final Path SAMPLE = Path.of("imports", NAME, "sample.csv");
    private static final Path REAL =
            Path.of("../shared/open-data/usaspending-cbp-ice/CBP_ICE_FY2023_Contract_Obligations.csv");

    @TempDir
    Path folder;

    private Path dossier = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        dossier = Files.createDirectories(folder.resolve("dossier"));
        Files.writeString(dossier.resolve("dossier.yaml"), "title: Odd files\nbase: https://example.org/id/\n");
        copy("imports/" + NAME);
        copy("imports/tables");
        Files.copy(Path.of("imports/mentions.yaml"), dossier.resolve("imports/mentions.yaml"));
    }

    private void copy(String part) throws IOException {
        Files.createDirectories(dossier.resolve(part));
        try (Stream<Path> files = Files.list(Path.of(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, dossier.resolve(part).resolve(file.getFileName()));
            }
        }
    }

    private String importing(String... files) {
        String[] words = Stream.concat(
                        Stream.of("import", NAME),
                        Stream.of(files).map(file -> folder.resolve(file).toString()))
                .toArray(String[]::new);
        Run run = Run.of(dossier, words);
        return run.exitCode() + " " + run.out() + run.err();
    }

    private String importing(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return importing(name);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream stream = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                stream.putNextEntry(new ZipEntry(member.getKey()));
                stream.write(member.getValue());
            }
        }
        return packed.toByteArray();
    }

    private static byte[] sample() throws IOException {
        return Files.readAllBytes(SAMPLE);
    }

    private static String firstLine() throws IOException {
        return Files.readAllLines(SAMPLE).get(0);
    }

    @Test
    void packedFilesAreReadWholeOrRefused() throws IOException {
        byte[] packed = gzip(sample());
        byte[] zipped = zip(Map.of("a.csv", sample()));
        String balance = importing(SAMPLE.getFileName().toString(), sample()).split("rows read", 2)[1];

        assertThat(importing("whole.csv.gz", packed))
                .startsWith("0 whole.csv.gz: ")
                .contains(firstWords(balance));
        assertThat(importing("whole.zip", zipped))
                .startsWith("0 whole.zip!a.csv: ")
                .contains(firstWords(balance));
        assertThat(importing("inside.zip", zip(Map.of("a.csv.gz", packed)))).startsWith("0 inside.zip!a.csv.gz: ");
        assertThat(importing("cut.csv.gz", Arrays.copyOf(packed, packed.length / 2)))
                .startsWith("1 rejects: ")
                .contains("cut.csv.gz: error[broken-archive]");
        assertThat(importing("cut.zip", Arrays.copyOf(zipped, zipped.length / 2)))
                .startsWith("1 rejects: ")
                .contains("cut.zip: error[broken-archive]");
        assertThat(importing("none.zip", zip(Map.of("inner.zip", zipped)))).contains("error[which-member]");
        Map<String, byte[]> two = new LinkedHashMap<>(Map.of("a.csv", sample()));
        two.put("b.csv", sample());
        assertThat(importing("two.zip", zip(two)))
                .contains("two.zip: error[which-member]: 2 files of rows are in this zip", "it holds a.csv, b.csv");
    }

    private static String firstWords(String balance) {
        return balance.lines().findFirst().orElseThrow();
    }

    @Test
    void aMemberInWhichAByteWasChangedIsRefused() throws IOException {
        byte[] zipped = storedZip();
        int at = new String(zipped, StandardCharsets.ISO_8859_1).indexOf("CBP,");
        zipped[at] = 'X';

        assertThat(importing("changed.zip", zipped))
                .startsWith("1 ")
                .contains("changed.zip!a.csv: error[broken-archive]");
    }

    /** Not compressed, so that a changed byte is a changed letter. */
    private static byte[] storedZip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream stream = new ZipOutputStream(packed)) {
            stream.setLevel(0);
            stream.putNextEntry(new ZipEntry("a.csv"));
            stream.write(sample());
        }
        return packed.toByteArray();
    }

    @Test
    void aPackedFileThatIsMadeToFillTheDiskIsRefused() throws IOException {
        byte[] line = (",".repeat(9) + "x".repeat(991) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bomb)) {
            stream.write((firstLine() + "\n").getBytes(StandardCharsets.UTF_8));
            for (int at = 0; at < 80_000; at++) {
                stream.write(line);
            }
        }

        assertThat(importing("bomb.csv.gz", bomb.toByteArray()))
                .startsWith("1 ")
                .contains("bomb.csv.gz: error[packed-too-tightly]", "unpack it elsewhere if you trust it");
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("folder.csv"));

        assertThat(importing("folder.csv")).startsWith("3 ").contains("it is a folder; name the files in it");
        assertThat(importing("gone.csv")).startsWith("3 ").contains("there is no such file");
        assertThat(importing("empty.csv", new byte[0])).contains("empty.csv: error[no-header]");
        assertThat(importing("blank.csv", "\n\n".getBytes(StandardCharsets.UTF_8)))
                .contains("error[no-header]");
        assertThat(importing("header.csv", (firstLine() + "\n").getBytes(StandardCharsets.UTF_8)))
                .startsWith("1 ")
                .contains("header.csv: error[unexpected-count]: rows: 0");
        assertThat(importing("sheet.xlsx", zip(Map.of("xl/sheet1.xml", sample()))))
                .contains("sheet.xlsx: error[unknown-format]", "save a workbook as CSV first");
        assertThat(importing("page.csv", "<!DOCTYPE html>\n<p>gone</p>\n".getBytes(StandardCharsets.UTF_8)))
                .contains("page.csv:1: error[missing-column]: none of the columns that the mapping reads is there");
    }

    @Test
    void textInAnotherEncodingIsRefused() throws IOException {
        String text = new String(sample(), StandardCharsets.UTF_8);

        assertThat(importing("sixteen.csv", text.getBytes(StandardCharsets.UTF_16)))
                .contains("sixteen.csv: error[not-a-text]: this text is UTF-16");
        assertThat(importing("bare.csv", text.getBytes(StandardCharsets.UTF_16LE)))
                .contains("bare.csv: error[not-a-text]: byte 0 at offset 1");
        assertThat(importing(
                        "latin.csv",
                        (firstLine() + "\nICE,1,CAFÉ,1,2023-01-01,0,a,b,c,CONT_1\n")
                                .getBytes(StandardCharsets.ISO_8859_1)))
                .contains("latin.csv:2: error[bad-byte]: byte 0xC9", "set 'encoding: windows-1252' in source.yaml");
    }

    @Test
    void aFileThatWentThroughASpreadsheetLosesNothingInSilence() throws IOException {
        String header = "\uFEFF" + firstLine().replace(",", ";") + "\r\n";
        String good = "ICE;A1;NORTHWIND;1;2023-01-31;0;a;b;c;CONT_AWD_A1_7012_-NONE-_-NONE-\r\n";
        String odd = "ICE;A2;NORTHWIND;1,5;31.01.2023;0;a;b;c;CONT_AWD_A2_7012_-NONE-_-NONE-\r\n"
                + "ICE;1.2E+15;NORTHWIND;1;2023-01-31;0;a;b;c;1.2E+15\r\n";

        String mixed = importing("excel.csv", (header + good + odd).getBytes(StandardCharsets.UTF_8));
        String spoilt = importing("spoilt.csv", (header + odd).getBytes(StandardCharsets.UTF_8));

        assertThat(mixed)
                .startsWith("0 excel.csv: 3 rows read = 1 mapped + 2 rejected + 0 duplicate + 0 ignored by rule")
                .contains("reasons in rejects.csv: not-a-date 1, not-a-number 1, rounded-key 1")
                .contains("excel.csv:1: warning[delimiter-detected]: read as cells parted by ';'");
        assertThat(spoilt).startsWith("1 ").contains("spoilt.csv: error[all-rejected]");
    }

    @Test
    void columnsThatAreRenamedOrDoubledAreNamed() throws IOException {
        String text = new String(sample(), StandardCharsets.UTF_8);

        assertThat(importing(
                        "renamed.csv",
                        text.replace("Federal Action Obligation", "Obligated").getBytes(StandardCharsets.UTF_8)))
                .startsWith("1 ")
                .contains("renamed.csv:1: error[missing-column]: no column 'Federal Action Obligation'")
                .contains("list that under 'renamed' in source.yaml");
        assertThat(importing(
                        "doubled.csv",
                        text.replace("NAICS Description", "Product/Service Description")
                                .getBytes(StandardCharsets.UTF_8)))
                .startsWith("1 ")
                .contains("doubled.csv:1: error[repeated-header]: 2 columns are headed 'Product/Service Description'");
    }

    @Test
    void rowsOfTheApisSearchAreReadByTheSameMapping() throws IOException {
        String row = "{\"Award ID\": \"A1\", \"Mod\": \"P00001\", \"Recipient Name\": \"NORTHWIND\", \"Action Date\":"
                + " \"2025-01-31\", \"Transaction Amount\": 15639242.30, \"Transaction Description\": \"LAMPS\","
                + " \"Awarding Sub Agency\": \"U.S. Immigration and Customs Enforcement\", \"internal_id\": \"1\","
                + " \"generated_internal_id\": \"CONT_AWD_A1_7012_-NONE-_-NONE-\"}\n";

        String imported = importing("search.jsonl", row.getBytes(StandardCharsets.UTF_8));

        assertThat(imported)
                .startsWith("0 search.jsonl: 1 rows read = 1 mapped + 0 rejected + 0 duplicate + 0 ignored by rule")
                .doesNotContain("warning");
        assertThat(converted())
                .contains("/action_CONT_AWD_A1_7012_-NONE-_-NONE-_P00001>")
                .contains("hasBuyer> <https://example.org/id/ice>")
                .contains("obligatedAmount> \"15639242.3\"");
    }

    private String converted() throws IOException {
        try (Stream<Path> files = Files.list(dossier.resolve("build/imports").resolve(NAME))) {
            Path triples = files.filter(file -> file.toString().endsWith(".nt"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(triples);
        }
    }

    @Test
    void theAwardArchiveIsReadWholeHoweverManyFilesItsZipHas() throws IOException {
        copy("imports/usaspending-transactions");
        byte[] rows = Files.readAllBytes(Path.of("imports/usaspending-transactions/sample.csv"));
        Map<String, byte[]> members = new LinkedHashMap<>(Map.of("FY2025_070_Contracts_Full_20251106_1.csv", rows));
        members.put("FY2025_070_Contracts_Full_20251106_2.csv", rows);
        members.put("Data_Dictionary_Crosswalk.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        Path archive = Files.write(folder.resolve("FY2025_070_Contracts_Full_20251106.zip"), zip(members));
        Path job = Files.write(
                folder.resolve("ice-2025.zip"), zip(Map.of("Contracts_PrimeTransactions_2025-11-06_1.csv", rows)));

        Run run = Run.of(dossier, "import", "usaspending-transactions", archive.toString(), job.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().filter(line -> line.contains("rows read")).map(line -> line.split(": ")[0]))
                .containsExactly(
                        "FY2025_070_Contracts_Full_20251106.zip!FY2025_070_Contracts_Full_20251106_1.csv",
                        "FY2025_070_Contracts_Full_20251106.zip!FY2025_070_Contracts_Full_20251106_2.csv",
                        "ice-2025.zip!Contracts_PrimeTransactions_2025-11-06_1.csv");
    }

    @Test
    void theSameFileTwiceIsOneFile() throws IOException {
        Files.write(folder.resolve("sample.csv"), sample());

        String twice = importing("sample.csv", "sample.csv");

        assertThat(twice.lines().filter(line -> line.contains("rows read"))).hasSize(1);
        assertThat(Files.readAllLines(dossier.resolve("imports").resolve(NAME).resolve("files.tsv")))
                .hasSize(2);
    }

    @Test
    void aRealFileThatIsCutShortIsRefusedOrTold() throws IOException {
        assumeTrue(Files.exists(REAL), "skipped: ../shared/open-data is not here");
        byte[] real = Files.readAllBytes(REAL);
        byte[] packed = gzip(real);

        assertThat(importing("real.csv.gz", Arrays.copyOf(packed, packed.length / 2)))
                .startsWith("1 ")
                .contains("real.csv.gz: error[broken-archive]");
        assertThat(importing("real.csv", Arrays.copyOf(real, real.length / 2 + 13)))
                .startsWith("0 real.csv: 4,683 rows read = 4,678 mapped + 1 rejected + 4 duplicate + 0 ignored by rule")
                .contains("real.csv:4684: warning[cut-short]");
    }
}
