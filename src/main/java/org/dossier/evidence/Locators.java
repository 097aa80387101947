package org.dossier.evidence;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dossier.evidence.TimeStamps.Stamp;
import org.dossier.problem.DidYouMean;

/**
 * Finds the stretches of a text that a locator names: a heading, {@code p. 12}, {@code para. 7}, {@code 00:14:05} or
 * {@code row 7}.
 */
final class Locators {

    private static final Pattern PAGE = Pattern.compile("(?:p|pp|page|pages)\\.? ?(\\d{1,5})(?: ?- ?(\\d{1,5}))?");
    private static final Pattern PARAGRAPH = Pattern.compile("(?:(?:para|par|paragraph)\\.? |\u00B6 ?)(\\d{1,5})");
    private static final Pattern ROW = Pattern.compile("row (\\d{1,7})");

    private final ExtractedText text;
    private final Map<String, Resolution> resolved = new HashMap<>();
    private final Lazy<List<Extent>> paragraphs;
    private final Lazy<List<Extent>> rows;
    private final Lazy<List<Stamp>> stamps;

    Locators(SourceFormat format, ExtractedText text) {
        this.text = text;
        this.paragraphs = new Lazy<>(() -> Paragraphs.of(text));
        this.rows = new Lazy<>(() -> format == SourceFormat.TABLE ? TableRows.of(text.text()) : List.of());
        this.stamps = new Lazy<>(() -> TimeStamps.of(text.text()));
    }

    /** What a locator turned out to be. */
    sealed interface Resolution {

        /** Stretches in reading order that do not overlap; several where a heading occurs several times. */
        record Found(List<Extent> extents) implements Resolution {}

        /** Why there is no such place, and what to write instead. */
        record Unknown(String message, String remedy) implements Resolution {}
    }

    Resolution resolve(String typed) {
        return resolved.computeIfAbsent(typed, this::lookUp);
    }

    private Resolution lookUp(String typed) {
        String locator = Normaliser.fold(typed).folded().strip();
        List<Extent> sections = sections(locator);
        if (!sections.isEmpty()) {
            return new Resolution.Found(sections);
        }
        return page(locator)
                .or(() -> paragraph(locator))
                .or(() -> row(locator))
                .or(() -> timeStamp(locator))
                .orElseGet(() -> unknownHeading(typed));
    }

    private List<Extent> sections(String locator) {
        List<Extent> merged = new ArrayList<>();
        for (Heading heading : text.headings()) {
            boolean isNamed = Normaliser.fold(heading.name()).folded().strip().equals(locator);
            boolean isWithinLast = !merged.isEmpty()
                    && merged.get(merged.size() - 1).contains(heading.extent().start());
            if (isNamed && !isWithinLast) {
                merged.add(heading.extent());
            }
        }
        return merged;
    }

    private Resolution unknownHeading(String typed) {
        List<String> names = text.headings().stream().map(Heading::name).toList();
        String message = "the source has no heading '" + typed + "'";
        if (!text.pages().isEmpty() && names.isEmpty()) {
            return new Resolution.Unknown(
                    message, "name the page, such as 'p. " + text.pages().size() + "'");
        }
        String otherwise = names.isEmpty()
                ? "it has no headings at all; name a paragraph, such as 'para. 7'"
                : "its first one is '" + names.get(0) + "'";
        return new Resolution.Unknown(message, DidYouMean.remedy(names, typed, otherwise));
    }

    private Optional<Resolution> page(String locator) {
        Matcher page = PAGE.matcher(locator);
        if (!page.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(page.group(1));
        int last = page.group(2) == null ? first : Integer.parseInt(page.group(2));
        return Optional.of(numbered("page", text.pages(), first, last));
    }

    private Optional<Resolution> paragraph(String locator) {
        return number(PARAGRAPH, locator).map(number -> numbered("paragraph", paragraphs.get(), number, number));
    }

    private Optional<Resolution> row(String locator) {
        return number(ROW, locator).map(number -> numbered("row", rows.get(), number, number));
    }

    private static Optional<Integer> number(Pattern form, String locator) {
        Matcher matcher = form.matcher(locator);
        return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }

    private static Resolution numbered(String noun, List<Extent> all, int first, int last) {
        if (first > last) {
            return new Resolution.Unknown(
                    noun + "s " + first + " to " + last + " run backwards", "write the smaller number first");
        }
        if (1 <= first && last <= all.size()) {
            return new Resolution.Found(List.of(
                    new Extent(all.get(first - 1).start(), all.get(last - 1).end())));
        }
        return new Resolution.Unknown(
                "the source has no " + noun + " " + (first < 1 || first > all.size() ? first : last),
                all.isEmpty() ? "it has no " + noun + "s" : "its " + noun + "s are 1 to " + all.size());
    }

    private Optional<Resolution> timeStamp(String locator) {
        OptionalInt second = TimeStamps.second(locator);
        if (second.isEmpty()) {
            return Optional.empty();
        }
        List<Extent> named = stamps.get().stream()
                .filter(stamp -> stamp.second() == second.getAsInt())
                .map(Stamp::extent)
                .toList();
        return Optional.of(named.isEmpty() ? unknownTime(locator, second.getAsInt()) : new Resolution.Found(named));
    }

    private Resolution unknownTime(String locator, int second) {
        TreeSet<Stamp> sorted = stamps.get().stream()
                .collect(toCollection(() -> new TreeSet<>(Comparator.comparingInt(Stamp::second))));
        Stamp before = sorted.lower(new Stamp(second, new Extent(0, 0)));
        String remedy = before == null ? "name one that it has" : "the one before it is " + before;
        return new Resolution.Unknown(
                "the source has no time stamp " + locator, stamps.get().isEmpty() ? "it has no time stamps" : remedy);
    }

    /** The locator that a reader would give for a place; nothing before the first heading. */
    Optional<String> nameOf(int offset) {
        if (!text.headings().isEmpty()) {
            return text.headings().stream()
                    .filter(section -> section.extent().contains(offset))
                    .reduce((outer, inner) -> inner)
                    .map(Heading::name);
        }
        return numberAt(text.pages(), offset)
                .map(page -> "p. " + page)
                .or(() -> numberAt(rows.get(), offset).map(row -> "row " + row))
                .or(() -> stampAt(offset))
                .or(() -> numberAt(paragraphs.get(), offset).map(paragraph -> "para. " + paragraph));
    }

    private static Optional<Integer> numberAt(List<Extent> all, int offset) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).contains(offset))
                .mapToObj(i -> i + 1)
                .findFirst();
    }

    private Optional<String> stampAt(int offset) {
        return stamps.get().stream()
                .filter(stamp -> stamp.extent().contains(offset))
                .map(Stamp::toString)
                .findFirst();
    }
}
