package org.dossier.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;

/**
 * What is remembered of one quote that was found: one line of {@code facts/quotes.lock}.
 *
 * @param key which quote it speaks for
 * @param sha256 of the source's file in which the quote was found
 * @param grade {@link QuoteGrade#EXACT} or {@link QuoteGrade#TYPOGRAPHIC}
 * @param places where its parts stand in the source's text, counted in code points from 0
 * @param own the source's own characters, its parts joined by {@code [...]}
 */
record LockEntry(Key key, String sha256, QuoteGrade grade, List<Extent> places, String own) {

    static final String ELISION = " [...] ";

    LockEntry {
        places = List.copyOf(places);
        if (!grade.isFound()) {
            throw new IllegalArgumentException("only what was found is remembered: " + key);
        }
    }

    /**
     * Names a quote, whichever facts bear on it.
     *
     * @param locator empty where the evidence has none
     */
    record Key(EntityId source, String locator, String quote) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::source).thenComparing(Key::locator).thenComparing(Key::quote);

        static Key of(Evidence evidence) {
            String locator = evidence.locator();
            return new Key(evidence.source(), locator == null ? "" : locator, evidence.quote());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** What is to be remembered of a quote; nothing when it was not found. */
    static Optional<LockEntry> of(Evidence evidence, CheckedQuote quote) {
        String sha256 = quote.sha256();
        String own = quote.ownCharacters();
        if (!quote.grade().isFound() || sha256 == null || own == null) {
            return Optional.empty();
        }
        return Optional.of(new LockEntry(Key.of(evidence), sha256, quote.grade(), quote.places(), own));
    }

    /** Whether the remembered characters are those of the quote, to the grade that is remembered. */
    boolean fitsQuote() {
        Quote quote = Quote.of(key.quote());
        if (grade == QuoteGrade.EXACT) {
            return own.equals(key.quote()) || Quote.of(own).typedParts().equals(quote.typedParts());
        }
        NormalisedText remembered = Normaliser.fold(own);
        return new QuoteSearch(remembered)
                .find(quote, List.of(new Extent(0, own.length()))).stream()
                        .anyMatch(place -> place.start() == 0 && place.end() == remembered.length());
    }
}
