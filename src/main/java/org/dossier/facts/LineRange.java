package org.dossier.facts;

import java.util.List;

/**
 * Neighbouring lines of a facts file.
 *
 * @param first index of the first line, from 0
 * @param last index of the last line
 */
record LineRange(int first, int last) {

    /** The item, heading or key that has to be left out so that the rest of the file becomes readable. */
    static LineRange around(int mistake, boolean ownsList, List<String> lines) {
        int line = Math.min(mistake, lines.size() - 1);
        if (isHeading(lines, line) || (ownsList && !isWithinItem(lines, line))) {
            return new LineRange(line, endOfBlock(lines, line));
        }
        int start = line;
        while (start > 0 && !isTopKey(lines.get(start)) && !beginsItem(lines, start)) {
            start--;
        }
        return isTopKey(lines.get(start))
                ? new LineRange(line, endOfBlock(lines, line))
                : new LineRange(start, endOfItem(lines, line));
    }

    boolean isBlankIn(List<String> lines) {
        return lines.subList(first, last + 1).stream().allMatch(String::isBlank);
    }

    private static int endOfItem(List<String> lines, int line) {
        int end = line;
        while (end + 1 < lines.size()
                && !isTopKey(lines.get(end + 1))
                && !isHeading(lines, end + 1)
                && !beginsItem(lines, end + 1)) {
            end++;
        }
        return end;
    }

    /** The line and those below it that are indented further. */
    private static int endOfBlock(List<String> lines, int line) {
        int end = line;
        while (end + 1 < lines.size()
                && (isEmpty(lines.get(end + 1)) || indent(lines.get(end + 1)) > indent(lines.get(line)))) {
            end++;
        }
        return end;
    }

    /** A line between the items: with a colon and nothing behind it, or spoilt so that the colon is lost. */
    private static boolean isHeading(List<String> lines, int line) {
        String text = lines.get(line).strip();
        if (isEmpty(text) || isDash(text) || isTopKey(lines.get(line))) {
            return false;
        }
        int next = line + 1;
        while (next < lines.size() && isEmpty(lines.get(next))) {
            next++;
        }
        boolean leadsToItem = next < lines.size()
                && isDash(lines.get(next).strip())
                && indent(lines.get(next)) >= indent(lines.get(line));
        boolean isBare = text.endsWith(":") || text.contains(" #") || text.indexOf(':') < 0;
        return leadsToItem && isBare && !isWithinItem(lines, line);
    }

    private static boolean beginsItem(List<String> lines, int line) {
        return isDash(lines.get(line).strip()) && !isWithinItem(lines, line);
    }

    /** Whether a line further out above this one begins an item. */
    private static boolean isWithinItem(List<String> lines, int line) {
        int indent = indent(lines.get(line));
        for (int above = line - 1; above >= 0 && indent > 0; above--) {
            String text = lines.get(above);
            if (isEmpty(text) || indent(text) >= indent) {
                continue;
            }
            if (isDash(text.strip())) {
                return true;
            }
            indent = indent(text);
        }
        return false;
    }

    /** A key at the left, or one of the parts of a file that slipped to the right. */
    private static boolean isTopKey(String line) {
        boolean isSection =
                FactsKeys.SECTIONS.stream().anyMatch(section -> line.strip().startsWith(section + ":"));
        return isSection || (!isEmpty(line) && indent(line) == 0 && !isDash(line));
    }

    private static boolean isDash(String text) {
        return text.startsWith("- ") || text.startsWith("-\t") || text.equals("-");
    }

    private static boolean isEmpty(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }
}
