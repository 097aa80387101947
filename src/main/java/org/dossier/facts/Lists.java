package org.dossier.facts;

import org.dossier.problem.Place;

/** Tells that something else stands where a list, or a text, is wanted. */
final class Lists {

    private Lists() {}

    static void reportNoList(Yaml value, Reading reading) {
        reading.error(value.place(), "not-a-list", "a list is wanted here", "begin each item with '- '");
    }

    /** @param key what the text belongs to */
    static void reportNoText(Yaml value, String key, Reading reading) {
        if (value instanceof Yaml.Unreadable) {
            return;
        }
        boolean isList = value instanceof Yaml.Items;
        Place place = value.place();
        reading.error(
                place,
                "not-text",
                (isList ? "a list stands" : "keys stand") + " where a text is wanted ('" + key + "')",
                "a value that begins with '" + (isList ? "[" : "{") + "' needs quotation marks");
    }
}
