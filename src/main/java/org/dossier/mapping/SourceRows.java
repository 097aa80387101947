package org.dossier.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dossier.problem.Place;
import org.dossier.problem.SurroundingsException;
import org.dossier.triples.Names;

/** Finds the rows of imported files that records were made of, so that what is wrong with them can be told there. */
public final class SourceRows {

    private static final String PROPERTY = Names.term("sourceRow").getURI();
    private static final Pattern LINE =
            Pattern.compile("<([^>]*)> <" + Pattern.quote(PROPERTY) + "> \"([0-9]{1,18})\".*");

    private final DossierImports imports;
    private final List<ConvertedUnit> units;

    public SourceRows(DossierImports imports, List<ConvertedUnit> units) {
        this.imports = imports;
        this.units = List.copyOf(units);
    }

    /**
     * The places of the rows, those in the dossier's own files first. It reads through everything that was converted.
     *
     * @param records that something is wrong with
     */
    public Map<Node, List<Place>> of(Set<Node> records) {
        Map<Node, List<Place>> places = new HashMap<>();
        units.forEach(unit -> find(unit, records, places));
        places.values()
                .forEach(found -> found.sort(
                        Comparator.comparing((Place place) -> !isOwn(place)).thenComparing(Comparator.naturalOrder())));
        return places;
    }

    private static boolean isOwn(Place place) {
        return place.file().startsWith(ImportFolder.FOLDER + "/");
    }

    private void find(ConvertedUnit unit, Set<Node> records, Map<Node, List<Place>> places) {
        Map<Node, Long> rows = rows(unit, records);
        if (rows.isEmpty()) {
            return;
        }
        Map<Long, Place> begins = imports.places(unit, new TreeSet<>(rows.values()));
        rows.forEach((thing, row) -> places.computeIfAbsent(thing, unseen -> new ArrayList<>())
                .add(begins.getOrDefault(row, Place.wholeFile(unit.balance().file()))));
    }

    private static Map<Node, Long> rows(ConvertedUnit unit, Set<Node> records) {
        Map<Node, Long> rows = new HashMap<>();
        try (Stream<String> lines = Files.lines(unit.triples(), StandardCharsets.UTF_8)) {
            lines.filter(line -> line.contains(PROPERTY))
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> {
                        Node thing = NodeFactory.createURI(line.group(1));
                        if (records.contains(thing)) {
                            rows.put(thing, Long.parseLong(line.group(2)));
                        }
                    });
            return rows;
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + unit.triples() + ": " + failure.getMessage(), failure);
        }
    }
}
