package org.dossier.mapping;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mints the IRIs of what rows speak of: kind and keys joined by underscores, as in {@code action_CONT_AWD_1_P00002}.
 * Letters, digits, underscores and hyphens of a key stay; any other character is {@code -xHH-} with its code in
 * hexadecimal, so that different keys never share an id.
 */
final class Ids {

    /** A key is a code or a name; anything longer is a text. */
    private static final int MOST_CHARS = 300;

    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Pattern LOOKS_LIKE_CODE = Pattern.compile("-x[0-9A-F]{2,6}-");

    private Ids() {}

    static Optional<String> mistake(List<@Nullable String> constants) {
        String first = constants.get(0);
        if (constants.size() == 1 || (first != null && KIND.matcher(first).matches())) {
            return Optional.empty();
        }
        return Optional.of("the kind must be a word in quotation marks, such as \"contract\"");
    }

    /** @return null when a key is empty, or too long, which is reported */
    static @Nullable String mint(String base, @Nullable String[] arguments, CellFunction.Trouble trouble) {
        if (arguments.length == 1) {
            return given(base, arguments[0], trouble);
        }
        StringBuilder id = new StringBuilder(base.length() + 64).append(base).append(arguments[0]);
        for (int at = 1; at < arguments.length; at++) {
            String key = arguments[at];
            if (key == null) {
                return null;
            }
            if (key.length() > MOST_CHARS) {
                trouble.with(at, "a key has at most " + MOST_CHARS + " characters", "not-a-key");
                return null;
            }
            if (Numbers.isRounded(key)) {
                trouble.with(at, "a spreadsheet has rounded this key: take the file as it was before", "rounded-key");
                return null;
            }
            append(key, id.append('_'));
        }
        return id.toString();
    }

    private static @Nullable String given(String base, @Nullable String id, CellFunction.Trouble trouble) {
        if (id == null || GIVEN.matcher(id).matches()) {
            return id == null ? null : base + id;
        }
        trouble.with(0, "expected an id of letters, digits and hyphens", "not-a-key");
        return null;
    }

    private static void append(String key, StringBuilder id) {
        if (isPlain(key)) {
            id.append(key);
            return;
        }
        for (int at = 0; at < key.length(); at++) {
            char letter = key.charAt(at);
            if (isPlain(letter) || (letter == '-' && !isMisread(key, at))) {
                id.append(letter);
            } else {
                int codePoint = key.codePointAt(at);
                id.append("-x").append("%02X".formatted(codePoint)).append('-');
                at += Character.charCount(codePoint) - 1;
            }
        }
    }

    private static boolean isPlain(String key) {
        for (int at = 0; at < key.length(); at++) {
            char letter = key.charAt(at);
            if (!isPlain(letter) && (letter != '-' || isMisread(key, at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char letter) {
        return letter == '_'
                || (letter >= '0' && letter <= '9')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= 'a' && letter <= 'z');
    }

    private static boolean isMisread(String key, int at) {
        return key.startsWith("-x", at)
                && LOOKS_LIKE_CODE.matcher(key).region(at, key.length()).lookingAt();
    }
}
