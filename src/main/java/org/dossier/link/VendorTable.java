package org.dossier.link;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes the names in vendor cells as a table that a spreadsheet reads; it is thrown away and made again at will. */
public final class VendorTable {

    private static final int RECORDS_SHOWN = 3;
    private static final String HEADER = String.join(
            "\t", "mention", "remarks", "times", "records", "entry", "entry's name", "score", "looks like", "why");

    private VendorTable() {}

    /** Path of the table for a target, relative to the dossier's folder. */
    public static String path(String target) {
        return "build/links/" + target + ".vendors.tsv";
    }

    /**
     * Writes the table; a name that may mean nobody in the target has a line too.
     *
     * @throws org.dossier.problem.SurroundingsException when the file cannot be written
     */
    public static void write(Path file, VendorMentions found, TargetIds ids) {
        Stream<String> lines = found.mentions().stream().flatMap(mention -> lines(mention, ids));
        DisposableTable.write(file, Stream.concat(Stream.of(HEADER), lines));
    }

    private static Stream<String> lines(VendorMentions.Mention mention, TargetIds ids) {
        return mention.candidates().isEmpty()
                ? Stream.of(line(mention, List.of("", "", "", "", "")))
                : mention.candidates().stream().map(candidate -> line(mention, cells(candidate, ids)));
    }

    private static List<String> cells(Candidate candidate, TargetIds ids) {
        return List.of(
                ids.prefix() + ":" + candidate.profile().id(),
                candidate.profile().label(),
                SuggestionTable.value(candidate.score()),
                candidate.score().answer().label(),
                SuggestionTable.why(candidate.score()));
    }

    private static String line(VendorMentions.Mention mention, List<String> entry) {
        List<String> its = List.of(
                mention.name(),
                String.join("; ", mention.remarks()),
                Integer.toString(mention.records().size()),
                String.join(" ", mention.records().stream().limit(RECORDS_SHOWN).toList()));
        return DisposableTable.line(Stream.concat(its.stream(), entry.stream()).toList());
    }
}
