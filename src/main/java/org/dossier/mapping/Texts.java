package org.dossier.mapping;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dossier.table.Table;

/** What the functions on cells do to texts. */
final class Texts {

    /** Stands between the values that a JSON array put into one cell. */
    static final char LIST_SEPARATOR = Table.LIST_SEPARATOR;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private Texts() {}

    /** Without control characters and marks that nobody sees, and with single spaces between words. */
    static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder(text.length());
        boolean isGap = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int letter = text.codePointAt(at);
            if (isSpace(letter)) {
                isGap = true;
            } else if (!isUnseen(letter)) {
                cleaned.append(isGap && !cleaned.isEmpty() ? " " : "").appendCodePoint(letter);
                isGap = false;
            }
        }
        return cleaned.toString();
    }

    private static boolean isClean(String text) {
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter < ' ' || letter > '~' || (letter == ' ' && before == ' ')) {
                return false;
            }
            before = letter;
        }
        return before != ' ';
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == 0x85;
    }

    private static boolean isUnseen(int letter) {
        int type = Character.getType(letter);
        return type == Character.CONTROL || type == Character.FORMAT;
    }

    /** Words of small letters from a to z and digits, joined by hyphens; accents are dropped. */
    static String slug(String text) {
        String folded = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        String words = NO_LETTERS.matcher(folded.toLowerCase(Locale.ROOT)).replaceAll("-");
        return EDGES.matcher(words).replaceAll("");
    }

    /** The parts of a cell between separators, without blanks around them; empty ones are left out. */
    static List<String> parts(String cell, List<String> separators) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < cell.length(); ) {
            int length = separatorAt(cell, at, separators);
            if (length > 0) {
                addPart(cell.substring(start, at), parts);
                start = at + length;
            }
            at += Math.max(length, 1);
        }
        addPart(cell.substring(start), parts);
        return parts;
    }

    private static int separatorAt(String cell, int at, List<String> separators) {
        int longest = 0;
        for (String separator : separators) {
            if (separator.length() > longest && cell.startsWith(separator, at)) {
                longest = separator.length();
            }
        }
        return longest;
    }

    private static void addPart(String text, List<String> parts) {
        String part = text.strip();
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    /** Whether this is an address that a browser can open without running anything. */
    static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
