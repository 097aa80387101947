package org.dossier.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one quote.
 *
 * @param sha256 of the source's file in which it was looked for, now or when the lock was written; absent when unchecked
 * @param places where its parts stand in the source's text, counted in code points from 0; none when it was not found
 * @param ownCharacters the source's own characters, parts joined by {@code [...]}; absent when it was not found
 * @param context the passage around it; absent when it was not found, or when the text is not here
 */
public record CheckedQuote(
        QuoteGrade grade,
        @Nullable String sha256,
        List<Extent> places,
        @Nullable String ownCharacters,
        @Nullable QuoteContext context) {

    static final CheckedQuote UNCHECKED = new CheckedQuote(QuoteGrade.UNCHECKED, null, List.of(), null, null);

    public CheckedQuote {
        places = List.copyOf(places);
    }

    static CheckedQuote remembered(LockEntry entry) {
        return new CheckedQuote(entry.grade(), entry.sha256(), entry.places(), entry.own(), null);
    }

    static CheckedQuote notFound(String sha256) {
        return new CheckedQuote(QuoteGrade.NOT_FOUND, sha256, List.of(), null, null);
    }
}
