package org.dossier.facts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dossier.cli.Main;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same cases as {@link MistakesTest}, and in {@code broken/} those that only the whole dossier shows, through the
 * program's own front door.
 */
@Tag("slow")
class MistakesInCheckTest {

    /** The lines that show the file, below each problem. */
    private static final String EXCERPT = "(?s) *\\d* \\| .*";

    @TempDir
    Path folder;

    static List<Path> cases() {
        return Stream.of("mistakes", "broken")
                .flatMap(sort -> CaseFolders.in(sort).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void checkSaysWhatTheReaderSaysAndEndsWithOne(Path mistake) throws IOException {
        Path dossier = CaseFolders.dossier(mistake, folder);

        Ended check = run(dossier, "check");

        String lines =
                check.out().lines().filter(line -> !line.matches(EXCERPT)).collect(joining("\n"));
        assertThat(lines).isEqualTo(CaseFolders.expected(mistake.resolve("problems.txt"), lines));
        assertThat(check.exitCode()).isEqualTo(1);
    }

    @Test
    void aBuildWithMistakesLeavesTheReleaseBeforeUntouched() throws IOException {
        Path mistake = cases().stream()
                .filter(found -> found.endsWith("unknown-kind"))
                .findFirst()
                .orElseThrow();
        Path dossier = CaseFolders.dossier(mistake, folder);
        Path wrong = dossier.resolve("facts/post.yaml");
        String text = Files.readString(wrong);
        Files.delete(wrong);
        assertThat(run(dossier, "build").exitCode()).isZero();
        Map<String, String> before = contents(dossier.resolve("build"));

        Files.writeString(wrong, text);
        Ended build = run(dossier, "build");

        assertThat(build.exitCode()).isEqualTo(1);
        assertThat(contents(dossier.resolve("build"))).isEqualTo(before);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private record Ended(int exitCode, String out) {}

    private static Ended run(Path dossier, String command) {
        StringWriter out = new StringWriter();
        int code = Main.run(
                new PrintWriter(out, true), new PrintWriter(new StringWriter()), "-C", dossier.toString(), command);
        return new Ended(code, out.toString());
    }
}
