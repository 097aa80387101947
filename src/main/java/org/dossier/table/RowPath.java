package org.dossier.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows in a JSON file: {@code /results/*} is every element, or the value of every member, of what stands
 * under {@code results} of the outermost object.
 */
final class RowPath {

    private static final String ANY = "*";

    private final List<String> steps;
    private int depth;

    private RowPath(List<String> steps) {
        this.steps = steps;
    }

    /** @param path from the layout; the elements of the outermost value when absent, of JSON Lines the lines themselves */
    static RowPath of(@Nullable String path, Format format) {
        if (path == null) {
            return new RowPath(format == Format.JSON_LINES ? List.of() : List.of(ANY));
        }
        return new RowPath(
                path.isEmpty() ? List.of() : List.of(path.substring(1).split("/", -1)));
    }

    /**
     * Goes on to the next row, where the parser then stands. Whoever called must have read the row before to its end.
     *
     * @return whether there is one
     */
    boolean next(JsonParser parser) throws IOException {
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return false;
            }
            if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
                depth--;
            } else if (token == JsonToken.FIELD_NAME) {
                if (!isWanted(parser.currentName())) {
                    parser.nextToken();
                    parser.skipChildren();
                }
            } else if (depth == steps.size()) {
                return true;
            } else if (isEntered(token)) {
                depth++;
            } else {
                parser.skipChildren();
            }
        }
    }

    /** Any step leads into an object, only {@code *} into an array. */
    private boolean isEntered(JsonToken token) {
        return token == JsonToken.START_OBJECT || (token == JsonToken.START_ARRAY && isAny(depth));
    }

    /** Whether the path leads through the member of this name of the object that the parser is in. */
    private boolean isWanted(String name) {
        return isAny(depth - 1) || steps.get(depth - 1).equals(name);
    }

    private boolean isAny(int step) {
        return steps.get(step).equals(ANY);
    }
}
