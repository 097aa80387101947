package org.dossier.query;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.dossier.triples.VocabularyReader;
import org.dossier.vocabulary.Vocabulary;

/** The graph of one dossier with everything that asking it takes: prefixes, vocabulary, gate and limits. */
public final class Inquiry {

    /** A query that nobody saved may have parameters too. */
    private static final Pattern HAS_PARAMETERS = Pattern.compile("(?m)^#\\s*param\\b");

    private final DatasetGraph data;
    private final String base;
    private final Map<String, String> prefixes;
    private final Vocabulary vocabulary;
    private final QueryGate gate;
    private final Asking asking;

    /**
     * @param data a release: everything in its default graph, the ontology included
     * @param base IRI that the dossier's ids are put behind
     */
    public Inquiry(DatasetGraph data, String base, GateRules rules, Limits limits) {
        this.data = data;
        this.base = base;
        this.prefixes = Names.prefixes(base);
        this.vocabulary = new VocabularyReader(data.getDefaultGraph(), Graph.emptyGraph).read();
        this.gate = new QueryGate(prefixes, rules);
        this.asking = new Asking(data, rules, limits);
    }

    /** Everything that is asked. */
    public Graph graph() {
        return data.getDefaultGraph();
    }

    /** All good questions of a dossier's folder; what is wrong with the others is added to the problems. */
    public Questions questions(Path dossierFolder, Problems problems) {
        return Questions.in(dossierFolder, vocabulary, gate, problems);
    }

    /**
     * The saved question of this name; nothing when there is none.
     *
     * @throws QueryRefusal when something is wrong with it
     */
    public Optional<SavedQuestion> question(String name, Path dossierFolder) throws QueryRefusal {
        Problems problems = new Problems();
        Optional<SavedQuestion> question = Questions.one(name, dossierFolder, vocabulary, gate, problems);
        refuseOn(problems);
        return question;
    }

    /**
     * A query that is not saved as a question that has no title, unless it brings a header with parameters.
     *
     * @param file how problems name it
     */
    public SavedQuestion unsaved(String file, String text) throws QueryRefusal {
        if (HAS_PARAMETERS.matcher(text).find()) {
            Problems problems = new Problems();
            Optional<SavedQuestion> question = Questions.question(file, text, vocabulary, gate, problems);
            refuseOn(problems);
            return question.orElseThrow();
        }
        Query query = gate.admit(file, text);
        return new SavedQuestion(file, file, "", List.of(), "", List.of(), null, Map.of(), text, query);
    }

    /** What can be said in the dossier. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What is no mistake of grammar and yet hardly meant: names that the dossier does not have. */
    public List<Problem> doubts(SavedQuestion question) {
        List<String> namespaces = List.of(Names.TERMS, Names.KINDS, base);
        return new UnknownNames(data.getDefaultGraph(), namespaces)
                .in(question.file(), question.text(), question.query());
    }

    /**
     * The whole answer.
     *
     * @param typed values of the question's parameters, by their names, as people write them
     * @throws QueryRefusal when a value does not fit, or the query takes more than the limits allow
     */
    public Answer answer(SavedQuestion question, Map<String, String> typed) throws QueryRefusal {
        Problems problems = new Problems();
        Map<String, Node> values =
                new ParameterValues(data.getDefaultGraph(), vocabulary, base).of(question, typed, problems);
        refuseOn(problems);
        return asking.answer(question.query(), values);
    }

    /**
     * Writes answers of this graph.
     *
     * @param showIris whether to show IRIs and exact values instead of names
     * @param width of the screen, or {@link AnswerWriter#UNLIMITED}
     */
    public AnswerWriter writer(boolean showIris, int width) {
        DisplayNames names =
                showIris ? DisplayNames.iris(prefixes) : DisplayNames.labels(data.getDefaultGraph(), prefixes);
        return new AnswerWriter(names, prefixes, width);
    }

    private static void refuseOn(Problems problems) throws QueryRefusal {
        if (problems.hasErrors()) {
            throw new QueryRefusal(problems.list());
        }
    }
}
