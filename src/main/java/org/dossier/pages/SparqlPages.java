package org.dossier.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.system.Txn;
import org.dossier.pages.SparqlPage.Group;
import org.dossier.pages.SparqlPage.Mistake;
import org.dossier.pages.SparqlPage.Outcome;
import org.dossier.problem.Problem;
import org.dossier.query.Answer;
import org.dossier.query.Figures;
import org.dossier.query.QueryRefusal;
import org.dossier.query.ResultTable;
import org.dossier.query.SavedQuestion;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/** Shows queries and their answers. Who runs a query, and within which limits, is not decided here. */
public final class SparqlPages {

    /** Where the editor finds names that complete what is typed. */
    public static final String NAMES = "/names";

    private static final String PATH = "/sparql";
    private static final String QUERY = "query";
    private static final String QUESTION = "question";

    /** What a new query begins with. */
    private static final List<String> FIRST_PREFIXES = List.of("dossier", "id", "kind", "rdf", "rdfs");

    private static final String FIRST_QUERY = """

            # What does the dossier hold, by class?
            SELECT ?class (COUNT(?thing) AS ?things)
            WHERE {
              ?thing a ?class .
              FILTER STRSTARTS(STR(?class), STR(dossier:))
            }
            GROUP BY ?class
            ORDER BY DESC(?things) ?class
            """;

    private static final Map<String, String> OF_ROWS = files("csv", "text/csv", "tsv", "text/tab-separated-values");
    private static final Map<String, String> OF_TRIPLES = files("ttl", "text/turtle", "nt", "application/n-triples");

    private final Edition edition;
    private final Frame.Dossier dossier;
    private final NameIndex names;

    public SparqlPages(Edition edition) {
        this.edition = edition;
        this.dossier = Frame.Dossier.of(edition);
        this.names = new NameIndex(edition);
    }

    private static Map<String, String> files(String first, String firstType, String second, String secondType) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(first, firstType);
        files.put(second, secondType);
        return files;
    }

    /** The editor with a saved question in it, or with a query to begin with. */
    public String blank(Address address) {
        String query = address.parameter(QUESTION)
                .flatMap(edition.questions()::named)
                .map(question -> QuestionPage.withPrefixes(question, edition))
                .orElseGet(this::firstQuery);
        return html(query, null);
    }

    private String firstQuery() {
        Map<String, String> prefixes = Names.prefixes(edition.manifest().base());
        return FIRST_PREFIXES.stream()
                        .map(prefix -> "PREFIX " + prefix + ": <" + prefixes.get(prefix) + ">\n")
                        .collect(Collectors.joining())
                + FIRST_QUERY;
    }

    /**
     * A query with its answer.
     *
     * @param address with the query, and the order and the part of the table that were chosen
     * @param isWhole whether these are all rows
     */
    public String answered(Address address, Answer answer, boolean isWhole) {
        return Txn.calculateRead(edition.data(), () -> html(typed(address), outcome(address, answer, isWhole)));
    }

    private Outcome outcome(Address address, Answer answer, boolean isWhole) {
        AnswerTable table = AnswerTable.of(ResultTable.of(answer), Map.of(), address, new Catalogue(edition));
        return new Outcome(
                Figures.counted(table.paging().items(), "row", "rows"),
                List.of(),
                doubts(typed(address)),
                table,
                isWhole,
                files(address, answer instanceof Answer.Triples ? OF_TRIPLES : OF_ROWS));
    }

    /** Misspelt names are answered with no rows, as if that were the truth. */
    private List<String> doubts(String query) {
        try {
            SavedQuestion asked = edition.inquiry().unsaved(QUERY, query);
            return edition.inquiry().doubts(asked).stream()
                    .map(Problem::sentence)
                    .toList();
        } catch (QueryRefusal otherRules) {
            return List.of();
        }
    }

    private static List<Frame.Form> files(Address address, Map<String, String> formats) {
        List<Frame.Form> files = new ArrayList<>();
        Address plain = Address.of(PATH).with(QUERY, typed(address));
        formats.forEach((name, type) -> files.add(new Frame.Form(
                name.toUpperCase(Locale.ROOT), type, plain.with("format", name).href())));
        return files;
    }

    /**
     * A query that has no answer.
     *
     * @param sentence why
     * @param problems the same with places in the query; may be empty
     */
    public String refused(Address address, String sentence, List<Problem> problems) {
        List<Mistake> mistakes = problems.isEmpty()
                ? List.of(new Mistake(0, 0, sentence))
                : problems.stream().map(SparqlPages::mistake).toList();
        Outcome outcome = new Outcome("No answer.", mistakes, List.of(), null, true, List.of());
        return html(typed(address), outcome);
    }

    private static Mistake mistake(Problem problem) {
        return new Mistake(problem.place().line(), problem.place().column(), problem.sentence());
    }

    private static String typed(Address address) {
        return address.parameters().getOrDefault(QUERY, List.of("")).get(0);
    }

    private String html(String query, @Nullable Outcome outcome) {
        Frame frame = new Frame(dossier, "Ask in SPARQL", PATH, List.of());
        return Templates.html("sparql", frame, new SparqlPage(query, data(), saved(), outcome));
    }

    private List<Group> saved() {
        Map<String, List<Named>> groups = new TreeMap<>();
        for (SavedQuestion question : edition.questions().list()) {
            String href = Address.of(PATH).with(QUESTION, question.name()).href();
            groups.computeIfAbsent(question.group(), group -> new ArrayList<>())
                    .add(Named.inside(question.title(), href));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private String data() {
        return json(Map.of("prefixes", Names.prefixes(edition.manifest().base()), "names", NAMES));
    }

    /** Prefixes, terms and ids that begin as somebody typed, as JSON; at most so many as a reader looks through. */
    public String names(Address address) {
        String typed = address.parameter("text").orElse("");
        return json(Txn.calculateRead(edition.data(), () -> names.like(typed)));
    }

    /** No text in it can end the script element that it stands in. */
    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value).replace("<", "\\u003c");
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("maps, lists and texts can be written", impossible);
        }
    }
}
