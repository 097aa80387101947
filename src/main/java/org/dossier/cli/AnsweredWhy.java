package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dossier.build.History;
import org.dossier.build.Options;
import org.dossier.explain.RowReasons;
import org.dossier.explain.RowReasonsMarkdown;
import org.dossier.explain.RowReasonsText;
import org.dossier.explain.WhyRows;
import org.dossier.query.Answer;
import org.dossier.query.Inquiry;
import org.dossier.query.QueryRefusal;
import org.dossier.query.ResultFormat;
import org.dossier.query.SavedQuestion;
import org.dossier.release.Release;

/**
 * Answers a question with what each row rests on.
 *
 * @param sources folders with texts of sources
 */
record AnsweredWhy(Path dossier, Release release, Inquiry inquiry, List<Path> sources) {

    /** Forms that reasons can be written in. */
    static final List<ResultFormat> FORMS = List.of(ResultFormat.TABLE, ResultFormat.MD, ResultFormat.JSON);

    /** @param question whose query is a SELECT */
    List<String> lines(SavedQuestion question, Map<String, String> values, ResultFormat form) throws QueryRefusal {
        RowReasons reasons = reasons(question, values);
        return switch (form) {
            case MD -> RowReasonsMarkdown.lines(reasons);
            case JSON -> List.of(json(reasons));
            default -> Screen.fitted(RowReasonsText.lines(reasons)).toList();
        };
    }

    private RowReasons reasons(SavedQuestion question, Map<String, String> values) throws QueryRefusal {
        History history = new History(dossier, release, new Options(sources, List.of(), false));
        WhyRows why = new WhyRows(inquiry.graph(), release.manifest().base(), history, question.query());
        Answer.Rows shown = (Answer.Rows) inquiry.answer(question, values);
        Answer.Rows origins = (Answer.Rows) inquiry.answer(question.asking(why.query()), values);
        return why.of(shown.table(), origins.table());
    }

    private static String json(RowReasons reasons) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(reasons);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(ours);
        }
    }
}
