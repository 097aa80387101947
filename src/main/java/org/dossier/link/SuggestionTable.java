package org.dossier.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dossier.problem.SurroundingsException;

/** Writes proposals as a table that a spreadsheet reads; it is thrown away and made again at will. */
public final class SuggestionTable {

    private static final String HEADER =
            String.join("\t", "id", "name", "entry", "entry's name", "score", "looks like", "compared", "with", "why");

    private SuggestionTable() {}

    /** Path of the table for a target, relative to the dossier's folder. */
    public static String path(String target) {
        return "build/links/" + target + ".candidates.tsv";
    }

    /**
     * Writes the table; the same proposals give the same bytes.
     *
     * @throws SurroundingsException when the file cannot be written
     */
    public static void write(Path file, List<Suggestion> suggestions, TargetIds ids) {
        try {
            Files.createDirectories(file.getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text(suggestions, ids), UTF_8);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    static String text(List<Suggestion> suggestions, TargetIds ids) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Suggestion suggestion : suggestions) {
            for (Candidate candidate : suggestion.candidates()) {
                text.append(line(suggestion.thing(), candidate, ids)).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(Profile thing, Candidate candidate, TargetIds ids) {
        Score score = candidate.score();
        return List.of(
                        thing.id(),
                        thing.label(),
                        ids.prefix() + ":" + candidate.profile().id(),
                        candidate.profile().label(),
                        String.format(Locale.ROOT, "%.3f", score.value()),
                        score.answer().label(),
                        score.left().text(),
                        score.right().text(),
                        why(score))
                .stream()
                .map(Cell::written)
                .collect(Collectors.joining("\t"));
    }

    /** Every feature with its points, such as {@code words shared, by weight +6.4}. */
    public static String why(Score score) {
        return score.features().stream()
                .map(feature ->
                        String.format(Locale.ROOT, "%s %+.1f", feature.trait().label(), feature.points()))
                .collect(Collectors.joining("; "));
    }
}
