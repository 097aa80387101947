package org.dossier.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Finds all places where a quote stands in a text. */
final class QuoteSearch {

    private final NormalisedText text;
    private final WordEdges edges;

    QuoteSearch(NormalisedText text) {
        this.text = text;
        this.edges = new WordEdges(text);
    }

    /**
     * The places where a quote begins within one of these stretches of the text itself, in reading order.
     * The stretches are in reading order themselves and do not overlap.
     *
     * <p>A source may itself contain the sign of elision, so a quote that has one is looked for as it is first. Of the
     * places of an elided quote only the closest count: none that has another within it.
     */
    List<Occurrence> find(Quote quote, List<Extent> where) {
        List<Occurrence> asTyped = wholePlaces(quote.whole(), where);
        return asTyped.isEmpty() && quote.isElided() ? findInOrder(quote.parts(), where) : asTyped;
    }

    private List<Occurrence> wholePlaces(String part, List<Extent> where) {
        return places(part, where).stream()
                .map(place -> new Occurrence(List.of(place)))
                .toList();
    }

    /** The closest places of folded parts that follow each other in order, with anything between them. */
    List<Occurrence> findInOrder(List<String> parts, List<Extent> where) {
        List<List<Extent>> places =
                parts.stream().map(part -> places(part, where)).toList();
        List<Occurrence> found = new ArrayList<>();
        for (Extent first : places.get(0)) {
            List<Extent> chain = chainFrom(first, places);
            if (chain.size() < parts.size()) {
                break;
            }
            Occurrence next = new Occurrence(chain);
            if (!found.isEmpty() && next.isWithin(found.get(found.size() - 1))) {
                found.remove(found.size() - 1);
            }
            found.add(next);
        }
        return found;
    }

    private static List<Extent> chainFrom(Extent first, List<List<Extent>> places) {
        List<Extent> chain = new ArrayList<>(List.of(first));
        for (List<Extent> next : places.subList(1, places.size())) {
            int index = firstBehind(chain.get(chain.size() - 1), next);
            if (index == next.size()) {
                break;
            }
            chain.add(next.get(index));
        }
        return chain;
    }

    /** Index of the first of these sorted places that starts where another one ends, or later. */
    private static int firstBehind(Extent place, List<Extent> sorted) {
        Extent end = new Extent(place.end(), place.end());
        int index = Collections.binarySearch(sorted, end, Comparator.comparingInt(Extent::start));
        return index < 0 ? -index - 1 : index;
    }

    /** All places of one folded part that begin within the stretches, and begin and end at the edges of words. */
    List<Extent> places(String part, List<Extent> where) {
        return where.stream()
                .flatMap(stretch -> matches(part, stretch).stream())
                .filter(edges::hold)
                .toList();
    }

    /** All places of one folded part that begin within a stretch, also those that divide a word or number. */
    List<Extent> matches(String part, Extent where) {
        List<Extent> found = new ArrayList<>();
        int to = text.foldedOffset(where.end());
        int at = nextCandidate(part, text.foldedOffset(where.start()));
        while (at >= 0 && at < to) {
            int end = endOfMatch(part, at);
            if (end > 0) {
                found.add(new Extent(at, end));
            }
            at = nextCandidate(part, at + 1);
        }
        return found;
    }

    private int nextCandidate(String part, int from) {
        return part.isEmpty() ? -1 : text.folded().indexOf(part.charAt(0), from);
    }

    /** Where a match that starts at an offset ends, or 0 when the part does not stand there. */
    private int endOfMatch(String part, int start) {
        int inText = start;
        int inPart = 0;
        while (inPart < part.length()) {
            if (inText == text.length()) {
                return 0;
            }
            char own = text.charAt(inText);
            char wanted = part.charAt(inPart);
            if (own == wanted) {
                inText++;
                inPart++;
            } else if (isLineEnd(own)) {
                inPart += readingLength(own, part, inPart);
                inText++;
            } else if (isLineEnd(wanted)) {
                inText += readingLength(wanted, text.folded(), inText);
                inPart++;
            } else {
                return 0;
            }
        }
        return inText;
    }

    private static boolean isLineEnd(char character) {
        return character == NormalisedText.DIVIDED_WORD || character == NormalisedText.BREAK_AFTER_DASH;
    }

    /** How many characters, from this offset, are one of the readings that the end of a line has. */
    private static int readingLength(char lineEnd, String characters, int at) {
        if (lineEnd == NormalisedText.BREAK_AFTER_DASH) {
            return characters.startsWith(" ", at) ? 1 : 0;
        }
        if (characters.startsWith("- ", at)) {
            return 2;
        }
        return characters.startsWith("-", at) ? 1 : 0;
    }
}
