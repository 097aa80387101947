package org.dossier.mapping;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.dossier.claim.PartialDate;
import org.dossier.table.Layout;
import org.jspecify.annotations.Nullable;

/**
 * What {@code source.yaml} says about the files of an import.
 *
 * @param title what the files are called together
 * @param kind local name of the kind of source; official data unless it says otherwise
 * @param publisher name of whoever compiled them
 * @param homepage address where they can be had
 * @param licence address or name of the terms under which they may be used
 * @param date of the data
 * @param key columns that together tell one row from all others; empty when nothing does
 * @param required columns without a readable cell in which a row is rejected
 * @param optional columns that the mapping reads and that some files lack
 * @param ignored columns that nobody reads, and why
 * @param repetitions header of a column that no file has: it is empty, and 1, 2 … in rows that stand in the file again;
 *     where it is absent, such rows are dropped
 * @param mentions columns in which words of the list of keywords are looked for
 * @param names column of a name by the column of the key that should always come with the same one
 * @param expected how many rows, and things of which class, a file should hold; rows are under {@code rows}
 */
public record SourceDescription(
        String title,
        String kind,
        @Nullable String publisher,
        @Nullable String homepage,
        @Nullable String licence,
        @Nullable PartialDate date,
        Layout layout,
        List<String> key,
        List<String> required,
        List<String> optional,
        List<Ignored> ignored,
        @Nullable String repetitions,
        List<String> mentions,
        Map<String, String> names,
        Map<String, Expected> expected) {

    /** The key of {@link #expected} that stands for all rows. */
    static final String ROWS = "rows";

    /**
     * Columns that are left out on purpose.
     *
     * @param columns headers, in which {@code *} stands for any letters
     */
    public record Ignored(List<String> columns, String reason) {
        public Ignored {
            columns = List.copyOf(columns);
        }

        boolean covers(String header) {
            return columns.stream().anyMatch(pattern -> matches(pattern, header));
        }

        private static boolean matches(String pattern, String header) {
            String[] fixed = pattern.split("\\*", -1);
            if (fixed.length == 1) {
                return pattern.equals(header);
            }
            int at = fixed[0].length();
            int end = header.length() - fixed[fixed.length - 1].length();
            if (!header.startsWith(fixed[0]) || !header.endsWith(fixed[fixed.length - 1]) || at > end) {
                return false;
            }
            for (int part = 1; part < fixed.length - 1; part++) {
                int found = header.indexOf(fixed[part], at);
                if (found < 0 || found + fixed[part].length() > end) {
                    return false;
                }
                at = found + fixed[part].length();
            }
            return true;
        }
    }

    /** A number that should lie between two others. */
    public record Expected(OptionalLong least, OptionalLong most) {

        boolean holds(long number) {
            return number >= least.orElse(0) && number <= most.orElse(Long.MAX_VALUE);
        }

        /** {@code 3000 to 5000}, {@code at least 3000}, {@code at most 5000}. */
        @Override
        public String toString() {
            if (least.isPresent() && most.isPresent()) {
                return least.getAsLong() == most.getAsLong()
                        ? Long.toString(least.getAsLong())
                        : least.getAsLong() + " to " + most.getAsLong();
            }
            return least.isPresent() ? "at least " + least.getAsLong() : "at most " + most.orElse(Long.MAX_VALUE);
        }
    }

    public SourceDescription {
        key = List.copyOf(key);
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        ignored = List.copyOf(ignored);
        mentions = List.copyOf(mentions);
        names = Map.copyOf(names);
        expected = Map.copyOf(expected);
    }

    boolean ignores(String header) {
        return ignored.stream().anyMatch(columns -> columns.covers(header));
    }
}
