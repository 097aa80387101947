package org.dossier.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is said, with what it rests on and what speaks against it.
 *
 * @param before whom or what it is said of, where that is not the page's own subject
 * @param link what connects the two
 * @param value whom or what is spoken of
 * @param amount a number in words; absent where there is none
 * @param date as precise as the source gives it
 * @param standing absent for mere description
 * @param record the page that tells why
 */
public record Fact(
        @Nullable Named before,
        String link,
        @Nullable Named value,
        @Nullable String amount,
        @Nullable String date,
        @Nullable Standing standing,
        @Nullable String record,
        List<Passage> words,
        int furtherWords,
        List<Passage> against,
        List<Voice> voices) {

    public Fact {
        words = List.copyOf(words);
        against = List.copyOf(against);
        voices = List.copyOf(voices);
    }

    /** Whether something or somebody speaks against it. */
    public boolean isContested() {
        return !against.isEmpty()
                || voices.stream().anyMatch(voice -> voice.verb().equals(FactMaker.DENIES));
    }
}
