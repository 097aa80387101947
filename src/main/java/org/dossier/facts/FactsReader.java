package org.dossier.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dossier.claim.FactsFile;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.vocabulary.Vocabulary;

/**
 * Reads what people curated: every {@code facts/**}{@code /*.yaml} of a dossier, in the words of its ontology.
 *
 * <p>All files are looked through for ids and claims first, so that any of them may mention what another defines; then
 * each is read. One run reports every mistake of every file, each once.
 */
public final class FactsReader {

    private static final String FOLDER = "facts";
    private static final String ENDING = ".yaml";

    private FactsReader() {}

    /**
     * Reads all facts files, in order of their paths.
     *
     * @return what could be read, even where problems were found: it may not be built when there are errors
     * @throws SurroundingsException when a file cannot be read
     */
    public static List<FactsFile> read(Path dossier, Vocabulary vocabulary, Problems problems) {
        List<YamlFile> files = paths(dossier, problems).stream()
                .map(path -> YamlFile.read(FileText.read(dossier, path, problems), problems))
                .toList();
        Definitions definitions = Survey.of(files, vocabulary, problems);
        Reading reading = new Reading(vocabulary, definitions, problems);
        List<FactsFile> facts =
                files.stream().map(file -> FileReader.read(file, reading)).toList();
        PassageCheck.check(facts, problems);
        SpeakerCheck.check(facts, problems);
        IdentifierCheck.check(facts, problems);
        RingCheck.check(facts, reading);
        return facts;
    }

    private static List<String> paths(Path dossier, Problems problems) {
        Path folder = dossier.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<String> paths = found.filter(Files::isRegularFile)
                    .map(path -> dossier.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !path.contains("/."))
                    .sorted()
                    .toList();
            paths.stream().filter(FactsReader::isMisnamed).forEach(path -> reportMisnamed(path, problems));
            return paths.stream().filter(path -> path.endsWith(ENDING)).toList();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + folder + ": " + failure.getMessage(), failure);
        }
    }

    private static boolean isMisnamed(String path) {
        return path.matches("(?i).*\\.ya?ml") && !path.endsWith(ENDING);
    }

    private static void reportMisnamed(String path, Problems problems) {
        problems.error(
                Place.wholeFile(path),
                "ignored-file",
                "only files that end in '" + ENDING + "' are read",
                "name it '" + path.replaceAll("(?i)\\.ya?ml$", ENDING) + "'");
    }
}
