package org.dossier.link;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A column of a target's file, and how its cells are read.
 *
 * @param header as the file has it; the path of a value in JSON
 * @param separator between several values of one cell; absent when there is one
 * @param begins what a value must begin with to count; it is cut off
 * @param when another column that must have a certain value for this one to count
 */
public record TargetColumn(
        String header,
        @Nullable String separator,
        @Nullable String begins,
        @Nullable Condition when) {

    /** A column, and the value that it must have. */
    public record Condition(String header, String value) {}

    static TargetColumn plain(String header) {
        return new TargetColumn(header, null, null, null);
    }

    /** The values of a cell, without those that do not count. */
    List<String> values(@Nullable String cell) {
        if (cell == null) {
            return List.of();
        }
        String[] values = separator == null ? new String[] {cell} : cell.split(Pattern.quote(separator));
        return Stream.of(values)
                .flatMap(value -> Stream.of(value.split(Pattern.quote(String.valueOf(Table.LIST_SEPARATOR)))))
                .map(String::strip)
                .filter(value -> begins == null || value.startsWith(begins))
                .map(value -> begins == null
                        ? value
                        : value.substring(begins.length()).strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
