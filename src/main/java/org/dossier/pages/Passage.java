package org.dossier.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a source, as they stand beside what they bear out.
 *
 * @param quote may be empty, where a whole data set is cited
 * @param source where they stand
 * @param locator where in the source
 * @param grade how they compare with the source's text
 * @param isChecked whether they were found there
 * @param hedge the source's own word of reserve
 * @param reliesOn earlier sources that the passage itself names
 * @param assertedBy whose word it is, where that is not the source's publisher
 * @param context the sentence around, where the text is at hand and may be shown
 * @param place where it was typed
 * @param href of the page of the passage
 */
public record Passage(
        String quote,
        @Nullable Named source,
        @Nullable String locator,
        String grade,
        boolean isChecked,
        @Nullable String hedge,
        List<Named> reliesOn,
        List<Named> assertedBy,
        @Nullable String context,
        @Nullable String place,
        @Nullable String href) {

    public Passage {
        reliesOn = List.copyOf(reliesOn);
        assertedBy = List.copyOf(assertedBy);
    }
}
