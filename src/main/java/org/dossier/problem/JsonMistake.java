package org.dossier.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the JSON reader complains of, without the names of its classes and settings. */
public final class JsonMistake {

    private static final Pattern OPENED =
            Pattern.compile(" \\((start marker|for \\w+ starting) at \\[.*?line: (\\d+), column: (\\d+)]\\)");
    private static final Pattern SETTING = Pattern.compile(", from `[^`]*`|: enable `[^`]*` to allow");
    private static final Pattern CODE = Pattern.compile(" \\(code \\d+\\)");

    private JsonMistake() {}

    /** In a few words: {@code Unexpected character ('<'): expected a valid value …}. */
    public static String words(JsonProcessingException mistake) {
        String words = OPENED.matcher(mistake.getOriginalMessage()).replaceAll(" (opened in line $2, column $3)");
        words = SETTING.matcher(words).replaceAll("");
        return CODE.matcher(words).replaceAll("").lines().findFirst().orElse("it cannot be read");
    }

    /** Where it is, in a file that is named so. */
    public static Place place(String file, JsonProcessingException mistake) {
        @Nullable JsonLocation location = mistake.getLocation();
        return location == null
                ? Place.wholeFile(file)
                : new Place(file, Math.max(1, location.getLineNr()), Math.max(0, location.getColumnNr()));
    }
}
