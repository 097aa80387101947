package org.dossier.facts;

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
        String what = value instanceof Yaml.Items ? "a list stands" : "keys stand";
        reading.error(value.place(), "not-text", what + " where a text is wanted ('" + key + "')", remedy(value, key));
    }

    private static String remedy(Yaml value, String key) {
        if (value instanceof Yaml.Items items && items.isBracketed()) {
            return "a value that begins with '[' needs quotation marks";
        }
        if (value instanceof Yaml.Keys keys && keys.isBraced()) {
            return "a value that begins with '{' needs quotation marks";
        }
        return "write one text behind '" + key + ":'";
    }
}
