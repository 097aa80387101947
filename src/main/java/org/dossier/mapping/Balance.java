package org.dossier.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What became of every row of one file. {@code read = mapped + rejected + duplicates + ignored}, always.
 *
 * @param file what messages call it
 * @param sha256 of the file
 * @param read rows below the header
 * @param mapped rows that gave triples
 * @param rejected rows left out because of a cell that is needed, or of what they are
 * @param duplicates rows that say again what an earlier row said
 * @param ignored rows that the mapping leaves out by FILTER
 * @param triples written; few of them twice, since what was written of late is not written again
 * @param things different things by the local name of their class
 * @param signs negative and zero amounts by the local name of their property
 * @param cells cells that could not be read in rows that were mapped all the same
 * @param otherNames how often a key came back with another name
 * @param rejectsByCode how many reports of rejects.csv have each code
 * @param unknownColumns headers of columns that hold something and that nobody reads or ignores
 * @param emptyColumns headers of such columns that hold nothing
 * @param missingColumns optional columns that the file lacks
 * @param asExpected the numbers that source.yaml expects and that the file keeps to, as {@code rows at least 1}
 */
public record Balance(
        String file,
        String sha256,
        long read,
        long mapped,
        long rejected,
        long duplicates,
        long ignored,
        long triples,
        SortedMap<String, Long> things,
        SortedMap<String, Signs> signs,
        long cells,
        long otherNames,
        SortedMap<String, Long> rejectsByCode,
        List<String> unknownColumns,
        List<String> emptyColumns,
        List<String> missingColumns,
        List<String> asExpected) {

    /** How many amounts are below zero, and how many are zero. */
    public record Signs(long negative, long zero) {}

    public Balance {
        unknownColumns = List.copyOf(unknownColumns);
        emptyColumns = List.copyOf(emptyColumns);
        missingColumns = List.copyOf(missingColumns);
        asExpected = List.copyOf(asExpected);
        if (read != mapped + rejected + duplicates + ignored) {
            throw new IllegalStateException("the balance does not add up: " + read + " rows read, " + mapped
                    + " mapped, " + rejected + " rejected, " + duplicates + " duplicates, " + ignored + " ignored");
        }
    }

    /** The balance as a few lines for people. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d rows read = %,d mapped + %,d rejected + %,d duplicate + %,d ignored by rule",
                file,
                read,
                mapped,
                rejected,
                duplicates,
                ignored));
        lines.add(String.format(Locale.ROOT, "%,d triples; different things: %s", triples, counts(things)));
        add("as expected", String.join(", ", asExpected), lines);
        signs.forEach((name, found) -> lines.add(
                String.format(Locale.ROOT, "%s: %,d negative, %,d zero", name, found.negative(), found.zero())));
        add("reasons in rejects.csv", reasons(), lines);
        add("cells that could not be read in mapped rows", cells, lines);
        add("keys that came back with another name", otherNames, lines);
        add("columns that nobody reads, though they hold something", String.join(", ", unknownColumns), lines);
        add("columns that nobody reads, and that are empty", String.join(", ", emptyColumns), lines);
        add("optional columns that the file lacks", String.join(", ", missingColumns), lines);
        return String.join("\n  ", lines);
    }

    /** How many reports of rejects.csv have each code, for people. */
    String reasons() {
        return counts(rejectsByCode);
    }

    private static String counts(SortedMap<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%s %,d", count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static void add(String what, long number, List<String> lines) {
        add(what, number == 0 ? "" : String.format(Locale.ROOT, "%,d", number), lines);
    }

    private static void add(String what, String found, List<String> lines) {
        if (!found.isEmpty()) {
            lines.add(what + ": " + found);
        }
    }
}
