package org.dossier.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What each kind of problem means and what to do about it: {@code docs/problems.md}, found by code. */
public final class ProblemGuide {

    private static final String PAGE = "/docs/problems.md";
    private static final String HEADING = "## ";

    private final Map<String, String> sections;

    private ProblemGuide(Map<String, String> sections) {
        this.sections = sections;
    }

    /** The page that the program carries along. */
    public static ProblemGuide ofTheProgram() {
        try (InputStream page = Objects.requireNonNull(ProblemGuide.class.getResourceAsStream(PAGE), PAGE)) {
            return of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program's own " + PAGE + " cannot be read", unreadable);
        }
    }

    /** A page with one heading for each code. */
    static ProblemGuide of(String page) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : List.of(page.split("(?m)^" + HEADING)).subList(1, countOfSections(page) + 1)) {
            sections.put(section.lines().findFirst().orElseThrow().strip(), HEADING + section.strip());
        }
        return new ProblemGuide(sections);
    }

    private static int countOfSections(String page) {
        return (int) page.lines().filter(line -> line.startsWith(HEADING)).count();
    }

    /** All codes, in the order of the page. */
    public Set<String> codes() {
        return Collections.unmodifiableSet(sections.keySet());
    }

    /** The section of a code, with its heading. */
    public Optional<String> section(String code) {
        return Optional.ofNullable(sections.get(code));
    }
}
