package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dossier.build.ApiRequest;
import org.dossier.build.Import;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports files into an invented dossier and builds it, as the program does it. */
class ImportCommandTest {

    private static final Path INVENTED = Path.of("src/test/resources/dossiers/invented");

    private static final String MAPPING = """
        PREFIX dossier: <https://w3id.org/dossier/ns#>
        PREFIX fn: <https://w3id.org/dossier/fn/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        CONSTRUCT {
          ?contract a dossier:Contract ; dossier:awardNumber ?number ; dossier:isAwardedTo ?firm ; dossier:ceilingAmount ?ceiling .
          ?firm a dossier:Firm ; skos:altLabel ?holder .
        } WHERE {
          BIND(fn:id("contract", ?number) AS ?contract)
          BIND(fn:id("firm", fn:slug(?holder)) AS ?firm)
          BIND(fn:decimal(?amount) AS ?ceiling)
        }
        """;

    private static final String SOURCE = """
        title: Invented awards
        key: [number]
        required: [number, amount]
        """;

    private static final String AWARDS = """
        number,holder,amount
        A-1,Northwind,12.50
        A-2,Fabrikam,7
        A-2,Fabrikam,7
        A-3,Contoso,a lot
        """;

    private static final String BALANCE =
            "awards.csv: 4 rows read = 2 mapped + 1 rejected + 1 duplicate + 0 ignored by rule\n";

    private static final String CONTRACTS =
            "SELECT ?number WHERE { ?contract dossier:awardNumber ?number } ORDER BY ?number";

    @TempDir
    Path folder;

