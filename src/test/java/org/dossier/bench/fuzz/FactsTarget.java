package org.dossier.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.facts.FactsReader;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;

/** The reader of facts files. */
final class FactsTarget implements Target {

    private static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("."), new Problems()).vocabulary();

    private final Path dossier;
    private final Path file;

    FactsTarget(Path folder) {
        this.dossier = folder;
        try {
            this.file = Files.createDirectories(folder.resolve("facts")).resolve("input.yaml");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String take(byte[] input) throws IOException {
        Files.write(file, input);
        Problems problems = new Problems();
        FactsReader.read(dossier, VOCABULARY, problems);
        return Promises.areKept(problems, input);
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String folder : List.of("right", "mistakes", "dossiers")) {
            seeds.addAll(Targets.filesBelow(Path.of("src/test/resources", folder), ".yaml"));
        }
        return seeds;
    }
}
