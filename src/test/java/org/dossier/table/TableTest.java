package org.dossier.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsCellsWithNumberAndLineOfTheirRow(String lineEnd) throws Exception {
        Path file =
                write("a.csv", String.join(lineEnd, "name,note", "x,\"two", "lines, one \"\"cell\"\"\"", "", "y,", ""));

        assertThat(rows(file, Layout.UNSTATED))
                .containsExactly("2@2 [x, two" + lineEnd + "lines, one \"cell\"]", "3@5 [y, -]");
    }

    @Test
    void skipsTheByteOrderMark() throws Exception {
        Path file = write("a.csv", "\uFEFFname\nx\n");

        assertThat(open(file, Layout.UNSTATED).header().names()).containsExactly("name");
    }

    @Test
    void readsTabsAndDeclaredDelimiters() throws Exception {
        Path tabs = write("a.tsv", "a\tb\n1\t2,3\n");
        Path semicolons = write("b.csv", "a;b\n1;2,3\n");
        Layout declared = new Layout(null, null, ';', null, null, Set.of(), Map.of());

        assertThat(rows(tabs, Layout.UNSTATED)).containsExactly("2@2 [1, 2,3]");
        assertThat(rows(semicolons, declared)).containsExactly("2@2 [1, 2,3]");
    }

    @Test
    void findsAnotherDelimiterThanTheUsualAndSaysSo() throws Exception {
        assertThat(rows(write("a.csv", "\"a;x\";\"b, c\"\n1;2,3\n"), Layout.UNSTATED))
                .containsExactly("2@2 [1, 2,3]");
        assertThat(rows(write("a.tsv", "a|b\n1|2\n"), Layout.UNSTATED)).containsExactly("2@2 [1, 2]");

        assertThat(codes()).containsExactly("delimiter-detected", "delimiter-detected");
    }

    @Test
    void warnsOfASignInTheHeaderThatNoOtherRowHas() throws Exception {
        assertThat(rows(write("a.csv", "a; or b\nx\n"), Layout.UNSTATED)).containsExactly("2@2 [x]");

        assertThat(codes()).containsExactly("wrong-delimiter");
    }

    @Test
    void readsWindowsLettersWithAMessageWhenNobodyDeclaredThem() throws Exception {
        Path file = folder.resolve("a.csv");
        Files.write(file, "name\nCafé “Zoë”\n".getBytes(WINDOWS));

        assertThat(rows(file, Layout.UNSTATED)).containsExactly("2@2 [Café “Zoë”]");
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "a.csv: warning[encoding-detected]: read as windows-1252: byte 0xE9 at offset 8 is not UTF-8; "
                                + "set 'encoding' in source.yaml to be sure");
    }

    @Test
    void readsDeclaredWindowsLettersWithoutAMessage() throws Exception {
        Path file = folder.resolve("a.csv");
        Files.write(file, "name\nCafé\n".getBytes(WINDOWS));

        assertThat(rows(file, encoded(WINDOWS))).containsExactly("2@2 [Café]");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void stopsAtABadByteAndNamesItsOffsetAndLine() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("\uFEFFname\nx\n".getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {'y', (byte) 0xC3, '\n'});
        Path file = folder.resolve("a.csv");
        Files.write(file, bytes.toByteArray());

        assertThatThrownBy(() -> rows(file, encoded(StandardCharsets.UTF_8)))
                .hasMessageContaining("a.csv:3: error[bad-byte]: byte 0xC3 at offset 11 is not UTF-8");
    }

    @Test
    void stopsAtABadByteFarBehindTheSampleThatWasLookedAt() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("name\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("some text\n".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {(byte) 0x93, '\n'});
        Path file = folder.resolve("a.csv");
        Files.write(file, bytes.toByteArray());

        assertThatThrownBy(() -> rows(file, Layout.UNSTATED))
                .hasMessageContaining("a.csv:200002: error[bad-byte]: byte 0x93 at offset 2000005 is not UTF-8; "
                        + "if the file is from Windows or Excel");
    }

    @Test
    void refusesWhatIsNoText() throws Exception {
        Path wide = folder.resolve("a.csv");
        Files.write(wide, "name\nx\n".getBytes(StandardCharsets.UTF_16));
        Path binary = folder.resolve("b.csv");
        Files.write(binary, new byte[] {'P', 'K', 3, 4, 0, 0});

        assertThatThrownBy(() -> rows(wide, Layout.UNSTATED)).hasMessageContaining("not-a-text");
        assertThatThrownBy(() -> rows(binary, Layout.UNSTATED))
                .hasMessageContaining("not-a-text")
                .hasMessageContaining("offset 4");
    }

    @Test
    void refusesAFileWhoseKindIsUnknown() throws Exception {
        Path file = write("a.xlsx", "x");

        assertThatThrownBy(() -> rows(file, Layout.UNSTATED)).hasMessageContaining("unknown-format");
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        assertThatThrownBy(() -> rows(write("a.csv", ""), Layout.UNSTATED)).hasMessageContaining("no-header");
        assertThatThrownBy(() -> rows(write("a.json", "[]"), Layout.UNSTATED)).hasMessageContaining("no-header");
    }

    @Test
    void numbersRepeatedHeadersThatAreDeclared() throws Exception {
        Path file = write("a.csv", "Yes,No,Yes\n1,2,3\n");
        Layout declared = new Layout(null, null, null, null, null, Set.of("Yes"), Map.of("second", List.of("Yes#2")));

        assertThat(open(file, declared).header().names()).containsExactly("Yes", "No", "second");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void reportsRepeatedHeadersThatNobodyDeclared() throws Exception {
        open(write("a.csv", "Yes,No,Yes\n1,2,3\n"), Layout.UNSTATED);

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("a.csv:1: error[repeated-header]: 2 columns are headed 'Yes'; "
                        + "write 'Yes' under 'repeated' in source.yaml; the second is then ?Yes_x0023_2");
    }

    @Test
    void callsAColumnByItsPresentName() throws Exception {
        Layout layout = new Layout(
                null, null, null, null, null, Set.of(), Map.of("outlays", List.of("Outlays 2019", "Outlays")));

        assertThat(open(write("a.csv", "Outlays 2019\n1\n"), layout).header().names())
                .containsExactly("outlays");
        assertThat(open(write("b.csv", "outlays\n1\n"), layout).header().names())
                .containsExactly("outlays");
        assertThat(problems.list()).isEmpty();

        open(write("c.csv", "outlays,Outlays\n1,2\n"), layout);
        assertThat(codes()).containsExactly("repeated-header");
    }

    @Test
    void refusesQuotesThatDoNotClose() throws Exception {
        Path unclosed = write("a.csv", "a,b\n1,2\n3,\"4\n5,6\n");
        Path trailing = write("b.csv", "a,b\n1,\"2\" x\n");

        assertThatThrownBy(() -> rows(unclosed, Layout.UNSTATED)).hasMessageContaining("a.csv:3: error[broken-quotes]");
        assertThatThrownBy(() -> rows(trailing, Layout.UNSTATED)).hasMessageContaining("b.csv:2: error[broken-quotes]");
    }

    @Test
    void readsACellOfTenMillionCharactersAndRefusesAnEndlessOne() throws Exception {
        Path big = write("a.csv", "a,b\n1,\"" + "x".repeat(10_000_000) + "\"\n2,y\n");
        Path endless = write("b.csv", "a,b\n1,2\n3,\"" + "x".repeat(17_000_000) + "\n");

        assertThat(rows(big, Layout.UNSTATED)).extracting(String::length).containsExactly(10_000_009, 10);
        assertThatThrownBy(() -> rows(endless, Layout.UNSTATED)).hasMessageContaining("b.csv:3: error[cell-too-long]");
    }

    @Test
    void tellsTheWidthOfEachRow() throws Exception {
        Path file = write("a.csv", "a,b\n1\n1,2\n1,2,3\n");
        Table table = open(file, Layout.UNSTATED);
        table.select(table.header().columns(), List.of());
        Batch batch = new Batch(2);

        table.fill(batch);

        assertThat(IntStream.range(0, batch.size()).map(batch::width)).containsExactly(1, 2, 3);
        assertThat(batch.cell(0, 1)).isNull();
    }

    @Test
    void readsOnlyTheColumnsAskedForAndFindsOutWhichOthersHoldAnything() throws Exception {
        Path file = write("a.csv", "a,b,c,d\n1,2,,4\n5,,,8\n");
        Table table = open(file, Layout.UNSTATED);
        List<Column> columns = table.header().columns();
        table.select(List.of(columns.get(3), columns.get(0)), List.of(columns.get(1), columns.get(2)));
        Batch batch = new Batch(2);

        table.fill(batch);

        assertThat(batch.cell(0, 0)).isEqualTo("4");
        assertThat(batch.cell(1, 1)).isEqualTo("5");
        assertThat(table.filled()).containsExactly(1);
    }

    @Test
    void endsABatchAtAThousandRowsOrAMillionCharacters() throws Exception {
        Table many = open(write("a.csv", "a\n" + "x\n".repeat(2500)), Layout.UNSTATED);
        Table wide = open(write("b.csv", "a\n" + ("x".repeat(600_000) + "\n").repeat(5)), Layout.UNSTATED);

        assertThat(batchSizes(many)).containsExactly(1024, 1024, 452);
        assertThat(batchSizes(wide)).containsExactly(2, 2, 1);
    }

    @Test
    void fingerprintsTellRowsApart() throws Exception {
        Table table = open(write("a.csv", "a,b,c\nx,yz,1\nxy,z,1\nx,yz,2\nx,yz,1\n"), Layout.UNSTATED);
        table.select(table.header().columns(), List.of());
        Batch batch = new Batch(3);

        table.fill(batch);

        assertThat(batch.fingerprint(0)).isEqualTo(batch.fingerprint(3));
        assertThat(Set.of(batch.fingerprint(0), batch.fingerprint(1), batch.fingerprint(2)))
                .hasSize(3);
        assertThat(batch.fingerprint(0, new int[] {0, 1})).isEqualTo(batch.fingerprint(2, new int[] {0, 1}));
    }

    @Test
    void readsPackedFiles() throws Exception {
        Path packed = folder.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        Path zip = zip("b.zip", Map.of("readme.txt", "no rows", "data/rows.csv", "a\n2\n"));

        assertThat(rows(packed, Layout.UNSTATED)).containsExactly("2@2 [1]");
        assertThat(rows(zip, Layout.UNSTATED)).containsExactly("2@2 [2]");
        assertThat(TableFile.at(zip, Layout.UNSTATED))
                .extracting(TableFile::name)
                .containsExactly("b.zip!data/rows.csv");
    }

    @Test
    void asksWhichMemberOfAZipIsMeant() throws Exception {
        Path zip = zip("b.zip", Map.of("one.csv", "a\n1\n", "two.csv", "a\n2\n", "other.csv", "a\n3\n"));
        Layout layout = new Layout(null, null, null, null, "t*.csv", Set.of(), Map.of());
        Layout nowhere = new Layout(null, null, null, null, "x*.csv", Set.of(), Map.of());

        assertThatThrownBy(() -> TableFile.at(zip, Layout.UNSTATED))
                .hasMessageContaining("which-member")
                .hasMessageContaining("one.csv, other.csv, two.csv");
        assertThatThrownBy(() -> TableFile.at(zip, nowhere)).hasMessageContaining("matches 'x*.csv'");
        assertThat(TableFile.at(zip, layout)).extracting(TableFile::member).containsExactly("two.csv");
    }

    @Test
    void refusesDamagedArchives() throws Exception {
        Path cut = folder.resolve("a.csv.gz");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(whole)) {
            out.write("a\n1\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(cut, java.util.Arrays.copyOf(whole.toByteArray(), whole.size() / 2));
        Path fake = write("b.csv.gz", "a\n1\n");
        Path noZip = write("c.zip", "a\n1\n");

        assertThatThrownBy(() -> rows(cut, Layout.UNSTATED)).hasMessageContaining("broken-archive");
        assertThatThrownBy(() -> rows(fake, Layout.UNSTATED)).hasMessageContaining("broken-archive");
        assertThatThrownBy(() -> rows(noZip, Layout.UNSTATED)).hasMessageContaining("broken-archive");
    }

    @Test
    void hashesAFileAsItLiesAndAMemberUnpacked() throws Exception {
        Path plain = write("a.csv", "a\n1\n");
        Path zip = zip("b.zip", Map.of("a.csv", "a\n1\n"));

        assertThat(TableFile.at(plain, Layout.UNSTATED).get(0).sha256())
                .isEqualTo(TableFile.at(zip, Layout.UNSTATED).get(0).sha256())
                .isEqualTo("309b0e45a73d3fc5325e2b6ed0a01ef8b9cde6b05a5633c1f893f970d52bfddc");
    }

    @Test
    void flattensJson() throws Exception {
        Path file = write("a.json", """
                [
                  {"id": 7, "name": "x", "at": {"city": "Y", "tags": ["p", "q"]}, "none": null},
                  {"at": {"city": ""}, "places": [{"n": 1, "m": true}, {"n": 2.50}], "grid": [[1, 2], [3]]}
                ]
                """);

        assertThat(open(file, Layout.UNSTATED).header().columns())
                .extracting(Column::header)
                .containsExactly("id", "name", "at.city", "at.tags", "places.n", "places.m", "grid");
        assertThat(rows(file, Layout.UNSTATED))
                .containsExactly(
                        "1@2 [7, x, Y, p\u001Fq, -, -, -]", "2@3 [-, -, -, -, 1\u001F2.50, true, 1\u001F2\u001F3]");
    }

    @Test
    void findsRowsBelowAPath() throws Exception {
        Path nested =
                write("a.json", "{\"page\": [1], \"data\": {\"rows\": [{\"a\": 1}, {\"a\": 2}], \"x\": {\"a\": 9}}}");
        Path keyed = write("b.json", "{\"0\": {\"a\": 1}, \"1\": {\"a\": 2}}");
        Path single = write("c.json", "{\"a\": 1}");

        assertThat(rows(nested, at("/data/rows/*"))).containsExactly("1@1 [1]", "2@1 [2]");
        assertThat(rows(keyed, Layout.UNSTATED)).containsExactly("1@1 [1]", "2@1 [2]");
        assertThat(rows(single, at(""))).containsExactly("1@1 [1]");
        assertThatThrownBy(() -> rows(nested, Layout.UNSTATED)).hasMessageContaining("row-not-an-object");
        assertThatThrownBy(() -> rows(nested, at("/nowhere/*"))).hasMessageContaining("no-header");
    }

    @Test
    void readsJsonLines() throws Exception {
        Path file = write("a.jsonl", "{\"a\": 1}\n\n{\"a\": 2, \"b\": \"x\"}\n");

        assertThat(rows(file, Layout.UNSTATED)).containsExactly("1@1 [1, -]", "2@3 [2, x]");
    }

    @Test
    void refusesBrokenJson() throws Exception {
        Path cut = write("a.json", "[{\"a\": 1},\n {\"a\": ");
        Path twice = write("b.json", "[{\"a\": 1, \"a\": 2}]");

        assertThatThrownBy(() -> rows(cut, Layout.UNSTATED))
                .hasMessageContaining("a.json:2:")
                .hasMessageContaining("broken-json");
        Path half = write("c.json", "[{\"a\": \"x\\ud83d\"}]");
        assertThatThrownBy(() -> rows(half, Layout.UNSTATED)).hasMessageContaining("surrogates");
        assertThatThrownBy(() -> rows(twice, Layout.UNSTATED)).hasMessageContaining("broken-json");
    }

    @Test
    void tellsHowManyBytesWereRead() throws Exception {
        Path file = write("a.csv", "a\n" + "x\n".repeat(100_000));
        long[] read = {0};
        try (Table table =
                Table.open(new TableFile(file, null), Layout.UNSTATED, bytes -> read[0] += bytes, problems)) {
            batchSizes(table);
        }

        assertThat(read[0]).isEqualTo(Files.size(file));
    }

    private Table open(Path path, Layout layout) throws IOException, UnreadableTableException {
        return Table.open(TableFile.at(path, layout).get(0), layout, bytes -> {}, problems);
    }

    /** Each row as {@code number@line [cells]}, with a dash for an empty cell. */
    private List<String> rows(Path path, Layout layout) throws IOException, UnreadableTableException {
        List<String> rows = new ArrayList<>();
        try (Table table = open(path, layout)) {
            int columns = table.header().columns().size();
            table.select(table.header().columns(), List.of());
            Batch batch = new Batch(columns);
            while (table.fill(batch)) {
                for (int row = 0; row < batch.size(); row++) {
                    rows.add(batch.number(row) + "@" + batch.line(row) + " " + cells(batch, row, columns));
                }
            }
        }
        return rows;
    }

    private static List<String> cells(Batch batch, int row, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column -> batch.cell(row, column))
                .map(cell -> cell == null ? "-" : cell)
                .toList();
    }

    private static List<Integer> batchSizes(Table table) throws IOException, UnreadableTableException {
        table.select(table.header().columns(), List.of());
        Batch batch = new Batch(1);
        List<Integer> sizes = new ArrayList<>();
        while (table.fill(batch)) {
            sizes.add(batch.size());
        }
        return sizes;
    }

    private List<String> codes() {
        return problems.list().stream().map(Problem::code).toList();
    }

    private static Layout encoded(Charset encoding) {
        return new Layout(null, encoding, null, null, null, Set.of(), Map.of());
    }

    private static Layout at(String rows) {
        return new Layout(null, null, null, rows, null, Set.of(), Map.of());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path zip(String name, Map<String, String> members) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }
}
