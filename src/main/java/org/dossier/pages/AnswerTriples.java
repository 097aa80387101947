package org.dossier.pages;

import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.dossier.explain.WhyRows;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.query.Answer;
import org.dossier.query.Figures;
import org.dossier.query.QueryRefusal;
import org.dossier.query.ResultTable;
import org.dossier.query.SavedQuestion;
import org.dossier.triples.Names;

/**
 * An answer as triples: those that a CONSTRUCT makes, or else the records that the rows come from, with the words that bear
 * them out and the names of what the rows show. So the Turtle of a table is what the table rests on. Where the rows come from
 * no records that can be told, as those of nested sums, they are told themselves.
 */
final class AnswerTriples {

    private static final int MOST_RECORDS = 5_000;

    private final Edition edition;
    private final KeptAnswers answers;
    private final Graph all;
    private final Graph triples = GraphMemFactory.createDefaultGraphSameTerm();

    private AnswerTriples(Edition edition, KeptAnswers answers) {
        this.edition = edition;
        this.answers = answers;
        this.all = edition.data().getDefaultGraph();
    }

    /** Whether a question has such an answer: yes and no rest on everything or nothing. */
    static boolean isThere(SavedQuestion question) {
        return !question.query().isAskType();
    }

    /**
     * The triples.
     *
     * @throws QueryRefusal when the answer cannot be had, or rests on more records than one file should hold
     */
    static Graph of(SavedQuestion question, Map<String, String> typed, Edition edition, KeptAnswers answers)
            throws QueryRefusal {
        Answer answer = answers.answer(question, typed);
        if (answer instanceof Answer.Triples found) {
            return found.graph();
        }
        return new AnswerTriples(edition, answers).behind(question, typed, answers.table(question, typed));
    }

    private Graph behind(SavedQuestion question, Map<String, String> typed, ResultTable shown) throws QueryRefusal {
        WhyRows why = new WhyRows(all, edition.manifest().base(), edition.background(), question.query());
        Set<Node> records = why.records(answers.unkept(question.asking(why.query()), typed));
        if (records.size() > MOST_RECORDS) {
            throw new QueryRefusal(Problem.error(
                    Place.wholeFile("question"),
                    "query-size",
                    "the answer rests on " + Figures.grouped(records.size()) + " records, and a file holds at most "
                            + Figures.grouped(MOST_RECORDS),
                    "narrow the question, or ask at /sparql"));
        }
        if (records.isEmpty()) {
            return new AnswerRows(question.name(), edition.manifest().base()).of(shown);
        }
        records.forEach(this::addRecord);
        shown.rows()
                .forEach(row -> row.forEach(cell -> {
                    if (cell != null && cell.isURI()) {
                        addNames(cell);
                    }
                }));
        return triples;
    }

    private void addRecord(Node about) {
        all.find(about, Node.ANY, Node.ANY).forEachRemaining(triple -> {
            triples.add(triple);
            Node property = triple.getPredicate();
            if (property.equals(Names.HAS_EVIDENCE) || property.equals(Names.HAS_COUNTER_EVIDENCE)) {
                add(triple.getObject(), Node.ANY);
            }
        });
    }

    private void addNames(Node thing) {
        Catalogue.LABELS.forEach(label -> add(thing, label));
    }

    private void add(Node thing, Node property) {
        all.find(thing, property, Node.ANY).forEachRemaining(triples::add);
    }
}
