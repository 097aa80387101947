package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.dossier.build.History;
import org.dossier.build.Options;
import org.dossier.explain.factcheck.FactCheck;
import org.dossier.explain.factcheck.FactCheckReport;
import org.dossier.explain.factcheck.Finding;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Release;
import org.dossier.triples.VocabularyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds a draft against the current release, sentence by sentence. */
@Command(
        name = "factcheck",
        description = "Hold the names, amounts, dates and links of a draft against what is on file.",
        mixinStandardHelpOptions = true)
final class FactcheckCommand implements Callable<Integer> {

    enum Format {
        text,
        md,
        json
    }

    @Mixin
    CurrentRelease release;

    @Parameters(paramLabel = "DRAFT", description = "A text in Markdown.")
    Path draft = Path.of("");

    @Option(names = "--format", defaultValue = "text", description = "text, md or json (default: ${DEFAULT-VALUE}).")
    Format format = Format.text;

    @Option(names = "--exit-code", description = "End with 1 when a sentence is unbacked.")
    boolean exitCode;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        String text = text();
        Optional<Release> found = release.find();
        if (found.isEmpty()) {
            return ExitCode.PROBLEMS.code;
        }
        Release current = found.get();
        List<Finding> findings =
                current.read(data -> check(current, data.getDefaultGraph()).check(text));
        print(text, findings, spec.commandLine().getOut());
        boolean isUnbacked =
                findings.stream().anyMatch(finding -> finding.verdict().isUnbacked());
        return exitCode && isUnbacked ? ExitCode.PROBLEMS.code : ExitCode.OK.code;
    }

    private FactCheck check(Release current, Graph everything) {
        return new FactCheck(
                everything,
                new VocabularyReader(everything, Graph.emptyGraph).read(),
                new History(release.dossier(), current, Options.USUAL));
    }

    private String text() {
        try {
            return Files.readString(draft);
        } catch (NoSuchFileException missing) {
            throw new ParameterException(spec.commandLine(), "there is no file '" + draft + "'");
        } catch (CharacterCodingException notText) {
            throw new ParameterException(spec.commandLine(), "'" + draft + "' is not UTF-8");
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + draft + ": " + failure.getMessage(), failure);
        }
    }

    private void print(String text, List<Finding> findings, PrintWriter out) throws JsonProcessingException {
        switch (format) {
            case json ->
                out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(findings));
            case md -> FactCheckReport.markdown(text, findings).forEach(out::println);
            case text -> FactCheckReport.text(draft.toString(), findings).forEach(out::println);
        }
    }
}
