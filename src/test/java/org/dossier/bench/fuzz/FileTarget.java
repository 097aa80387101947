package org.dossier.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.facts.DossierSettings;
import org.dossier.facts.Redirects;
import org.dossier.mapping.DossierImports;
import org.dossier.mapping.ImportSettings;
import org.dossier.mapping.Keywords;
import org.dossier.mapping.UnitStore;
import org.dossier.problem.Problems;
import org.dossier.query.GateRules;
import org.dossier.query.QueryGate;
import org.dossier.query.Questions;
import org.dossier.serve.ServerSettings;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;

/** A file of a dossier that a reader reads and reports about. */
final class FileTarget implements Target {

    private static final String BASE = "https://example.org/id/";
    private static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("."), new Problems()).vocabulary();
    private static final Path RESOURCES = Path.of("src/test/resources");

    private final Path dossier;
    private final Path file;
    private final Reader reader;
    private final List<byte[]> seeds;

    private interface Reader {
        void read(Path dossier, Problems problems) throws IOException;
    }

    private FileTarget(Path dossier, String path, List<byte[]> seeds, Reader reader) {
        this.dossier = dossier;
        this.file = dossier.resolve(path);
        this.reader = reader;
        this.seeds = seeds;
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@code dossier.yaml}, and what it chooses for a server. */
    static Target settings(Path folder) {
        List<byte[]> seeds = new ArrayList<>(Targets.filesBelow(RESOURCES, DossierSettings.FILE));
        seeds.add(Targets.bytes("""
                title: "A: title"
                base: https://example.org/id/
                licence: https://creativecommons.org/licenses/by/4.0/
                language: en-GB
                serve: {port: 80, host: 0.0.0.0, query-seconds: 1.5, query-bytes: 64 KB, names: [a.example], store: disk}
                """));
        return new FileTarget(
                folder,
                DossierSettings.FILE,
                seeds,
                (dossier, problems) -> ServerSettings.of(ServerSettings.chosen(
                        DossierSettings.read(dossier, problems).serve(), problems)));
    }

    /** {@code facts/redirects.tsv}, read, written and read again. */
    static Target redirects(Path folder) {
        return new FileTarget(
                folder, Redirects.PATH, Targets.filesBelow(RESOURCES, "redirects.tsv"), (dossier, problems) -> {
                    List<String> lines = Redirects.read(dossier, problems).lines();
                    Files.write(dossier.resolve("again.tsv"), lines);
                    Problems none = new Problems();
                    Promises.require(
                            lines.isEmpty()
                                    || Redirects.read(dossier, "again.tsv", none)
                                            .lines()
                                            .equals(lines),
                            "what was written reads otherwise: " + lines);
                    Promises.require(none.list().isEmpty(), "what was written is damaged: " + none.list());
                });
    }

    /** {@code imports/mentions.yaml}, tried on its own examples. */
    static Target mentions(Path folder) {
        List<byte[]> seeds = new ArrayList<>(Targets.filesBelow(RESOURCES, "mentions.yaml"));
        seeds.add(Targets.bytes("""
                keywords:
                  - {words: [Azure, "azure cloud"], entity: azure, except: "azure blue"}
                  - words: face recognition
                    kind: facial-recognition
                examples:
                  - {text: AZURE and face  recognition, mentions: [azure, facial-recognition]}
                  - {text: azure blue, mentions: []}
                """));
        return new FileTarget(
                folder,
                Keywords.FILE,
                seeds,
                (dossier, problems) -> Keywords.read(dossier, BASE, VOCABULARY, problems));
    }

    /** {@code source.yaml} of an import whose mapping is right. */
    static Target source(Path folder) {
        List<byte[]> seeds = new ArrayList<>(Targets.filesBelow(Path.of("imports"), "source.yaml"));
        seeds.addAll(Targets.filesBelow(RESOURCES, "source.yaml"));
        write(folder.resolve("imports/input/mapping.rq"), MAPPING);
        return new FileTarget(
                folder,
                "imports/input/source.yaml",
                seeds,
                (dossier, problems) -> imports(dossier, problems).named("input"));
    }

    /** {@code files.tsv} of an import, whose files are not there. */
    static Target files(Path folder) {
        write(folder.resolve("imports/input/mapping.rq"), MAPPING);
        write(folder.resolve("imports/input/source.yaml"), """
                title: Invented
                publisher: Nobody
                homepage: https://example.org/
                licence: https://creativecommons.org/publicdomain/zero/1.0/
                """);
        String list = "file\tsha256\trows\na.csv\t%s\t12\nb.csv\t%s\t0\n";
        return new FileTarget(
                folder,
                "imports/input/files.tsv",
                List.of(Targets.bytes(list.formatted("0123456789abcdef".repeat(4), "f".repeat(64)))),
                (dossier, problems) -> imports(dossier, problems)
                        .units(List.of(), ImportSettings.usual().withThreads(1)));
    }

    private static final String MAPPING = """
            PREFIX fn: <https://w3id.org/dossier/fn/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            CONSTRUCT { ?id rdfs:label ?name } WHERE { BIND(fn:id("firm", ?name) AS ?id) }
            """;

    private static DossierImports imports(Path dossier, Problems problems) {
        Path converted = dossier.resolve("build/imports");
        return new DossierImports(
                dossier, BASE, VOCABULARY, new UnitStore(converted, converted, ""), converted, problems);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A saved question: its sentence, parameters and chart, and the query itself. */
    static Target question(Path folder) {
        QueryGate gate = new QueryGate(Names.prefixes(BASE), GateRules.local(false));
        return new FileTarget(
                folder,
                "queries/input.rq",
                Targets.filesBelow(Path.of("queries"), ".rq"),
                (dossier, problems) -> Questions.one("input", dossier, VOCABULARY, gate, problems));
    }

    @Override
    public String take(byte[] input) throws IOException {
        Files.write(file, input);
        Problems problems = new Problems();
        reader.read(dossier, problems);
        return Promises.areKept(problems, input);
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }
}
