package org.dossier.explain.factcheck;

import java.util.List;

/**
 * What the dossier has to say to one sentence of a draft.
 *
 * @param line where the sentence begins, from 1
 * @param end where the sentence ends in the draft, in characters
 * @param reasons what was compared with what; for a sentence that cannot be judged, why not
 */
public record Finding(int line, int end, String sentence, Verdict verdict, List<String> reasons) {

    public Finding {
        reasons = List.copyOf(reasons);
    }

    /** What one rule says. */
    record Opinion(Verdict verdict, String reason) {}
}
