package org.dossier.author;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.dossier.explain.Things;
import org.dossier.problem.Place;
import org.dossier.triples.Names;

/** What is left to do in a dossier, as queries beside this class find it. */
public final class Gaps {

    private static final Var THING = Var.alloc("thing");
    private static final Var NAME = Var.alloc("name");

    private static final List<Search> SEARCHES = List.of(
            new Search("open-questions", "Open questions", "find who answers them"),
            new Search("unchecked-quotes", "Quotes that nobody checked", "put the text of the source into sources/"),
            new Search("one-root", "Records on one root", "find a source that does not go back to the same one"),
            new Search("undated", "Events, measurements and statements without a date", "find out when"));

    private final Graph graph;
    private final Things things;
    private final Map<String, Place> places;

    /** @param query name of the file that finds them */
    private record Search(String query, String title, String remedy) {}

    /**
     * Gaps of one sort.
     *
     * @param remedy what to do about each of them
     */
    public record Group(String title, String remedy, List<Gap> gaps) {
        public Group {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * Something that is not as good as it could be.
     *
     * @param id name of the record or passage, as {@code why} takes it
     * @param name what people call it
     * @param place where it is written; empty when no facts file says it
     */
    public record Gap(String id, String name, String place) {}

    /**
     * @param graph everything that the dossier says
     * @param places where each thing is defined, by its IRI
     */
    public Gaps(Graph graph, Map<String, Place> places) {
        this.graph = graph;
        this.things = new Things(graph);
        this.places = Map.copyOf(places);
    }

    /** The gaps of each sort, those of a file in its order; a sort without any is listed too. */
    public List<Group> groups() {
        return SEARCHES.stream()
                .map(search -> new Group(search.title(), search.remedy(), found(search)))
                .toList();
    }

    private List<Gap> found(Search search) {
        try (QueryExec running = QueryExec.graph(graph).query(text(search)).build()) {
            List<Binding> rows = new ArrayList<>();
            RowSet answer = running.select();
            answer.forEachRemaining(rows::add);
            Place last = new Place("\uFFFF", 0, 0);
            return rows.stream()
                    .sorted(Comparator.<Binding, Place>comparing(
                                    row -> places.getOrDefault(row.get(THING).getURI(), last))
                            .thenComparing(row -> row.get(THING).getURI()))
                    .map(this::gap)
                    .toList();
        }
    }

    private Gap gap(Binding row) {
        Node thing = row.get(THING);
        Node name = row.get(NAME);
        Place place = places.get(thing.getURI());
        return new Gap(
                Names.localName(thing),
                things.name(name == null ? thing : name),
                place == null ? "" : place.toString());
    }

    private static String text(Search search) {
        String file = "gaps/" + search.query() + ".rq";
        try (InputStream text = Objects.requireNonNull(Gaps.class.getResourceAsStream(file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }
}
