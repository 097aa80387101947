package org.dossier.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds the known name that somebody most probably meant. */
public final class DidYouMean {

    /** A third of the letters may be wrong or exchanged; more than that is another word. */
    private static final int LETTERS_FOR_ONE_MISTAKE = 3;

    private DidYouMean() {}

    /** The nearest of the known names, or nothing when none is near; ties go to the first in alphabetical order. */
    public static Optional<String> among(Collection<String> known, String typed) {
        int allowed = Math.max(1, typed.length() / LETTERS_FOR_ONE_MISTAKE);
        DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(allowed);
        String wanted = typed.toLowerCase(Locale.ROOT);
        record Candidate(String name, int mistakes) {}
        return known.stream()
                .map(name -> new Candidate(name, distance.apply(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.mistakes() >= 0)
                .min(Comparator.comparingInt(Candidate::mistakes).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** {@code did you mean 'x'?}, or the alternative sentence when no known name is near. */
    public static String remedy(Collection<String> known, String typed, String otherwise) {
        return among(known, typed).map(name -> "did you mean '" + name + "'?").orElse(otherwise);
    }
}
