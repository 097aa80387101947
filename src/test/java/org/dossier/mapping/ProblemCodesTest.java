package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemCodesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/dossier");

    /** A literal of words with hyphens is a code, but for these. */
    private static final Set<String> OTHER_WORDS = Set.of(
            "iso-8859-1",
            "windows-1252",
            "utf-8",
            "year-month",
            "partial-date",
            "official-data",
            "source-kind",
            "technology-kind",
            "primary-record",
            "secondary-account",
            "not-applicable",
            "implicit-timezone",
            "adjust-date-to-timezone",
            "adjust-time-to-timezone");

    @Test
    void eachCodeHasASectionThatExplainsIt() throws IOException {
        String guide = Files.readString(Path.of("docs/problems.md"));
        Set<String> codes = codes();

        assertThat(codes).hasSizeGreaterThan(45);
        assertThat(codes).allSatisfy(code -> assertThat(guide).contains("\n## " + code + "\n"));
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        Pattern literal = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");
        for (String name : new String[] {"table", "mapping"}) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(name))) {
                for (Path file : files.toList()) {
                    Matcher found = literal.matcher(Files.readString(file));
                    while (found.find()) {
                        codes.add(found.group(1));
                    }
                }
            }
        }
        codes.removeAll(OTHER_WORDS);
        return codes;
    }
}
