package org.dossier.author;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts one id for another in files that are no facts: queries, triples, tables. */
record IdChange(String base, String old, String chosen) {

    private static final String WITHIN_CLAIMS = "--";
    private static final String ID_COLUMN = "id";

    /** A cell, and what ends it. */
    private static final Pattern CSV_CELL = Pattern.compile("(\"(?:[^\"]|\"\")*\"|[^,\"\r\n]*)(,|\r\n|\n|\r|$)");

    /** Behind the prefix {@code id:} or the dossier's base, also within the ids of claims; and defaults of parameters. */
    String inAddresses(String text) {
        Pattern address = Pattern.compile("((?<![\\w:-])id:|" + Pattern.quote(base) + ")([A-Za-z0-9][A-Za-z0-9_-]*)");
        String addresses = address.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + changed(found.group(2))));
        return Pattern.compile("(?m)^(#\\s*param\\s+\\w+:(?!\\s*kind\\b)[^=\\n]*=\\s*)" + Pattern.quote(old)
                        + "(?=\\s*(--|$))")
                .matcher(addresses)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + chosen));
    }

    private String changed(String id) {
        String[] parts = id.split(WITHIN_CLAIMS, -1);
        for (int end : new int[] {0, parts.length - 1}) {
            if (parts[end].equals(old)) {
                parts[end] = chosen;
            }
        }
        return String.join(WITHIN_CLAIMS, parts);
    }

    /** Whole cells of a table that name the thing: by its id, with the prefix {@code id:}, or by its address. */
    String inCells(String table) {
        Pattern cell =
                Pattern.compile("(?m)(?<=^|\t)(id:|" + Pattern.quote(base) + "|)" + Pattern.quote(old) + "(?=\t|\r?$)");
        return cell.matcher(table).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + chosen));
    }

    /** The cells of a table with commas below {@code id}; a table without such a column names no things. */
    String inColumnOfIds(String table) {
        List<MatchResult> cells = CSV_CELL.matcher(table).results().toList();
        StringBuilder changed = new StringBuilder();
        List<String> header = new ArrayList<>();
        boolean isHeader = true;
        int column = 0;
        for (MatchResult cell : cells) {
            if (isHeader) {
                header.add(cell.group(1));
            }
            boolean isId =
                    !isHeader && column < header.size() && header.get(column).equals(ID_COLUMN);
            changed.append(isId && cell.group(1).equals(old) ? chosen : cell.group(1))
                    .append(cell.group(2));
            boolean endsLine = !cell.group(2).equals(",");
            isHeader &= !endsLine;
            column = endsLine ? 0 : column + 1;
        }
        return changed.toString();
    }
}
