package org.dossier.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dossier.mapping.ConvertedUnit;
import org.dossier.mapping.DossierImports;
import org.dossier.mapping.SourceRows;
import org.dossier.problem.Place;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.UnitLines;
import org.dossier.rules.RuleRun;
import org.dossier.triples.LoadUnit;
import org.dossier.triples.Names;
import org.dossier.triples.TermTable;
import org.dossier.triples.UnitReader;
import org.jspecify.annotations.Nullable;

/**
 * Converted files as part of everything that a dossier says. How their records stand was written with them; it holds
 * unless something else speaks of them, be it facts that people wrote or another file, and then the rule decides.
 */
final class ImportedTriples {

    /** Measured: 360 bytes are enough while a million triples are derived from, checked and written. */
    private static final long BYTES_OF_A_TRIPLE = 450;

    private final DossierImports.Found found;
    private final SourceRows rows;
    private final Set<Node> spokenOf;
    private final Map<Node, Node> standings = new HashMap<>();
    private final Set<Node> settled = new HashSet<>();

    private ImportedTriples(DossierImports.Found found, SourceRows rows, Set<Node> spokenOf) {
        this.found = found;
        this.rows = rows;
        this.spokenOf = spokenOf;
    }

    /**
     * Adds units to a graph.
     *
     * @param found units of imports
     * @param rows finds where their records come from
     * @param written units that people wrote
     */
    static ImportedTriples into(Graph everything, DossierImports.Found found, SourceRows rows, List<LoadUnit> written) {
        requireRoom(triples(found), Runtime.getRuntime().maxMemory());
        ImportedTriples imported = new ImportedTriples(found, rows, spokenOf(found.units(), written));
        imported.load(found.units(), everything);
        imported.settled.addAll(imported.standings.keySet());
        imported.settled.removeAll(imported.spokenOf);
        imported.removeUnsettled(everything);
        return imported;
    }

    /** @throws SurroundingsException when there is not enough memory for so many triples */
    static void requireRoom(long triples, long bytes) {
        long needed = triples * BYTES_OF_A_TRIPLE;
        if (needed > bytes) {
            throw new SurroundingsException(String.format(
                    Locale.ROOT,
                    "the imports have %,d triples, which take some %,d MB of memory to build, and Java may use %,d MB:"
                            + " give it more, as by DOSSIER_JAVA_OPTIONS=-Xmx%dg, or take files out of files.tsv",
                    triples,
                    needed >> 20,
                    bytes >> 20,
                    (needed >> 30) + 1));
        }
    }

    private static long triples(DossierImports.Found found) {
        return found.units().stream()
                .mapToLong(unit -> unit.balance().triples())
                .sum();
    }

    private static Set<Node> spokenOf(List<ConvertedUnit> units, List<LoadUnit> written) {
        Set<Node> spokenOf = new HashSet<>();
        if (units.isEmpty()) {
            return spokenOf;
        }
        written.forEach(unit -> unit.triples().find().forEach(triple -> {
            spokenOf.add(triple.getSubject());
            spokenOf.add(triple.getObject());
        }));
        return spokenOf;
    }

    /** One unit is read while the one before it is added. */
    private void load(List<ConvertedUnit> units, Graph everything) {
        TermTable terms = new TermTable();
        CompletableFuture<List<Triple>> next = reading(units, 0, terms);
        for (int at = 0; at < units.size(); at++) {
            List<Triple> triples = next.join();
            next = reading(units, at + 1, terms);
            triples.forEach(triple -> add(triple, everything));
            units.get(at).description().forEach(everything::add);
        }
    }

    private static CompletableFuture<List<Triple>> reading(List<ConvertedUnit> units, int at, TermTable terms) {
        return at < units.size()
                ? CompletableFuture.supplyAsync(() -> read(units.get(at), terms))
                : CompletableFuture.completedFuture(List.of());
    }

    private static List<Triple> read(ConvertedUnit unit, TermTable terms) {
        List<Triple> triples = new ArrayList<>();
        try {
            new UnitReader(
                            terms,
                            (subject, predicate, object) -> triples.add(
                                    Triple.create(terms.term(subject), terms.term(predicate), terms.term(object))))
                    .read(unit.triples());
            return triples;
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + unit.triples() + ": " + failure.getMessage(), failure);
        }
    }

    private void add(Triple triple, Graph everything) {
        everything.add(triple);
        if (triple.getPredicate().equals(Names.HAS_STANDING)) {
            note(triple);
        }
    }

    /** A record that stands in two files as two kinds of sources has to be looked at. */
    private void note(Triple standing) {
        @Nullable Node other = standings.putIfAbsent(standing.getSubject(), standing.getObject());
        if (other != null && !other.equals(standing.getObject())) {
            spokenOf.add(standing.getSubject());
        }
    }

    private void removeUnsettled(Graph everything) {
        standings.keySet().stream()
                .filter(spokenOf::contains)
                .forEach(record ->
                        RuleRun.WRITTEN_BY_STANDING.forEach(property -> everything.remove(record, property, Node.ANY)));
    }

    /** Records that stand as their file says; the rules may take some out. */
    Set<Node> settled() {
        return settled;
    }

    /** Where things stand in imported files. */
    Map<Node, List<Place>> rows(Set<Node> things) {
        return rows.of(things);
    }

    List<ConvertedUnit> units() {
        return found.units();
    }

    String describe() {
        long triples = triples(found);
        String absent = found.absent().isEmpty()
                ? ""
                : "; not here, from what they were converted to before: " + String.join(", ", found.absent());
        return units().size() + " files, " + triples + " triples" + absent;
    }

    /** The lines of a unit that hold in the end. */
    UnitLines lines(ConvertedUnit unit) {
        Set<String> unsettled = new HashSet<>();
        for (Node record : standings.keySet()) {
            if (!settled.contains(record)) {
                unsettled.add("<" + record.getURI() + ">");
            }
        }
        Set<String> computed = new HashSet<>();
        RuleRun.WRITTEN_BY_STANDING.forEach(property -> computed.add("<" + property.getURI() + ">"));
        return new UnitLines(unit.triples(), unit.balance().triples(), unsettled, computed);
    }
}
