package org.dossier.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedirectsTest {

    private static final String LINES = """
            old	new	reason	date
            watch	harbour-watch	too short	2031-05-01
            harbour-watch	port-watch	it changed its name	2032-01-15
            towers	quay-cameras	clearer	2031-05-01
            leak	mistaken	clearer	2031-06-01
            mistaken		the letter was forged	2031-07-01
            """;

    @TempDir
    Path dossier;

    private Redirects redirects;

    @BeforeEach
    void read() throws IOException {
        Files.createDirectories(dossier.resolve("facts"));
        Files.writeString(dossier.resolve(Redirects.PATH), LINES.replace("\n", "\r\n"));
        Problems problems = new Problems();
        redirects = Redirects.read(dossier, problems);
        assertThat(problems.list()).isEmpty();
    }

    private Optional<String> successor(String id) {
        return redirects.of(id).map(Redirect::successor);
    }

    @Test
    void leadsOverAllRenamingsToTheIdOfToday() {
        assertThat(successor("watch")).contains("port-watch");
        assertThat(successor("harbour-watch")).contains("port-watch");
        assertThat(redirects.of("port-watch")).isEmpty();
        assertThat(redirects.of("never-was")).isEmpty();
    }

    @Test
    void saysOfWhatWasWithdrawnWhy() {
        assertThat(redirects.of("mistaken").map(Redirect::isWithdrawn)).contains(true);
        assertThat(redirects.of("leak").map(Redirect::sentence))
                .contains("'leak' was withdrawn (the letter was forged, 2031-07-01)");
    }

    @Test
    void movesTheIdsOfClaimsWithTheirParts() {
        assertThat(successor("watch--uses--towers")).contains("port-watch--uses--quay-cameras");
        assertThat(successor("lumen--makes--towers")).contains("lumen--makes--quay-cameras");
        assertThat(redirects.of("watch--uses--mistaken").map(Redirect::isWithdrawn))
                .contains(true);
        assertThat(redirects.of("lumen--makes--lamps")).isEmpty();
    }

    @Test
    void givesBackItsLinesInOrder() {
        assertThat(redirects.lines())
                .containsExactlyElementsOf(LINES.lines()
                        .sorted((one, other) ->
                                one.startsWith("old\t") ? -1 : other.startsWith("old\t") ? 1 : one.compareTo(other))
                        .toList());
    }

    @Test
    void isEmptyWithoutAFile() {
        assertThat(Redirects.read(dossier.resolve("facts"), new Problems()).lines())
                .isEmpty();
    }
}
