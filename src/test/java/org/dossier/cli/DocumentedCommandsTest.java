package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands that README and docs show, over a copy of the shipped dossier for each page. A block of output that
 * follows a block with one command is compared with what the command prints. A block that opens with the name of a file,
 * such as {@code # facts/first-hour.yaml}, is saved under it, or added to it {@code , at its end}; a table without that line.
 */
class DocumentedCommandsTest {

    private static final Pattern BLOCK = Pattern.compile(
            "```sh\\n(?<commands>.*?)```(?:\\n+```text\\n(?<output>.*?)```)?"
                    + "|```(?<form>yaml|md|csv)\\n(?<content>(?:#|<!--) (?<file>(?:facts|sources|links)/[^\\n,]+?)(?<more>, at its end)?"
                    + "(?: -->)?\\n.*?)```",
            Pattern.DOTALL);

    /** Commands that do not end by themselves, or work on files that only a reader has. */
    private static final Pattern NOT_HERE = Pattern.compile("\\./dossier (-C \\S+ )?serve.*|.*FILE.*|.*DRAFT.*");

    @TempDir
    static Path copies;

    private static Path copyOfTheShippedDossier(Path page) throws IOException {
        Path copy = Files.createDirectories(copies.resolve(page.toString().replaceAll("\\W", "-")));
        for (String part : List.of("dossier.yaml", "facts", "queries", "links", "imports")) {
            copyTree(Path.of(part), copy.resolve(part));
        }
        return copy;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = file.equals(from)
                        ? to
                        : to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @TestFactory
    List<DynamicTest> everyCommandShownWorksAsShown() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            Path copy = copyOfTheShippedDossier(page);
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                tests.addAll(block.group("file") == null ? commands(page, copy, block) : edits(page, copy, block));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs.sorted())
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static List<DynamicTest> edits(Path page, Path copy, Matcher block) {
        Path file = copy.resolve(block.group("file"));
        boolean isMore = block.group("more") != null;
        String content = block.group("form").equals("csv")
                ? block.group("content").replaceFirst(".*\n", "")
                : block.group("content");
        return List.of(DynamicTest.dynamicTest(
                page + ": " + block.group("file"),
                () -> write(file, isMore ? Files.readString(file) + content : content)));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static List<DynamicTest> commands(Path page, Path copy, Matcher block) {
        String output = block.group("output");
        return CommandLines.in(block.group("commands")).stream()
                .filter(line -> !NOT_HERE.matcher(line.command()).matches())
                .map(line -> DynamicTest.dynamicTest(page + ": " + line.command(), () -> {
                    Run run = Run.of(copy, line.input(), line.words());
                    assertThat(run.exitCode()).as(run.err()).isEqualTo(line.expectedExitCode());
                    if (output != null) {
                        assertThat(run.out()).isEqualTo(output);
                    }
                }))
                .toList();
    }
}
