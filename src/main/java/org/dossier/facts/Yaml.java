package org.dossier.facts;

import java.util.List;
import java.util.function.Consumer;
import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/** What YAML makes of a file: texts, lists and keys, each with its place. No text has become a number or a date. */
public sealed interface Yaml {

    Place place();

    /**
     * A text.
     *
     * @param place of its first character, or of the quotation mark before it
     * @param inset columns from {@code place} to the first character
     * @param faithful how many of its characters stand in the file just so, in one line from {@code place}
     * @param comment where a comment follows in the same line, when the text stands in no quotation marks
     */
    record Text(
            String value,
            Place place,
            int inset,
            int faithful,
            @Nullable Place comment) implements Yaml {

        /** The place of one of its characters; the start of the text where escapes or line breaks blur it. */
        Place at(int offset) {
            return offset <= faithful ? place.right(inset + value.codePointCount(0, offset)) : place;
        }

        public boolean isBlank() {
            return value.isBlank();
        }
    }

    /**
     * A list.
     *
     * @param isBracketed whether it is written {@code [a, b]}
     */
    record Items(List<Yaml> items, boolean isBracketed, Place place) implements Yaml {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * Keys with their values, in the order of the file; a key may stand twice.
     *
     * @param isBraced whether they are written <code>{a: b}</code>
     */
    record Keys(List<Entry> entries, boolean isBraced, Place place) implements Yaml {
        public Keys {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A value that was reported already, such as an alias.
     *
     * @param typed what may have been meant
     */
    record Unreadable(String typed, Place place) implements Yaml {}

    /** One key and its value. */
    record Entry(Text key, Yaml value) {}

    /**
     * What a value that has keys of its own holds; nothing when it is absent.
     *
     * @param other told a value of another form
     */
    static List<Entry> entries(@Nullable Yaml value, Consumer<Yaml> other) {
        if (value instanceof Keys keys) {
            return keys.entries();
        }
        if (value != null) {
            other.accept(value);
        }
        return List.of();
    }
}
