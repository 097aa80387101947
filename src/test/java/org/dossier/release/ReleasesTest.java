package org.dossier.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.dossier.problem.Place;
import org.dossier.problem.SurroundingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    Path folder;

    private Releases releases() {
        return new Releases(folder);
    }

    private Release write(String name) {
        return write(Map.of("facts-a", "id:a id:name \"" + name + "\" ."), NOON);
    }

    private Release write(Map<String, String> units, Instant time) {
        return releases().write(content(units), "1.0", Clock.fixed(time, ZoneOffset.UTC));
    }

    private static ReleaseContent content(Map<String, String> units) {
        TreeMap<String, Graph> graphs = new TreeMap<>();
        units.forEach((name, turtle) -> graphs.put(
                name,
                RDFParser.fromString("PREFIX id: <https://example.org/id/>\n" + turtle, Lang.TURTLE)
                        .toGraph()));
        return new ReleaseContent(
                "Invented",
                "https://example.org/id/",
                graphs,
                Map.of("https://example.org/id/a", new Place("facts/a.yaml", 3, 5)),
                new TreeMap<>(Map.of("facts/a.yaml", "0".repeat(64))),
                Map.of("triples", 1L));
    }

    private static Map<Path, String> everyFile(Path folder) {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file), Digests.ofFile(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }

    @Test
    void hasNoCurrentReleaseBeforeTheFirst() {
        assertThat(releases().current()).isEmpty();
        assertThat(releases().ids()).isEmpty();
        assertThat(releases().list()).isEmpty();
    }

    @Test
    void makesWhatItWritesCurrent() {
        Release first = write("one");
        Release second = write("two");

        assertThat(releases().current()).contains(second);
        assertThat(releases().list()).containsExactlyInAnyOrder(first, second);
        assertThat(second.definitions())
                .containsExactly(Map.entry("https://example.org/id/a", new Place("facts/a.yaml", 3, 5)));
    }

    @Test
    void holdsEverythingAndEachLoadUnit() {
        Release release = write(
                Map.of("facts-a", "id:a id:name \"one\" .", "facts-b", "id:a id:name \"one\" . id:b id:name \"two\" ."),
                NOON);

        var data = release.verified().load();

        assertThat(data.getDefaultGraph().size()).isEqualTo(2);
        assertThat(data.getGraph(NodeFactory.createURI("https://w3id.org/dossier/graph/facts-a"))
                        .size())
                .isEqualTo(1);
        assertThat(data.listGraphNodes())
                .toIterable()
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "https://w3id.org/dossier/graph/facts-a", "https://w3id.org/dossier/graph/facts-b");
    }

    @Test
    void writesTheTriplesOfAUnitAsSortedLines() {
        Release release = write(Map.of("facts-a", "id:b id:name \"größer\"@de . id:a id:name 7 ; id:of id:b ."), NOON);

        assertThat(release.folder().resolve("units/facts-a.nt")).hasContent("""
                <https://example.org/id/a> <https://example.org/id/name> "7"^^<http://www.w3.org/2001/XMLSchema#integer> .
                <https://example.org/id/a> <https://example.org/id/of> <https://example.org/id/b> .
                <https://example.org/id/b> <https://example.org/id/name> "größer"@de .
                """);
    }

    @Test
    void givesEqualContentAnEqualId(@TempDir Path elsewhere) {
        Release here = write("one");
        Release there = new Releases(elsewhere)
                .write(
                        content(Map.of("facts-a", "id:a id:name \"one\" .")),
                        "2.0",
                        Clock.fixed(NOON.plus(Duration.ofDays(1)), ZoneOffset.UTC));

        assertThat(there.manifest().id()).isEqualTo(here.manifest().id());
        assertThat(there.manifest().built()).isNotEqualTo(here.manifest().built());
    }

    @Test
    void keepsASoundReleaseOfEqualContentAsItIs() {
        write("one");
        Map<Path, String> before = everyFile(folder);

        write(Map.of("facts-a", "id:a id:name \"one\" ."), NOON.plusSeconds(1));

        assertThat(everyFile(folder)).isEqualTo(before);
    }

    @Test
    void replacesADamagedReleaseOfEqualContent() throws IOException {
        Release release = write("one");
        Files.writeString(release.folder().resolve("units/facts-a.nt"), "");

        write("one");

        assertThat(releases()
                        .current()
                        .orElseThrow()
                        .verified()
                        .load()
                        .getDefaultGraph()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void goesBackToAReleaseByTheBeginningOfItsId() {
        Release first = write("one");
        write("two");

        releases().use(releases().named(first.manifest().id().substring(0, 12)).orElseThrow());

        assertThat(releases().current()).contains(first);
    }

    @Test
    void knowsNoReleaseByABeginningThatSeveralHave() {
        write("one");
        write("two");

        assertThat(releases().named("")).isEmpty();
        assertThat(releases().named("no such")).isEmpty();
    }

    @Test
    void takesNothingForTheBeginningOfNoRelease() {
        write("one");

        assertThat(releases().named("")).isEmpty();
    }

    @Test
    void doesNotGoBackToADamagedRelease() throws IOException {
        Release first = write("one");
        Release second = write("two");
        Files.delete(first.folder().resolve("positions.tsv"));

        assertThatThrownBy(() -> releases().use(first))
                .isInstanceOf(SurroundingsException.class)
                .hasMessageContaining("positions.tsv");
        assertThat(releases().current()).contains(second);
    }

    @Test
    void keepsTheNewestAndTheCurrentOne() {
        List<Release> written = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            written.add(write(Map.of("facts-a", "id:a id:name \"" + i + "\" ."), NOON.plusSeconds(i)));
        }
        releases().use(written.get(0));

        List<String> removed = releases().keep(2);

        assertThat(removed)
                .containsExactlyInAnyOrder(
                        written.get(1).manifest().id(),
                        written.get(2).manifest().id());
        assertThat(releases().list()).containsExactly(written.get(4), written.get(3), written.get(0));
    }

    @Test
    void leavesTheOldReleaseWhenTheNewOneCannotBeWritten() {
        Release old = write("one");
        Map<Path, String> before = everyFile(folder);

        assertThatThrownBy(() -> write(Map.of("a", "id:a id:name \"two\" .", "no/such", "id:a id:b id:c ."), NOON))
                .isInstanceOf(SurroundingsException.class)
                .hasMessageMatching("cannot write .*no/such.nt: there is no such file");

        assertThat(everyFile(folder)).isEqualTo(before);
        assertThat(releases().current()).contains(old);
    }

    @Test
    void countsNothingAsAReleaseThatHasNoIdForAName() throws IOException {
        Release release = write("one");
        Files.createDirectories(
                release.folder().resolveSibling("copy of " + release.manifest().id()));

        assertThat(releases().ids()).containsExactly(release.manifest().id());
    }

    @Test
    void leavesNothingOfWhatItRemovesNorStumblesOverWhatWasLeftOfIt() throws IOException {
        Release old = write(Map.of("facts-a", "id:a id:name 1 ."), NOON);
        Release next = write(Map.of("facts-a", "id:a id:name 2 ."), NOON.plusSeconds(1));
        Path left = folder.resolve("releases/.unfinished-" + old.manifest().id() + "/units");
        Files.createDirectories(left);

        assertThat(releases().keep(1)).containsExactly(old.manifest().id());

        assertThat(folder.resolve("releases")).isDirectoryNotContaining(found -> !found.equals(next.folder()));
    }

    @Test
    void opensADatabaseWithoutCopyingWhatIsOnlyRead() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("unix"), "skipped: no links to count");
        Release release = new Releases(folder, 1)
                .write(content(Map.of("a", "id:a id:name 7 .")), "1.0", Clock.fixed(NOON, ZoneOffset.UTC));

        DatasetGraph data = release.open();

        try (Stream<Path> files = Files.walk(folder.resolve("open"))) {
            List<Path> opened = files.filter(Files::isRegularFile).toList();
            assertThat(opened)
                    .filteredOn(file -> file.endsWith("nodes-data.obj"))
                    .singleElement()
                    .satisfies(file ->
                            assertThat(Files.getAttribute(file, "unix:nlink")).isEqualTo(2));
            assertThat(opened)
                    .filteredOn(file -> file.endsWith("journal.jrnl"))
                    .singleElement()
                    .satisfies(file ->
                            assertThat(Files.getAttribute(file, "unix:nlink")).isEqualTo(1));
        }
        data.close();
    }

    @Test
    void carriesWhereOldIdsLead() throws IOException {
        ReleaseContent plain = content(Map.of("a", "id:a id:name 7 ."));
        List<String> lines = List.of("old\tnew\treason\tdate", "b\ta\tmerged\t2026-01-02");
        Release release = releases()
                .write(
                        new ReleaseContent(
                                plain.title(),
                                plain.base(),
                                plain.units(),
                                new TreeMap<>(),
                                plain.definitions(),
                                lines,
                                plain.inputs(),
                                plain.counts()),
                        "1.0",
                        Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(release.redirects().lines()).isEqualTo(lines);

        Path file = release.folder().resolve("redirects.tsv");
        for (String changed : List.of("old\tnew\n" + "one\n", lines.get(0) + "\nb\tc\tmerged\t2026-01-02\n")) {
            Files.writeString(file, changed);
            assertThatThrownBy(release::redirects)
                    .isInstanceOf(SurroundingsException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void goesOnWhenTheClockJumpsBack() {
        write(Map.of("facts-a", "id:a id:name \"one\" ."), NOON);
        Release second = write(Map.of("facts-a", "id:a id:name \"two\" ."), NOON.minus(Duration.ofDays(4000)));

        assertThat(releases().current()).contains(second);
        assertThat(releases().keep(1)).isEmpty();
        assertThat(releases().current()).contains(second);
    }

    @Test
    void namesTheFolderThatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("releases"), "no folder");

        assertThatThrownBy(() -> write("one"))
                .isInstanceOf(SurroundingsException.class)
                .hasMessage("cannot write " + folder.resolve("releases") + ": the disk refuses");
    }

    @Test
    void opensADatabaseElsewhereWhereNothingMayBeWrittenBesideIt() throws IOException {
        Release release = new Releases(folder, 1)
                .write(content(Map.of("a", "id:a id:name 7 .")), "1.0", Clock.fixed(NOON, ZoneOffset.UTC));
        Files.writeString(folder.resolve("open"), "no folder");

        DatasetGraph data = release.open();

        assertThat(answer(data, "SELECT ?n { ?s ?p ?n }")).isEqualTo("7");
        data.close();
    }

    @Test
    void clearsAwayWhatAKilledBuildLeft() throws IOException {
        Path left = folder.resolve("releases/.unfinished-99999/units");
        Files.createDirectories(left);
        Files.writeString(left.resolve("half.nt"), "<https://exam");
        Files.writeString(folder.resolve("current.next"), "0000");

        Release release = write("one");

        assertThat(folder.resolve("releases"))
                .isDirectoryContaining(found -> found.equals(release.folder()))
                .isDirectoryNotContaining(found -> !found.equals(release.folder()));
        assertThat(folder.resolve("current.next")).doesNotExist();
    }

    @Test
    void letsOneBuildAtATimeWrite() {
        try (BuildLock lock = BuildLock.take(folder)) {
            assertThatThrownBy(() -> write("one"))
                    .isInstanceOf(SurroundingsException.class)
                    .hasMessage("another build (process "
                            + ProcessHandle.current().pid() + ") is writing into " + folder + "; wait for it to end");
        }

        assertThat(write("one")).isNotNull();
    }

    @Test
    void takesOverTheLockOfAProcessThatIsGone() throws IOException {
        Files.writeString(folder.resolve("lock"), "4194304999\n");

        assertThat(write("one")).isNotNull();
    }

    @Test
    void refusesAPointerThatLeadsElsewhere() throws IOException {
        write("one");
        Files.writeString(folder.resolve("current"), "../../elsewhere\n");

        assertThatThrownBy(() -> releases().current())
                .isInstanceOf(SurroundingsException.class)
                .hasMessageContaining(folder.resolve("current") + " names no release");
    }

    @Test
    void refusesAReleaseUnderAnotherName() throws IOException {
        Release release = write("one");
        Path other = release.folder().resolveSibling("0".repeat(32));
        Files.move(release.folder(), other);
        Files.writeString(folder.resolve("current"), "0".repeat(32) + "\n");

        assertThatThrownBy(() -> releases().current())
                .isInstanceOf(SurroundingsException.class)
                .hasMessageContaining("under another name");
    }

    /** A hundred times one byte flipped, one file cut short, or one file gone. */
    @Test
    void refusesEveryDamageAndNamesTheFile() throws IOException {
        Release release = write(Map.of("a", "id:a id:name \"one\" .", "b", "id:b id:name \"two\" ."), NOON);
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            List<Path> files = everyFile(release.folder()).keySet().stream()
                    .map(release.folder()::resolve)
                    .toList();
            Path file = files.get(random.nextInt(files.size()));
            byte[] sound = Files.readAllBytes(file);
            damage(file, i % 3, random);

            Throwable refusal =
                    catchThrowable(() -> releases().current().orElseThrow().verified());

            assertThat(refusal).isInstanceOf(SurroundingsException.class).hasMessageContaining(file.toString());
            assertThat(catchThrowable(() -> readWithoutVerifying(file)))
                    .isInstanceOf(SurroundingsException.class)
                    .hasMessageContaining(file.toString());
            Files.write(file, sound);
        }
        assertThat(releases().current().orElseThrow().verified()).isEqualTo(release);
    }

    /** As a command does that asks once. */
    private void readWithoutVerifying(Path file) {
        Release release = releases().current().orElseThrow();
        release.load();
        release.definitions();
        if (!file.toString().endsWith(".nt") && !file.toString().endsWith("positions.tsv")) {
            release.verified();
        }
    }

    private static void damage(Path file, int how, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (how == 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
        } else if (how == 1) {
            Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        } else {
            Files.delete(file);
        }
    }

    @Test
    void carriesADatabaseWhenItIsLarge() throws IOException {
        Map<String, String> units =
                Map.of("facts-a", "id:a id:name \"one\" .", "facts-b", "id:a id:name \"one\" . id:b id:name \"two\" .");
        Release small = write(units, NOON);
        Release large = new Releases(folder.resolve("large"), 3)
                .write(content(units), "1.0", Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(small.isIndexed()).isFalse();
        assertThat(large.isIndexed()).isTrue();
        assertThat(large.manifest().id()).isEqualTo(small.manifest().id());
        DatasetGraph data = large.verified().open();
        DatasetGraph again = large.open();
        assertThat(answer(data, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")).isEqualTo("2");
        assertThat(answer(again, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"))
                .isEqualTo("3");
        assertThat(data.getDefaultGraph().getPrefixMapping().getNsPrefixURI("id"))
                .isEqualTo("https://example.org/id/");
        data.close();
        again.close();
        assertThat(large.verified()).isEqualTo(large);
        assertThat(folder.resolve("large/open")).isEmptyDirectory();
    }

    /** Numbers and dates stand in the database's indexes themselves; other terms are looked up by a hash. */
    @Test
    void putsIntoTheDatabaseWhatTheFilesHave() throws IOException {
        Random random = new Random(7);
        TreeMap<String, Graph> units = new TreeMap<>();
        for (String unit : List.of("facts-a", "facts-b", "imports-c")) {
            Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
            for (int i = 0; i < 1_500; i++) {
                graph.add(
                        NodeFactory.createURI("https://example.org/id/" + random.nextInt(300)),
                        NodeFactory.createURI("https://example.org/id/p" + random.nextInt(9)),
                        anyTerm(random));
            }
            units.put(unit, graph);
        }
        ReleaseContent content =
                new ReleaseContent("Invented", "https://example.org/id/", units, Map.of(), new TreeMap<>(), Map.of());

        Release release = new Releases(folder, 1).write(content, "1.0", Clock.fixed(NOON, ZoneOffset.UTC));

        DatasetGraph data = release.verified().open();
        data.executeRead(() -> {
            // Looked up first: whatever has been read is known from then on.
            units.forEach((unit, graph) -> {
                Node name = NodeFactory.createURI("https://w3id.org/dossier/graph/" + unit);
                graph.find()
                        .forEach(triple -> assertThat(holds(data, name, triple))
                                .as(triple.toString())
                                .isTrue());
                assertThat(Set.copyOf(data.getGraph(name).find().toList()))
                        .isEqualTo(Set.copyOf(graph.find().toList()));
            });
            assertThat(data.stream().count())
                    .isEqualTo(units.values().stream().mapToLong(Graph::size).sum());
        });
        data.close();
    }

    /** Asks each index once. */
    private static boolean holds(DatasetGraph data, Node name, Triple triple) {
        return data.contains(name, triple.getSubject(), Node.ANY, triple.getObject())
                && data.contains(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())
                && data.contains(Node.ANY, Node.ANY, triple.getPredicate(), triple.getObject())
                && data.contains(Node.ANY, Node.ANY, Node.ANY, triple.getObject());
    }

    private static Node anyTerm(Random random) {
        int number = random.nextInt(2_000) - 1_000;
        return switch (random.nextInt(7)) {
            case 0 -> NodeFactory.createURI("https://example.org/id/" + random.nextInt(300));
            case 1 -> NodeFactory.createLiteralDT(number + ".5", XSDDatatype.XSDdecimal);
            case 2 -> NodeFactory.createLiteralDT("" + number, XSDDatatype.XSDinteger);
            case 3 -> NodeFactory.createLiteralDT("2025-01-" + (10 + random.nextInt(20)), XSDDatatype.XSDdate);
            case 4 -> NodeFactory.createLiteralLang("größer \"" + number + "\"\n", "de");
            case 5 -> NodeFactory.createLiteralDT("12345678901234567890" + number, XSDDatatype.XSDinteger);
            default -> NodeFactory.createLiteralString("text " + number);
        };
    }

    private static String answer(DatasetGraph data, String query) {
        return data.calculateRead(() ->
                QueryExec.dataset(data).query(query).select().next().get("n").getLiteralLexicalForm());
    }

    private ReleaseContent withLines(Map<String, String> units, UnitLines lines) {
        ReleaseContent typed = content(units);
        return new ReleaseContent(
                typed.title(),
                typed.base(),
                typed.units(),
                new TreeMap<>(Map.of("imports-a", lines)),
                typed.definitions(),
                List.of(),
                typed.inputs(),
                typed.counts());
    }

    private Release write(ReleaseContent content, long indexFrom) {
        return new Releases(folder, indexFrom).write(content, "1.0", Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private Path lines(String... lines) throws IOException {
        return Files.writeString(folder.resolve("lines.nt"), String.join("\n", lines));
    }

    @Test
    void takesOverTheLinesOfAUnitWithoutThoseThatAreLeftOut() throws IOException {
        Path file =
                lines("<a:ä> <p:1> \"out\" .", "<a:ä> <p:2> \"in\" .", "<b:b> <p:1> \"größer\" .", "<b:b> <p:2> 7 .");

        Release some = write(withLines(Map.of(), new UnitLines(file, 4, Set.of("<a:ä>"), Set.of("<p:1>"))), 99);
        Release all = write(withLines(Map.of(), new UnitLines(file, 4, Set.of(), Set.of("<p:1>"))), 99);

        assertThat(some.folder().resolve("units/imports-a.nt"))
                .hasContent("<a:ä> <p:2> \"in\" .\n<b:b> <p:1> \"größer\" .\n<b:b> <p:2> 7 .\n");
        assertThat(all.folder().resolve("units/imports-a.nt")).hasSameBinaryContentAs(file);
    }

    @Test
    void countsTheLinesOfAUnitWhenItDecidesAboutADatabase() throws IOException {
        UnitLines lines = new UnitLines(lines("<a:a> <p:p> \"1\" .", "<a:a> <p:p> \"2\" ."), 2, Set.of(), Set.of());
        ReleaseContent content = withLines(Map.of("facts-a", "id:a id:name 1 ."), lines);

        assertThat(write(content, 4).isIndexed()).isFalse();
        assertThat(new Releases(folder.resolve("large"), 3)
                        .write(content, "1.0", Clock.fixed(NOON, ZoneOffset.UTC))
                        .isIndexed())
                .isTrue();
    }

    @Test
    void holdsATermOnceThatIsSpelledInSeveralWays() throws IOException {
        Path file = lines(
                "<a:a> <p:p> \"gr\\u00F6\\u00DFer als alle anderen\" .",
                "<a:a> <p:p> \"größer als alle anderen\" .",
                "<a:a> <p:p> \"kleiner als alle anderen\" .",
                "<b:b> <p:p> \"gr\\u00F6ßer als alle anderen\" .");
        Release release = write(withLines(Map.of(), new UnitLines(file, 4, Set.of(), Set.of())), 1);

        DatasetGraph data = release.open();

        assertThat(answer(data, "SELECT (COUNT(*) AS ?n) { <a:a> <p:p> \"größer als alle anderen\" }"))
                .isEqualTo("1");
        assertThat(answer(data, "SELECT (COUNT(*) AS ?n) { ?s <p:p> \"größer als alle anderen\" }"))
                .isEqualTo("2");
        assertThat(answer(data, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"))
                .isEqualTo("3");
        data.close();
    }

    @Test
    void writesNoDatabaseThatTheDiskHasNoRoomFor() throws IOException {
        long tooMany = Files.getFileStore(folder).getTotalSpace() / 100;
        UnitLines lines = new UnitLines(lines("<a:a> <p:p> \"1\" ."), tooMany, Set.of(), Set.of());

        assertThatThrownBy(() -> write(withLines(Map.of(), lines), 1))
                .isInstanceOf(SurroundingsException.class)
                .hasMessageMatching("cannot write .*/index: No space left on device");
        assertThat(releases().ids()).isEmpty();
    }

    @Test
    void fillsEachOfTheDatabasesThatOneProcessWrites() {
        write(content(Map.of("facts-a", "id:a id:name 1 .")), 1);

        Release second = write(content(Map.of("facts-a", "id:a id:name 2 .")), 1);

        assertThat(second.isIndexed()).isTrue();
        DatasetGraph data = second.open();
        assertThat(answer(data, "SELECT ?n { ?s ?p ?n }")).isEqualTo("2");
        data.close();
    }

    @Test
    void givesBackADatabaseAfterTheQuestion() {
        Release release = write(content(Map.of("facts-a", "id:a id:name 1 .")), 1);
        List<DatasetGraph> asked = new ArrayList<>();

        Long size = release.read(data -> {
            asked.add(data);
            return (long) data.getDefaultGraph().size();
        });

        assertThat(size).isEqualTo(1);
        assertThat(folder.resolve("open")).isEmptyDirectory();
        assertThat(catchThrowable(() -> answer(asked.get(0), "SELECT ?n { ?s ?p ?n }")))
                .isNotNull();
    }

    @Test
    void readsWhereThingsAreDefinedThoughAnotherFileIsDamaged() throws IOException {
        Release release = write("one");
        Files.writeString(release.folder().resolve("units/facts-a.nt"), "");

        assertThat(release.definitions())
                .containsExactly(Map.entry("https://example.org/id/a", new Place("facts/a.yaml", 3, 5)));
    }

    @Test
    void tellsWhenAReleaseWasMadeCurrent() throws IOException {
        assertThat(releases().pointing()).isEmpty();

        Release release = write("one");
        Files.setLastModifiedTime(folder.resolve("current"), FileTime.from(NOON));

        assertThat(releases().pointing()).contains(release.manifest().id() + " since 2026-01-02T12:00:00Z");
    }

    @Test
    void refusesADatabaseThatIsDamaged() throws IOException {
        Releases large = new Releases(folder, 1);
        Release release = large.write(
                content(Map.of("facts-a", "id:a id:name \"one\" .")), "1.0", Clock.fixed(NOON, ZoneOffset.UTC));
        Path file = release.folder().resolve(release.manifest().index().get(3).name());
        Files.write(file, new byte[] {1, 2, 3});

        assertThatThrownBy(release::verified)
                .isInstanceOf(SurroundingsException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void clearsAwayOpenDatabasesOfProcessesThatAreGone() throws IOException {
        Files.createDirectories(folder.resolve("open/999999999999-1/Data-0001"));
        Files.createDirectories(folder.resolve("open/" + ProcessHandle.current().pid() + "-7"));

        write("one");

        assertThat(folder.resolve("open/999999999999-1")).doesNotExist();
        assertThat(folder.resolve("open/" + ProcessHandle.current().pid() + "-7"))
                .exists();
    }

    @Test
    void sealsTheManifestSoThatOtherToolsCanCheckIt() throws IOException {
        Release release = write("one");

        assertThat(Files.readString(release.folder().resolve("manifest.sha256"), UTF_8))
                .isEqualTo(Digests.ofFile(release.folder().resolve("manifest.json")) + "  manifest.json\n");
    }
}
