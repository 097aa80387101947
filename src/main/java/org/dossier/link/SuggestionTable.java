package org.dossier.link;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Stream<String> lines = suggestions.stream()
                .flatMap(suggestion ->
                        suggestion.candidates().stream().map(candidate -> line(suggestion.thing(), candidate, ids)));
        DisposableTable.write(file, Stream.concat(Stream.of(HEADER), lines));
    }

    private static String line(Profile thing, Candidate candidate, TargetIds ids) {
        Score score = candidate.score();
        return DisposableTable.line(List.of(
                thing.id(),
                thing.label(),
                ids.prefix() + ":" + candidate.profile().id(),
                candidate.profile().label(),
                value(score),
                score.answer().label(),
                score.left().text(),
                score.right().text(),
                why(score)));
    }

    static String value(Score score) {
        return String.format(Locale.ROOT, "%.3f", score.value());
    }

    /** Every feature with its points, such as {@code words shared, by weight +6.4}. */
    public static String why(Score score) {
        return score.features().stream()
                .map(feature ->
                        String.format(Locale.ROOT, "%s %+.1f", feature.trait().label(), feature.points()))
                .collect(Collectors.joining("; "));
    }
}
