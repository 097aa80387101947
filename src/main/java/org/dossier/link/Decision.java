package org.dossier.link;

import java.time.LocalDate;
import org.dossier.claim.EntityId;
import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A line that somebody appended to a file of decisions.
 *
 * @param subject a thing of the dossier
 * @param subjectLabel its name as the author saw it
 * @param object IRI of an entry of the target; absent exactly when nothing was found
 * @param objectLabel its name as the author saw it
 * @param author who decided
 * @param comment why; may be empty
 * @param place where the line stands
 */
public record Decision(
        EntityId subject,
        String subjectLabel,
        Verdict verdict,
        @Nullable String object,
        String objectLabel,
        Justification justification,
        String author,
        LocalDate date,
        String comment,
        Place place) {

    public Decision {
        if ((object == null) != (verdict == Verdict.NOTHING)) {
            throw new IllegalArgumentException("a decision names an entry, or says that there is none: " + place);
        }
    }
}
