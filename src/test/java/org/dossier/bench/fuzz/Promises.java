package org.dossier.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;

/** What holds of problems, whatever was read. */
final class Promises {

    /** Names of classes and settings, which say nothing to who wrote the input. */
    private static final List<String> JAVA = List.of("java.", "Exception", "StreamRead");

    private Promises() {}

    /**
     * Each problem says something, in one line, about a place that the input has.
     *
     * @return the codes of the problems
     */
    static String areKept(Problems problems, byte[] input) {
        int lines = lines(input);
        for (Problem problem : problems.list()) {
            require(!problem.message().isBlank(), "a problem without words: " + problem);
            require(problem.sentence().lines().count() == 1, "a problem of several lines: " + problem);
            require(problem.place().line() <= lines, "a problem behind line " + lines + ": " + problem);
            require(!isInWordsOfJava(problem.toString(), input), "a problem in words of Java: " + problem);
        }
        return problems.list().stream().map(Problem::code).distinct().sorted().collect(Collectors.joining(" "));
    }

    /** An input may speak of Java itself, and is quoted. */
    static boolean isInWordsOfJava(String message, byte[] input) {
        String text = new String(input, UTF_8);
        return JAVA.stream().anyMatch(word -> message.contains(word) && !text.contains(word));
    }

    /** As an editor counts them: each of CR, LF and CR LF ends one. */
    private static int lines(byte[] input) {
        int lines = 1;
        for (byte one : input) {
            lines += one == '\n' || one == '\r' ? 1 : 0;
        }
        return lines;
    }

    static void require(boolean holds, String broken) {
        if (!holds) {
            throw new AssertionError(Objects.requireNonNull(broken));
        }
    }
}
