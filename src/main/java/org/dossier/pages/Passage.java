package org.dossier.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a source, as they stand beside what they bear out.
 *
 * @param quote may be empty, where a whole data set is cited
 * @param furtherQuotes more words of which all the rest holds too
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
        List<String> furtherQuotes,
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
        furtherQuotes = List.copyOf(furtherQuotes);
        reliesOn = List.copyOf(reliesOn);
        assertedBy = List.copyOf(assertedBy);
    }

    /** Passages of which all but their words is the same told as one, so that their source is named once. */
    static List<Passage> together(List<Passage> passages) {
        List<Passage> told = new ArrayList<>();
        for (Passage passage : passages) {
            int alike = IntStream.range(0, told.size())
                    .filter(i -> passage.isLike(told.get(i)))
                    .findFirst()
                    .orElse(-1);
            if (alike < 0) {
                told.add(passage);
            } else {
                told.set(alike, told.get(alike).and(passage.quote));
            }
        }
        return told;
    }

    /** The same without its source, for the page of the source itself. */
    Passage onThePageOfItsSource() {
        return new Passage(
                quote,
                furtherQuotes,
                null,
                locator,
                grade,
                isChecked,
                hedge,
                reliesOn,
                assertedBy,
                context,
                place,
                href);
    }

    private boolean isLike(Passage other) {
        return !quote.isEmpty()
                && !other.quote.isEmpty()
                && context == null
                && other.context == null
                && Objects.equals(source, other.source)
                && Objects.equals(locator, other.locator)
                && Objects.equals(hedge, other.hedge)
                && isChecked == other.isChecked
                && reliesOn.equals(other.reliesOn)
                && assertedBy.equals(other.assertedBy);
    }

    private Passage and(String more) {
        List<String> quotes = Stream.concat(furtherQuotes.stream(), Stream.of(more))
                .distinct()
                .filter(words -> !words.equals(quote))
                .toList();
        return new Passage(
                quote, quotes, source, locator, grade, isChecked, hedge, reliesOn, assertedBy, context, place, href);
    }
}
