package org.dossier.pages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.query.Answer;
import org.dossier.query.Inquiry;
import org.dossier.query.QueryRefusal;
import org.dossier.query.ResultTable;
import org.dossier.query.SavedQuestion;

/**
 * Answers of questions, kept for those who ask the same: the data of a release does not change. Only so many questions run at
 * once, so that pages never take what queries and other pages need.
 */
final class KeptAnswers {

    static final String BUSY = "query-busy";

    private static final int KEPT_ROWS = 50_000;
    private static final int WAIT_SECONDS = 3;

    private final Inquiry inquiry;
    private final Semaphore slots =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final Map<Asked, Answer> kept = Collections.synchronizedMap(new RecentAnswers());

    KeptAnswers(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    private record Asked(String question, Map<String, String> typed) {}

    /** The whole answer as rows. */
    ResultTable table(SavedQuestion question, Map<String, String> typed) throws QueryRefusal {
        return ResultTable.of(answer(question, typed));
    }

    /** An answer that nobody will ask for again, within the same limits. */
    ResultTable unkept(SavedQuestion question, Map<String, String> typed) throws QueryRefusal {
        takeSlot();
        try {
            return ResultTable.of(inquiry.answer(question, typed));
        } finally {
            slots.release();
        }
    }

    /**
     * The whole answer.
     *
     * @throws QueryRefusal when a value does not fit, it takes too long, or too many ask at once
     */
    Answer answer(SavedQuestion question, Map<String, String> typed) throws QueryRefusal {
        Asked asked = new Asked(question.name(), new TreeMap<>(typed));
        Answer known = kept.get(asked);
        if (known != null) {
            return known;
        }
        takeSlot();
        try {
            Answer answer = inquiry.answer(question, typed);
            kept.put(asked, answer);
            return answer;
        } finally {
            slots.release();
        }
    }

    private void takeSlot() throws QueryRefusal {
        try {
            if (slots.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new QueryRefusal(Problem.error(
                Place.wholeFile("question"), BUSY, "too many questions are being answered", "ask again in a moment"));
    }

    /** Those asked for last, as many as their rows allow. */
    private static final class RecentAnswers extends LinkedHashMap<Asked, Answer> {
        private static final float LOAD = 0.75f;
        private static final int ROOM = 64;

        RecentAnswers() {
            super(ROOM, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Answer> eldest) {
            return values().stream().mapToInt(RecentAnswers::rows).sum() > KEPT_ROWS;
        }

        private static int rows(Answer answer) {
            if (answer instanceof Answer.Rows rows) {
                return 1 + rows.table().rows().size();
            }
            return answer instanceof Answer.Triples triples
                    ? 1 + triples.graph().size()
                    : 1;
        }
    }
}
