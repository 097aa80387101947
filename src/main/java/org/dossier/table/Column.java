package org.dossier.table;

/**
 * One column of a table.
 *
 * @param index from 0
 * @param header as the file has it; a repeated one carries its number, as in {@code Yes#2}; the path of a value in JSON
 * @param name the header, or what {@link Layout#renamed()} calls it, spelt as the name of a variable
 */
public record Column(int index, String header, String name) {

    /** The header in one line, for messages. */
    public String shown() {
        return header.replaceAll("\\s+", " ").strip();
    }
}
