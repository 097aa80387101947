package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dossier.author.FactsSchema;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.triples.Ontology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the schema of facts files that editors complete and explain keys by. */
@Command(
        name = "schema",
        description = "Write a JSON Schema of facts files to build/facts.schema.json, for editors.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    private static final String FILE = "build/facts.schema.json";

    @Mixin
    DossierFolder folder;

    @Option(names = "--stdout", description = "Print it instead.")
    boolean isPrinted;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Problems problems = new Problems();
        Ontology ontology = Ontology.of(folder.path(), problems);
        if (problems.hasErrors()) {
            problems.list().forEach(spec.commandLine().getErr()::println);
            return ExitCode.PROBLEMS.code;
        }
        String schema = new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(FactsSchema.of(ontology.vocabulary()));
        spec.commandLine().getOut().println(isPrinted ? schema : written(schema));
        return ExitCode.OK.code;
    }

    private String written(String schema) {
        Path file = folder.path().resolve(FILE);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, schema + "\n");
            return FILE;
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }
}
