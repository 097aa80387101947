package org.dossier.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dossier.mapping.ImportFolder;
import org.dossier.mapping.ImportRun;
import org.dossier.mapping.ImportSettings;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;

/** The compiler of mappings, and what it compiles. */
final class MappingTarget implements Target {

    private static final String BASE = "https://example.org/id/";
    private static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("."), new Problems()).vocabulary();

    private static final String DESCRIPTION = """
            title: Invented
            publisher: Nobody
            homepage: https://example.org/
            licence: https://creativecommons.org/publicdomain/zero/1.0/
            """;

    private static final String ROWS = """
            name,number,day,sum,code
            Firm One,17,2025-07-01,1234.50,A1
            ,x,31/02/2025,1.2.3,
            "Firm ""Two\""",-1,,0,Ä\u00a0z
            """;

    private final Path dossier;
    private final Path mapping;
    private final Path rows;

    MappingTarget(Path folder) {
        this.dossier = folder;
        try {
            Path imports = Files.createDirectories(folder.resolve("imports/input"));
            Files.writeString(imports.resolve("source.yaml"), DESCRIPTION);
            this.mapping = imports.resolve("mapping.rq");
            this.rows = Files.writeString(folder.resolve("rows.csv"), ROWS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String take(byte[] input) throws IOException {
        Files.write(mapping, input);
        Problems problems = new Problems();
        Optional<ImportFolder> read = ImportFolder.read(dossier, "input", BASE, VOCABULARY, problems);
        String outcome = Promises.areKept(problems, input);
        Promises.require(read.isPresent() || problems.hasErrors(), "refused for no reason");
        if (read.isPresent()) {
            ImportSettings settings = ImportSettings.usual().withThreads(1);
            Problems ofRows = new Problems();
            ImportRun.run(read.get(), List.of(rows), settings, dossier.resolve("out"), ofRows);
            return outcome + ", rows: " + Promises.areKept(ofRows, Targets.bytes(ROWS));
        }
        return outcome;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(Targets.filesBelow(Path.of("imports"), "mapping.rq"));
        Stream.of(
                        "CONSTRUCT { ?id rdfs:label ?name } WHERE { BIND(fn:id(\"firm\", ?name) AS ?id) }",
                        "CONSTRUCT { ?id dossier:obligatedAmount ?n ; dossier:startDate ?d } WHERE {\n"
                                + "  VALUES (?code ?kind) { (\"A1\" kind:firm) (UNDEF kind:agency) }\n"
                                + "  FILTER(?number > \"1\" && REGEX(?name, \"^F.*$\", \"i\"))\n"
                                + "  BIND(fn:id(?code, ?number) AS ?id) BIND(fn:decimal(?sum) AS ?n)\n"
                                + "  BIND(fn:date(?day, \"yyyy-MM-dd\") AS ?d) BIND(IF(BOUND(?code), 1, 2) AS ?unused)\n}")
                .map(query ->
                        "PREFIX dossier: <https://w3id.org/dossier/ns#>\nPREFIX fn: <https://w3id.org/dossier/fn/>\n"
                                + "PREFIX kind: <https://w3id.org/dossier/kind/>\n"
                                + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n" + query)
                .map(Targets::bytes)
                .forEach(seeds::add);
        return seeds;
    }
}
