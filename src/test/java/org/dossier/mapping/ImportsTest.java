package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.FmtUtils;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped imports, each over the small invented sample beside its mapping. {@code expected.ttl} holds the triples,
 * {@code expected-rejects.csv} the rejects, {@code expected.txt} the balance and the problems.
 * {@code -Ddossier.golden=rewrite} rewrites them.
 */
class ImportsTest {

    private static final Path IMPORTS = Path.of("imports");
    private static final String BASE = "https://w3id.org/dossier/id/";
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("dossier.golden"));
    private static final Ontology ONTOLOGY = Ontology.of(Path.of("."), new Problems());
    private static final Vocabulary VOCABULARY = ONTOLOGY.vocabulary();

    @TempDir
    Path folder;

    static Stream<Path> imports() {
        try (Stream<Path> folders = Files.list(IMPORTS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("mapping.rq"))).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("imports")
    void aSampleGivesWhatIsExpectedOfIt(Path imports) throws Exception {
        Problems problems = new Problems();

        ImportRun run =
                ImportRun.run(open(imports), List.of(sample(imports)), ImportSettings.usual(), folder, problems);

        assertThat(run.units()).hasSize(1);
        ImportRun.Unit unit = run.units().get(0);
        String triples = turtle(read(unit.triples()));
        assertThat(triples).isEqualTo(golden(imports.resolve("expected.ttl"), triples));
        String rejects = Files.readString(run.rejects()).replace("\r\n", "\n");
        assertThat(rejects).isEqualTo(golden(imports.resolve("expected-rejects.csv"), rejects));
        String balance = Stream.concat(
                        Stream.of(unit.balance().text()),
                        problems.list().stream().map(Problem::toString))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(balance).isEqualTo(golden(imports.resolve("expected.txt"), balance));
    }

    @ParameterizedTest
    @MethodSource("imports")
    void aSampleHoldsARowThatIsRejected(Path imports) throws Exception {
        ImportRun run =
                ImportRun.run(open(imports), List.of(sample(imports)), ImportSettings.usual(), folder, new Problems());

        assertThat(run.units().get(0).balance().rejected()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("imports")
    void noShippedExpressionIsLeftToArq(Path imports) {
        assertThat(open(imports).mapping().fallbacks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("imports")
    void triplesHandedOnAreTheTriplesWritten(Path imports) throws Exception {
        Graph made = GraphFactory.createDefaultGraph();
        Path sample = sample(imports);
        ImportRun run = ImportRun.run(open(imports), List.of(sample), ImportSettings.usual(), folder, new Problems());

        Balance balance = new Conversion(
                        open(imports),
                        new org.dossier.table.TableFile(sample, null),
                        ImportSettings.usual(),
                        folder,
                        reject -> {},
                        new Problems())
                .make(made::add)
                .orElseThrow();

        assertThat(turtle(made)).isEqualTo(turtle(read(run.units().get(0).triples())));
        assertThat(balance).isEqualTo(run.units().get(0).balance());
    }

    @Test
    void thereAreImports() {
        assertThat(imports()).hasSizeGreaterThanOrEqualTo(9);
    }

    static ImportFolder open(Path imports) {
        Problems problems = new Problems();
        return ImportFolder.read(Path.of("."), String.valueOf(imports.getFileName()), BASE, VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
    }

    static Path sample(Path imports) {
        return Stream.of("sample.csv", "sample.json")
                .map(imports::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static Graph read(Path triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(triples).lang(Lang.NTRIPLES).parse(graph);
        return graph;
    }

    private static String golden(Path file, String found) throws IOException {
        if (REWRITE) {
            Files.writeString(file, found);
        }
        return Files.readString(file);
    }

    /** Sorted, one triple in a line, so that a difference is easy to read. */
    private static String turtle(Graph graph) {
        PrefixMapping prefixes = PrefixMapping.Factory.create().setNsPrefixes(Names.prefixes(BASE));
        TreeSet<String> lines = new TreeSet<>();
        for (Triple triple : graph.find().toList()) {
            lines.add(Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                    .map(node -> FmtUtils.stringForNode(node, prefixes))
                    .collect(Collectors.joining(" ", "", " .")));
        }
        StringBuilder text = new StringBuilder();
        Names.prefixes(BASE).forEach((prefix, iri) -> text.append("@prefix " + prefix + ": <" + iri + "> .\n"));
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
