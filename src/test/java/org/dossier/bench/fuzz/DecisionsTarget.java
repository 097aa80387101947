package org.dossier.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dossier.link.DecisionReader;
import org.dossier.problem.Problems;

/** The reader of decisions about who is who. */
final class DecisionsTarget implements Target {

    private static final String BASE = "https://example.org/id/";
    private static final String PATH = "links/input.sssom.tsv";

    private static final String LINES = """
            #curie_map:
            #  id: https://example.org/id/
            #  "ror": "https://ror.org/"
            #  skos: http://www.w3.org/2004/02/skos/core#
            subject_id\tsubject_label\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label\tmapping_justification\tauthor_label\tmapping_date\tcomment
            id:a-firm\tA Firm\tskos:exactMatch\t\tror:012345\tA Firm, Inc.\tsemapv:ManualMappingCuration\tA. Reader\t2026-01-02\tsame street
            id:b-firm\tB Firm\tskos:exactMatch\tNot\thttps://ror.org/99\tB\tsemapv:ManualMappingCuration\tA. Reader\t2026-01-02\t
            id:c-firm\tC Firm\tskos:exactMatch\t\tsssom:NoTermFound\t\tsemapv:ManualMappingCuration\tA. Reader\t2026-02-28\t
            """;

    private final Path dossier;
    private final Path file;

    DecisionsTarget(Path folder) {
        this.dossier = folder;
        this.file = folder.resolve(PATH);
        try {
            Files.createDirectories(folder.resolve("links"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String take(byte[] input) throws IOException {
        Files.write(file, input);
        Problems problems = new Problems();
        DecisionReader.read(dossier, PATH, BASE, problems);
        return Promises.areKept(problems, input);
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(Targets.bytes(LINES));
    }
}
