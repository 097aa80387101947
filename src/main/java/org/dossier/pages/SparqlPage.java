package org.dossier.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page for those who write SPARQL: the query, what came of it, and the saved questions beside it.
 *
 * @param query as it was typed
 * @param data what the script of the page needs to know, as JSON that may stand inside a script element
 * @param outcome absent when nothing was asked yet
 */
public record SparqlPage(
        String query,
        String data,
        List<Group> saved,
        @Nullable Outcome outcome) {

    public SparqlPage {
        saved = List.copyOf(saved);
    }

    /** The saved questions of one subject, each with a link that opens it in the editor. */
    public record Group(String title, List<Named> questions) {

        public Group {
            questions = List.copyOf(questions);
        }
    }

    /**
     * What came of a query.
     *
     * @param summary in a few words
     * @param mistakes why there is no answer
     * @param doubts what was hardly meant, though it could be answered
     * @param table absent when there is no answer
     * @param isWhole whether the table has all of it
     * @param files the whole answer for programs
     */
    public record Outcome(
            String summary,
            List<Mistake> mistakes,
            List<String> doubts,
            @Nullable AnswerTable table,
            boolean isWhole,
            List<Frame.Form> files) {

        public Outcome {
            mistakes = List.copyOf(mistakes);
            doubts = List.copyOf(doubts);
            files = List.copyOf(files);
        }
    }

    /**
     * Something that is wrong with a query.
     *
     * @param line from 1; 0 when it is wrong as a whole
     * @param column in characters, from 1
     */
    public record Mistake(int line, int column, String sentence) {}
}