    private Path dossier = Path.of("");
    private Path awards = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        dossier = folder.resolve("dossier");
        copyTree(INVENTED, dossier);
        Path imports = Files.createDirectories(dossier.resolve("imports/awards"));
        Files.writeString(imports.resolve("mapping.rq"), MAPPING);
        Files.writeString(imports.resolve("source.yaml"), SOURCE);
        awards = Files.writeString(
                Files.createDirectories(folder.resolve("data")).resolve("awards.csv"), AWARDS);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private Run importAwards(String... options) {
        return Run.of(
                dossier,
                Stream.concat(Stream.of("import", "awards", awards.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private List<String> contracts() {
        Run query = Run.of(dossier, CONTRACTS, List.of("query", "-", "--format", "csv"));
        assertThat(query.exitCode()).as(query.err()).isZero();
        return query.out().lines().skip(1).toList();
    }

    @Test
    void convertsAFileRegistersItAndTheReleaseHasIt() throws IOException {
        Run imported = importAwards();
        Run built = Run.of(dossier, "build");

        assertThat(imported.err()).isEmpty();
        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out()).isEqualTo(BALANCE + """
              22 triples; different things: Contract 2, Firm 2
              ceilingAmount: 0 negative, 0 zero
              reasons in rejects.csv: not-a-number 1
            rejects: build/imports/awards/rejects.csv
            """);
        assertThat(dossier.resolve("build/imports/awards/rejects.csv"))
                .content()
                .isEqualToNormalizingNewlines("""
                    file,row,line,column,value,reason,code,outcome
                    awards.csv,5,5,amount,a lot,expected digits with at most one point,not-a-number,row
                    """);
        assertThat(dossier.resolve("imports/awards/files.tsv"))
                .content()
                .matches("file\tsha256\trows\nawards\\.csv\t[0-9a-f]{64}\t4\n");
        assertThat(built.err()).doesNotContain("imports/");
        assertThat(built.exitCode()).isZero();
        assertThat(contracts()).contains("A-1", "A-2").doesNotContain("A-3");
    }

    @Test
    void putsEachFileIntoAGraphOfItsOwnAndGivesItsRecordsTheirStanding() {
        importAwards();

        Run query = Run.of(dossier, """
                        SELECT ?label ?row WHERE {
                          GRAPH graph:imports-awards-awards { ?contract dossier:hasStanding kind:documented ; dossier:sourceRow ?row ; dossier:isAwardedTo ?firm }
                          ?firm rdfs:label ?label .
                        } ORDER BY ?row\
                        """, List.of("query", "-", "--format", "csv"));

        assertThat(query.out()).isEqualToNormalizingNewlines("label,row\nNorthwind,2\nFabrikam,3\n");
    }

    @Test
    void doesNotConvertTwiceWhatHasNotChanged() throws IOException {
        importAwards();
        Run again = importAwards();
        Files.writeString(awards, AWARDS + "A-4,Contoso,1\n");
        Run changed = importAwards();

        assertThat(again.out()).contains("not converted again: nothing has changed");
        assertThat(changed.out())
                .startsWith("awards.csv: 5 rows read = 3 mapped")
                .doesNotContain("not converted");
        assertThat(contracts()).contains("A-4");
        assertThat(converted()).hasSize(1);
    }

    private List<Path> converted() throws IOException {
        try (Stream<Path> files = Files.list(dossier.resolve("build/imports/awards"))) {
            return files.filter(file -> file.toString().endsWith(".nt")).toList();
        }
    }

    @Test
    void convertsAgainWhenTheMappingHasChanged() throws IOException {
        importAwards();
        Files.writeString(
                dossier.resolve("imports/awards/mapping.rq"), MAPPING.replace("dossier:awardNumber ?number ; ", ""));

        Run again = importAwards();

        assertThat(again.out()).contains("20 triples").doesNotContain("not converted");
    }

    @Test
    void buildsFromWhatAFileWasConvertedToWhenItIsGone() throws IOException {
        importAwards();
        Files.delete(awards);

        Run built = Run.of(dossier, "build");

        assertThat(built.exitCode()).isZero();
        assertThat(built.out()).contains("not here, from what they were converted to before: awards.csv");
        assertThat(contracts()).contains("A-1");
    }

    @Test
    void saysWhatIsMissingAndFindsItInAFolder() throws IOException {
        importAwards();
        Files.move(
                awards,
                Files.createDirectories(folder.resolve("elsewhere/deep")).resolve("awards.csv"));
        delete(dossier.resolve("build"));

        Run without = Run.of(dossier, "build");
        Run with =
                Run.of(dossier, "build", "--files", folder.resolve("elsewhere").toString());

        assertThat(without.exitCode()).isZero();
        assertThat(without.err())
                .contains("imports/awards/files.tsv:2:1: warning[absent-file]: 'awards.csv' is not on this machine");
        assertThat(with.err()).doesNotContain("imports/");
        assertThat(contracts()).contains("A-1");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void refusesAnotherFileOfTheSameName() throws IOException {
        importAwards();
        Files.writeString(awards, AWARDS.replace("12.50", "13"));
        delete(dossier.resolve("build"));

        Run built = Run.of(dossier, "build", "--files", folder.resolve("data").toString());

        assertThat(built.err()).contains("warning[other-file]").contains("warning[absent-file]");
    }

    @Test
    void findsTheFilesOfTheDossierItselfWithoutACommand() throws IOException {
        Files.move(
                awards,
                Files.createDirectories(dossier.resolve("imports/awards/files")).resolve("awards.csv"));

        assertThat(Run.of(dossier, "check").exitCode()).isZero();
        assertThat(dossier.resolve("build")).doesNotExist();
        assertThat(Run.of(dossier, "build").exitCode()).isZero();
        assertThat(contracts()).contains("A-1");
        assertThat(dossier.resolve("imports/awards/files.tsv")).doesNotExist();
    }

    @Test
    void leavesNothingButRejectsBehindADryRun() throws IOException {
        Run dry = importAwards("--dry-run");
        Run sample = importAwards("--sample", "1");

        assertThat(dry.out()).startsWith(BALANCE);
        assertThat(sample.out()).startsWith("awards.csv: 1 rows read = 1 mapped");
        assertThat(dossier.resolve("imports/awards/files.tsv")).doesNotExist();
        assertThat(converted()).isEmpty();
    }

    @Test
    void refusesAFileWithTooManyRejects() {
        Run refused = importAwards("--max-rejects", "0");
        Run accepted = importAwards("--max-rejects", "1");
        Run refusedAgain = importAwards("--max-rejects", "0");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("awards.csv: error[too-many-rejects]: more than 0 rows were rejected");
        assertThat(refused.out()).isEqualTo("rejects: build/imports/awards/rejects.csv\n");
        assertThat(accepted.exitCode()).isZero();
        assertThat(refusedAgain.exitCode()).isEqualTo(1);
    }

    @Test
    void writesAFirstMappingThatRuns() {
        Run drafted = Run.of(dossier, "import", "--new", "letters", awards.toString());
        Run imported = Run.of(dossier, "import", "letters", awards.toString());

        assertThat(drafted.out()).isEqualTo("imports/letters/mapping.rq\nimports/letters/source.yaml\n");
        assertThat(imported.exitCode()).as(imported.err()).isEqualTo(0);
        assertThat(Run.of(dossier, "import", "--new", "letters", awards.toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(Run.of(dossier, "import").out()).isEqualTo("awards\nletters\n");
    }

    @Test
    void tellsMistakesOfTheListAndTheMappingInCheck() throws IOException {
        Files.writeString(dossier.resolve("imports/awards/files.tsv"), "file\tsha256\trows\nawards.csv\tabc\t4\n");
        Path other = Files.createDirectories(dossier.resolve("imports/other"));
        Files.writeString(other.resolve("source.yaml"), SOURCE);
        Files.writeString(other.resolve("mapping.rq"), MAPPING.replace("isAwardedTo", "isAwardedTwo"));

        Run checked = Run.of(dossier, "check");

        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.out())
                .contains("imports/awards/files.tsv:2:12: error[files-list]: 'abc' is no SHA-256")
                .contains("imports/other/mapping.rq:5:")
                .contains("did you mean 'isAwardedTo'?");
    }

    @Test
    void namesWhatIsWrongOnTheCommandLine() {
        assertThat(Run.of(dossier, "import", "awards").err()).startsWith("which file?");
        assertThat(Run.of(dossier, "import", "../x", "y.csv").exitCode()).isEqualTo(2);
        assertThat(Run.of(dossier, "import", "awards", "gone.csv").exitCode()).isEqualTo(3);
        Run unknown = Run.of(dossier, "import", "award", awards.toString());
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("imports/award/mapping.rq: error[no-import]");
    }

    @Test
    void endsOddFilesInABalanceOrAClearRefusal() {
        String excel = "\uFEFF\"number\";\"holder\";\"amount\"\r\n\"A-1\";\"Northwind; Ltd\";\"12.50\"\r\n";
        assertThat(odd("excel.csv", excel, "UTF-8"))
                .startsWith("0 excel.csv: 1 rows read = 1 mapped")
                .contains("excel.csv:1: warning[delimiter-detected]", "set 'delimiter: \";\"' in source.yaml");
        assertThat(odd("latin.csv", "number,holder,amount\nA-1,Ståhl,1\n", "windows-1252"))
                .startsWith("0 latin.csv: 1 rows read = 1 mapped")
                .contains("warning[");
        assertThat(odd("renamed.csv", "number,holder,sum\nA-1,Northwind,1\n", "UTF-8"))
                .startsWith("1 ")
                .contains("renamed.csv:1: error[missing-column]");
        assertThat(odd("cut.csv", "number,holder,amount\nA-1,Northwind,1\nA-2,\"Fabri", "UTF-8"))
                .startsWith("1 ")
                .contains("cut.csv:3");
        assertThat(odd("huge.csv", "number,holder,amount\nA-1," + "x".repeat(10_000_000) + ",1\n", "UTF-8"))
                .startsWith("0 huge.csv: 1 rows read = 1 mapped");
        assertThat(odd("empty.csv", "", "UTF-8")).startsWith("1 ").contains("empty.csv");
        assertThat(odd("cut.csv.gz", "no gzip", "UTF-8"))
                .startsWith("1 ")
                .contains("cut.csv.gz: error[broken-archive]");
    }

    @Test
    void readsWhatASpreadsheetSavedOnceItsDelimiterIsNamed() throws IOException {
        Files.writeString(dossier.resolve("imports/awards/source.yaml"), SOURCE + "delimiter: \";\"\n");

        assertThat(odd(
                        "excel.csv",
                        "\uFEFF\"number\";\"holder\";\"amount\"\r\n\"A-1\";\"Northwind; Ltd\";\"1.5\"\r\n",
                        "UTF-8"))
                .startsWith("0 excel.csv: 1 rows read = 1 mapped");
    }

    @Test
    void isOverAtOnceWhenNothingHasChanged() throws IOException {
        importAwards();
        Run first = Run.of(dossier, "build");
        Run second = Run.of(dossier, "build");
        Files.writeString(awards, AWARDS + "A-4,Contoso,1\n");
        Run third = Run.of(dossier, "build");

        assertThat(first.out()).startsWith("inputs    to be built");
        assertThat(second.out()).startsWith("inputs    nothing has changed").doesNotContain("shapes");
        assertThat(second.err()).isEqualTo(first.err());
        assertThat(balance(second)).isEqualTo(balance(first));
        assertThat(third.err()).contains("warning[other-file]");
    }

    @Test
    void downloadsOnlyWhenItIsTold() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = AWARDS.getBytes(StandardCharsets.UTF_8);
        server.createContext("/awards.csv", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream answer = exchange.getResponseBody()) {
                answer.write(body);
            }
        });
        server.start();
        try {
            String site = "http://localhost:" + server.getAddress().getPort();
            Run imported = Run.of(dossier, "import", "awards", "--download", site + "/awards.csv");
            Run missing = Run.of(dossier, "import", "awards", "--download", site + "/gone.csv");

            assertThat(imported.err())
                    .isEqualTo("downloading " + site + "/awards.csv\nreceived awards.csv: " + body.length
                            + " bytes, sha256 " + sha256(body) + "\n");
            assertThat(imported.out()).startsWith(BALANCE);
            assertThat(dossier.resolve("build/downloads/awards/awards.csv")).hasContent(AWARDS);
            assertThat(missing.exitCode()).isEqualTo(3);
            assertThat(missing.err()).contains("cannot download " + site + "/gone.csv", "the server answers 404");
            assertThat(dossier.resolve("build/downloads/awards/gone.csv")).doesNotExist();
        } finally {
            server.stop(0);
        }
        assertThat(Run.of(dossier, "import", "awards", "--download", "file:///etc/passwd")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void asksAnApiWhatAQuestionSaysAndShowsItFirst() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> asked = new ArrayList<>();
        server.createContext("/search/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(body);
            boolean isFirst = !body.contains("\"page\"");
            byte[] answer = ("{\"results\": [{\"number\": \"B-" + asked.size()
                            + "\", \"holder\": \"Northwind\", \"amount\": 12.50}], \"page_metadata\": {\"hasNext\": "
                            + isFirst
                            + "}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream stream = exchange.getResponseBody()) {
                stream.write(answer);
            }
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/search/";
            Path requests = Files.createDirectories(dossier.resolve("imports/awards/requests"));
            Files.writeString(
                    requests.resolve("north.json"), "{\"address\": \"" + address + "\", \"body\": {\"limit\": 1}}");

            Run dry = Run.of(dossier, "import", "awards", "--download", "north", "--dry-run");
            assertThat(dry)
                    .isEqualTo(new Run(
                            0,
                            "",
                            "not asked, since this is a dry run:\nPOST " + address + "\n{\n  \"limit\" : 1\n}\n"));
            assertThat(asked).isEmpty();

            Run imported = Run.of(dossier, "import", "awards", "--download", "north");
            assertThat(asked).containsExactly("{\"limit\":1}", "{\"limit\":1,\"page\":2}");
            assertThat(imported.err()).startsWith("POST " + address + "\n").contains("page 2: 2 rows so far");
            assertThat(imported.out()).startsWith("north.jsonl: 2 rows read = 2 mapped");
            assertThat(contracts()).contains("B-1", "B-2");
        } finally {
            server.stop(0);
        }
        Run misspelt = Run.of(dossier, "import", "awards", "--download", "nort");
        assertThat(misspelt.exitCode()).isEqualTo(2);
        assertThat(misspelt.err()).startsWith("there is no imports/awards/requests/nort.json; did you mean 'north'?");
    }

    @Test
    void readsEveryQuestionThatComesWithIt() {
        Problems problems = new Problems();
        List<ApiRequest> questions = new ArrayList<>();
        for (String name : Import.names(Path.of(""))) {
            ApiRequest.names(Path.of(""), name)
                    .forEach(question -> ApiRequest.read(Path.of(""), name, question, problems)
                            .ifPresent(questions::add));
        }

        assertThat(problems.list()).isEmpty();
        assertThat(questions)
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(question -> question.address().toString().startsWith("https://api.usaspending.gov/api/v2/"));
    }

    @Test
    void twoTotalsOfOneContractAreToldAtTheirRowsWithTheRemedy() throws IOException {
        String mapping = MAPPING.replace(
                        "dossier:ceilingAmount ?ceiling", "dossier:statedObligated ?ceiling ; dossier:asOf ?day")
                .replace("AS ?ceiling)", "AS ?ceiling)\n  BIND(fn:date(?asOf, \"uuuu-MM-dd\") AS ?day)");
        for (String name : List.of("picked", "summaries")) {
            Path imports = Files.createDirectories(dossier.resolve("imports").resolve(name));
            Files.writeString(imports.resolve("mapping.rq"), mapping);
            Files.writeString(imports.resolve("source.yaml"), SOURCE);
        }
        Files.writeString(
                Files.createDirectories(dossier.resolve("imports/picked/files")).resolve("picked.csv"),
                "number,holder,amount,asOf\nA-0,\"North\nwind\",1,2025-09-30\nA-1,Northwind,12.50,2025-09-30\n");
        Files.writeString(awards, "number,holder,amount,asOf\nA-1,Northwind,13,2026-01-31\n");
        Run.of(dossier, "import", "summaries", awards.toString());

        Run built = Run.of(dossier, "build");

        assertThat(built.exitCode()).isEqualTo(1);
        assertThat(built.err().lines().filter(line -> line.contains("error")))
                .hasSize(3)
                .allMatch(line -> line.startsWith("imports/picked/files/picked.csv:4: error["))
                .allMatch(line -> line.endsWith(
                        "; the same thing stands at awards.csv:2 too: keep one of the rows, or of the files"))
                .first()
                .asString()
                .contains("error[contract-as-of]: 'contract_A-1': A contract states its total as of one date;");
    }

    @Test
    void theReleaseSaysHowManyTriplesEachFileGave() throws IOException {
        importAwards();
        Run.of(dossier, "build");
        Path site = folder.resolve("site");
        assertThat(Run.of(dossier, "export", "--site", site.toString()).exitCode())
                .isZero();

        List<String> description = Files.readAllLines(site.resolve("release.nt"));
        List<Path> units = units();

        assertThat(units).hasSizeGreaterThan(5);
        for (Path unit : units) {
            String name = unit.getFileName().toString().replaceFirst("\\.nt$", "");
            long triples = Files.readAllLines(unit).stream().distinct().count();
            assertThat(description)
                    .contains("<https://w3id.org/dossier/graph/" + name + "> <http://rdfs.org/ns/void#triples> \""
                            + triples + "\"^^<http://www.w3.org/2001/XMLSchema#integer> .");
        }
    }

    private List<Path> units() throws IOException {
        try (Stream<Path> files = Files.walk(dossier.resolve("build/releases"))) {
            return files.filter(file -> file.getParent().endsWith("units")).toList();
        }
    }

    @Test
    void aZipThatComesAgainTakesTheOldMembersPlace() throws IOException {
        Path zip = folder.resolve("awards.zip");
        packInto(zip, "awards-of-june.csv");
        Run.of(dossier, "import", "awards", zip.toString());
        packInto(zip, "awards-of-july.csv");
        Run.of(dossier, "import", "awards", zip.toString());

        assertThat(Files.readAllLines(dossier.resolve("imports/awards/files.tsv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("awards.zip!awards-of-july.csv\t");
    }

    private static void packInto(Path zip, String member) throws IOException {
        try (ZipOutputStream stream = new ZipOutputStream(Files.newOutputStream(zip))) {
            stream.putNextEntry(new ZipEntry(member));
            stream.write(AWARDS.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static List<String> balance(Run build) {
        return build.out().lines().filter(line -> line.startsWith("  ")).toList();
    }

    /** Exit code, results and messages of importing a file. */
    private String odd(String name, String text, String encoding) {
        try {
            Path file = Files.write(folder.resolve(name), text.getBytes(Charset.forName(encoding)));
            Run run = Run.of(dossier, "import", "awards", file.toString());
            return run.exitCode() + " " + run.out() + run.err();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
