package org.dossier.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The labelled sets that the heuristics are measured on. */
final class Labelled {

    private Labelled() {}

    /** The cells of each case of a set. */
    static List<List<String>> cases(String file) {
        String path = "/evidence/labelled/" + file;
        try (InputStream lines = Objects.requireNonNull(Labelled.class.getResourceAsStream(path), path)) {
            List<List<String>> cases = new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
            if (cases.isEmpty()) {
                throw new AssertionError("no cases in " + path);
            }
            return cases;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Shows what a rule gets wrong, so that a change of it can be judged. */
    static void print(String file, int cases, List<String> misses, List<String> falseAlarms) {
        System.out.printf("%s: %d cases, %d misses, %d false alarms%n", file, cases, misses.size(), falseAlarms.size());
        misses.forEach(one -> System.out.println("  miss: " + one));
        falseAlarms.forEach(one -> System.out.println("  false alarm: " + one));
    }
}
