package org.dossier.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.dossier.problem.Place;
import org.dossier.query.DisplayNames;
import org.dossier.query.ResultTable;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/**
 * Says why rows are in the answer of a query: it is asked again for all that its pattern met, and what it met are the records,
 * passages and claims that a row comes from.
 */
public final class WhyRows {

    /** Beyond this nobody reads; a narrower question says more. */
    private static final int MOST_ROWS = 100;

    private static final int MOST_RECORDS = 10;

    private final Things things;
    private final Accounts accounts;
    private final DisplayNames names;
    private final Background background;
    private final WideQuery wide;

    private final Map<Node, Collection<Node>> records = new HashMap<>();
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();

    /**
     * @param graph everything
     * @param base IRI that ids are put behind
     * @param background what is known beside it
     * @param asked a SELECT
     */
    public WhyRows(Graph graph, String base, Background background, Query asked) {
        this.things = new Things(graph);
        this.accounts = new Accounts(graph, background);
        this.names = DisplayNames.labels(graph, Names.prefixes(base));
        this.background = background;
        this.wide = WideQuery.of(asked);
    }

    /** The query that tells where the rows come from; to be asked with the same values. */
    public Query query() {
        return wide.query();
    }

    /**
     * The explanation.
     *
     * @param shown the answer
     * @param origins the answer to {@link #query()}
     */
    public RowReasons of(ResultTable shown, ResultTable origins) {
        List<String> keys = wide.keys().stream()
                .map(Var::getVarName)
                .filter(origins.columns()::contains)
                .toList();
        Map<List<@Nullable Node>, Set<Node>> recordsByKey = new HashMap<>();
        for (List<@Nullable Node> row : origins.rows()) {
            recordsByKey
                    .computeIfAbsent(key(row, origins, keys), unseen -> new LinkedHashSet<>())
                    .addAll(records(row, origins));
        }
        List<RowReasons.Row> rows = shown.rows().stream()
                .limit(MOST_ROWS)
                .map(row -> row(row, shown, recordsByKey.getOrDefault(key(row, shown, keys), Set.of())))
                .toList();
        List<Account> told = numbers.keySet().stream().map(accounts::of).toList();
        return new RowReasons(shown.columns(), rows, shown.rows().size() - rows.size(), told);
    }

    /** All records that rows come from, each once. */
    public Set<Node> records(ResultTable origins) {
        Set<Node> all = new LinkedHashSet<>();
        origins.rows().forEach(row -> all.addAll(records(row, origins)));
        return all;
    }

    private static List<@Nullable Node> key(List<@Nullable Node> row, ResultTable table, List<String> keys) {
        List<@Nullable Node> key = new ArrayList<>();
        keys.forEach(column -> key.add(row.get(table.columns().indexOf(column))));
        return key;
    }

    private RowReasons.Row row(List<@Nullable Node> row, ResultTable shown, Set<Node> found) {
        Map<String, String> cells = new LinkedHashMap<>();
        IntStream.range(0, row.size()).forEach(column -> {
            Node cell = row.get(column);
            if (cell != null) {
                cells.put(shown.columns().get(column), names.of(cell));
            }
        });
        List<Integer> told =
                found.stream().limit(MOST_RECORDS).map(this::number).toList();
        return new RowReasons.Row(
                cells,
                wide.isComputed(),
                told,
                found.size() - told.size(),
                found.isEmpty() ? described(row) : List.of());
    }

    private int number(Node dossierRecord) {
        return numbers.computeIfAbsent(dossierRecord, unseen -> numbers.size() + 1);
    }

    /** The records that one match of the pattern comes from. */
    private Set<Node> records(List<@Nullable Node> row, ResultTable origins) {
        Map<Var, Node> match = new TreeMap<>((one, other) -> one.getVarName().compareTo(other.getVarName()));
        IntStream.range(0, row.size()).forEach(column -> {
            Node cell = row.get(column);
            if (cell != null) {
                match.put(Var.alloc(origins.columns().get(column)), cell);
            }
        });
        Set<Node> found = new LinkedHashSet<>();
        wide.subjects().stream()
                .flatMap(subject -> Optional.ofNullable(match.get(subject)).stream())
                .forEach(subject -> found.addAll(records.computeIfAbsent(subject, this::toRecords)));
        wide.links().stream().flatMap(link -> claim(link, match).stream()).forEach(found::add);
        if (found.isEmpty()) {
            match.values().forEach(value -> found.addAll(records.computeIfAbsent(value, this::toRecords)));
        }
        return found;
    }

    private Collection<Node> toRecords(Node thing) {
        return thing.isURI() ? things.recordsOf(thing) : List.of();
    }

    private Optional<Node> claim(TriplePath link, Map<Var, Node> match) {
        Node predicate = value(link.getPredicate(), match);
        if (predicate == null || !things.knows(predicate, Names.NEEDS_CLAIM)) {
            return Optional.empty();
        }
        Node subject = value(link.getSubject(), match);
        Node object = value(link.getObject(), match);
        return subject == null || object == null ? Optional.empty() : accounts.claimOf(subject, predicate, object);
    }

    private static @Nullable Node value(Node term, Map<Var, Node> match) {
        return term.isVariable() ? match.get(Var.alloc(term)) : term;
    }

    private List<RowReasons.Description> described(List<@Nullable Node> row) {
        return row.stream()
                .flatMap(cell -> cell != null && cell.isURI() ? Stream.of(cell) : Stream.empty())
                .distinct()
                .flatMap(
                        thing -> where(thing).stream().map(place -> new RowReasons.Description(names.of(thing), place)))
                .toList();
    }

    private Optional<String> where(Node thing) {
        return background.place(thing.getURI()).map(Place::toString).or(() -> things.listing(thing));
    }
}
