package org.dossier.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is said, with what it rests on and what speaks against it.
 *
 * @param what the other end of a link, or the record that names the page's subject
 * @param role as what a record names it; empty for links, whose heading says it
 * @param sentence the whole in words
 * @param amount a number in words; absent where there is none
 * @param date as precise as the source gives it
 * @param standing absent for mere description
 * @param record the page that tells why
 * @param furtherWords how many more passages that page has
 * @param listings files that list it without words
 */
public record Fact(
        Named what,
        String role,
        String sentence,
        @Nullable String amount,
        @Nullable String date,
        @Nullable Standing standing,
        @Nullable String record,
        List<Passage> words,
        int furtherWords,
        List<Listing> listings,
        List<Passage> against,
        List<Voice> voices) {

    public Fact {
        words = List.copyOf(words);
        listings = List.copyOf(listings);
        against = List.copyOf(against);
        voices = List.copyOf(voices);
    }

    /** Whether something or somebody speaks against it. */
    public boolean isContested() {
        return !against.isEmpty()
                || voices.stream().anyMatch(voice -> voice.verb().equals(FactMaker.DENIES));
    }
}
