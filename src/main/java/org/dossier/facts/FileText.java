package org.dossier.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A file as an editor shows it: lines of characters, without byte order mark and line ends.
 *
 * @param path relative to the dossier folder, with {@code /} between its parts
 * @param sha256 of its bytes, in hexadecimal
 */
public record FileText(String path, String sha256, List<String> lines) {

    /** Stands for a character that no text holds. */
    static final int REPLACEMENT = 0xFFFD;

    public FileText {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a file; bytes and characters that a text cannot hold are reported and replaced.
     *
     * @throws SurroundingsException when the file cannot be read
     */
    public static FileText read(Path dossier, String path, Problems problems) {
        byte[] bytes = bytes(dossier.resolve(path));
        String text = StrictUtf8.decode(path, bytes, problems);
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            lines.add(printable(line, new Place(path, lines.size() + 1, 1), problems));
        }
        return new FileText(path, sha256(bytes), lines);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    /** YAML allows no control characters, and its parser does not say where one stands. */
    private static String printable(String line, Place start, Problems problems) {
        int[] characters = line.codePoints().toArray();
        boolean isClean = true;
        for (int i = 0; i < characters.length; i++) {
            if (!StreamReader.isPrintable(characters[i])) {
                problems.error(
                        start.right(i),
                        "control-character",
                        String.format("the invisible character U+%04X stands here", characters[i]),
                        "delete it");
                characters[i] = REPLACEMENT;
                isClean = false;
            }
        }
        return isClean ? line : new String(characters, 0, characters.length);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java has SHA-256", missing);
        }
    }

    /** The line with this number, from 1. */
    public String line(int number) {
        return lines.get(number - 1);
    }

    /** The place of a character of a line, counted in code points. */
    public Place place(int line, int offset) {
        return new Place(path, line, line(line).codePointCount(0, offset) + 1);
    }
}
