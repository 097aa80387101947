package org.dossier.evidence;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.dossier.claim.Evidence;
import org.dossier.evidence.Locators.Resolution;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** Looks for the quotes of one source in its text. */
final class SourceCheck {

    /** Parts of an elided quote that are further apart than this many words may speak of different things. */
    private static final int FAR_APART = 50;

    private final SourceText text;
    private final Problems problems;
    private final QuoteSearch search;
    private final NavigableSet<Extent> paragraphs = new TreeSet<>(Comparator.comparingInt(Extent::start));
    private final Map<Evidence, Extent> stretches = new HashMap<>();
    private final Lazy<NotFound> notFound;

    SourceCheck(SourceText text, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.search = new QuoteSearch(text.normalised());
        this.paragraphs.addAll(PlainText.blocks(text.own()));
        this.notFound = new Lazy<>(() -> new NotFound(text, search));
    }

    /** Looks for one quote, and tells what is wrong with it. */
    CheckedQuote check(Evidence evidence) {
        Quote quote = Quote.of(evidence.quote());
        Optional<List<Extent>> named = named(evidence);
        List<Occurrence> places = search.find(quote, named.orElse(List.of(text.whole())));
        if (places.isEmpty()) {
            reportNotFound(evidence, quote);
            return CheckedQuote.notFound(text.sha256());
        }
        if (places.size() > 1 && named.isPresent()) {
            reportNotUnique(evidence, places.size());
        }
        reportFarApart(evidence, places.get(0));
        return found(evidence, quote, places.get(0));
    }

    /** What the locator names; nothing when there is no such place, which is told. */
    private Optional<List<Extent>> named(Evidence evidence) {
        String locator = evidence.locator();
        if (locator == null) {
            return Optional.of(List.of(text.whole()));
        }
        Resolution resolution = text.locators().resolve(locator);
        if (resolution instanceof Resolution.Unknown unknown) {
            Place place = Objects.requireNonNullElse(evidence.locatorPlace(), evidence.place());
            problems.error(place, "unknown-locator", unknown.message(), unknown.remedy());
            return Optional.empty();
        }
        return Optional.of(((Resolution.Found) resolution).extents());
    }

    private CheckedQuote found(Evidence evidence, Quote quote, Occurrence place) {
        List<Extent> own =
                place.parts().stream().map(text.normalised()::ownExtent).toList();
        List<String> characters = own.stream().map(this::characters).toList();
        boolean isExact = characters.equals(quote.typedParts()) || characters.equals(List.of(evidence.quote()));
        Extent stretch = new Extent(own.get(0).start(), own.get(own.size() - 1).end());
        stretches.put(evidence, stretch);
        return new CheckedQuote(
                isExact ? QuoteGrade.EXACT : QuoteGrade.TYPOGRAPHIC,
                text.sha256(),
                own.stream().map(this::codePoints).toList(),
                String.join(LockEntry.ELISION, characters),
                QuoteContext.of(text.own(), Sentences.around(text.own(), paragraphs, stretch), stretch));
    }

    private String characters(Extent own) {
        return text.own().substring(own.start(), own.end());
    }

    private Extent codePoints(Extent own) {
        int start = text.codePointsBefore(own.start());
        return new Extent(start, start + text.own().codePointCount(own.start(), own.end()));
    }

    private void reportNotFound(Evidence evidence, Quote quote) {
        List<Occurrence> elsewhere = search.find(quote, List.of(text.whole()));
        if (!elsewhere.isEmpty()) {
            problems.error(
                    evidence.place(),
                    "quote-elsewhere",
                    quoted(evidence) + " stands " + names(elsewhere) + ", not " + where(evidence),
                    "move it there, or quote what stands here");
            return;
        }
        problems.error(
                evidence.place(),
                "quote-not-found",
                quoted(evidence) + " does not stand " + where(evidence),
                notFound.get().explain(quote));
    }

    private String names(List<Occurrence> places) {
        return places.stream()
                .map(place -> text.locators().nameOf(text.normalised().ownStart(place.start())))
                .map(name -> name.map(known -> "under '" + known + "'").orElse("before the first heading"))
                .distinct()
                .collect(joining(" and "));
    }

    private void reportNotUnique(Evidence evidence, int places) {
        String remedy = evidence.locator() == null
                ? "add a word before or after, or say where with 'locator'"
                : "add a word before or after";
        problems.error(
                evidence.place(),
                "quote-not-unique",
                quoted(evidence) + " stands " + places + " times " + where(evidence),
                remedy);
    }

    private void reportFarApart(Evidence evidence, Occurrence place) {
        for (int i = 1; i < place.parts().size(); i++) {
            int words = text.normalised()
                    .wordsBetween(place.parts().get(i - 1), place.parts().get(i));
            if (words > FAR_APART) {
                problems.warning(
                        evidence.place(),
                        "far-apart",
                        "'[...]' leaves out " + words + " words",
                        "quote the two passages on their own");
            }
        }
    }

    private static String where(Evidence evidence) {
        return evidence.locator() == null ? "in the source" : "under '" + evidence.locator() + "'";
    }

    private static String quoted(Evidence evidence) {
        return "'" + OneLine.of(evidence.quote()) + "'";
    }

    /** Warns where facts say flatly what the source hedges or denies around the quote. */
    void warnOfReserve(Citation citation) {
        Extent stretch = stretches.get(citation.evidence());
        if (stretch == null || !citation.isFlat()) {
            return;
        }
        Sentences sentences = Sentences.around(text.own(), paragraphs, stretch);
        Surroundings passage = Surroundings.of(text.own(), sentences, stretch);
        Hedges.in(passage)
                .ifPresent(word -> problems.warning(
                        citation.evidence().place(),
                        "hedged",
                        "the sentence says '" + word + "', the facts say it flatly",
                        "add 'hedge: " + word + "', or say in 'note' why not"));
        if (!citation.isContested()) {
            Denials.in(passage)
                    .ifPresent(denial -> problems.warning(
                            citation.evidence().place(),
                            "denied-nearby",
                            denial.where() + " says '" + denial.words() + "'",
                            "read on, and answer in 'note' or with 'has counter-evidence'"));
        }
    }
}
