package org.dossier.explain.change;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Delta;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dossier.release.Release;
import org.dossier.release.UnitDifference;
import org.dossier.triples.Names;

/**
 * What a release says otherwise than one before it, however large both are.
 *
 * @param difference record by record; empty when too much differs to be told so
 * @param counts how many there are of what that are more or fewer than before
 * @param units how much differs in each load unit, for those that differ
 * @param isTold whether the difference is told record by record
 * @param hasAnswers whether answers to questions were compared too
 */
public record ReleaseChanges(
        Difference difference, List<Count> counts, List<Unit> units, boolean isTold, boolean hasAnswers) {

    /** As many triples of one unit as may differ for a list that anybody reads. */
    private static final int MOST = 20_000;

    public ReleaseChanges {
        counts = List.copyOf(counts);
        units = List.copyOf(units);
    }

    /** How many of something there were, and are. */
    public record Count(String what, long before, long after) {}

    /** How many triples of a load unit are new, and how many are gone. */
    public record Unit(String name, long come, long gone) {}

    /** Both are loaded, and their answers compared. */
    public static ReleaseChanges inFull(Release before, Version then, Release after, Version now) {
        return new ReleaseChanges(
                Comparison.of(then, now),
                counts(before, after),
                units(UnitDifference.between(before, after, 0)),
                true,
                true);
    }

    /**
     * Only what differs is read of the older one. The newer one is open in a transaction.
     *
     * @param then name of the older one
     * @param now the newer one, open
     */
    public static ReleaseChanges byUnits(Release before, String then, Release after, Version now) {
        List<UnitDifference> differences = UnitDifference.between(before, after, MOST);
        boolean isTold = differences.stream().allMatch(ReleaseChanges::isKept);
        Difference difference = isTold
                ? told(before, then, now, differences)
                : new Difference(then, now.name(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return new ReleaseChanges(difference, counts(before, after), units(differences), isTold, false);
    }

    private static List<Count> counts(Release before, Release after) {
        Map<String, Long> then = before.manifest().counts();
        return after.manifest().counts().entrySet().stream()
                .map(now -> new Count(now.getKey(), then.getOrDefault(now.getKey(), 0L), now.getValue()))
                .filter(count -> count.before() != count.after())
                .sorted(Comparator.comparing(Count::what))
                .toList();
    }

    private static boolean isKept(UnitDifference unit) {
        return unit.come() <= MOST && unit.gone() <= MOST;
    }

    private static List<Unit> units(List<UnitDifference> differences) {
        return differences.stream()
                .map(unit -> new Unit(unit.unit(), unit.come(), unit.gone()))
                .toList();
    }

    private static Difference told(Release before, String then, Version now, List<UnitDifference> differences) {
        Graph old = asItWas(now.data(), differences);
        Set<String> ids = new LinkedHashSet<>();
        differences.forEach(unit -> {
            addIds(unit.comeTriples(), now.base(), ids);
            addIds(unit.goneTriples(), now.base(), ids);
        });
        Version older = new Version(
                then, DatasetGraphFactory.wrap(old), before.manifest().base(), now.folder());
        return Comparison.of(older, now, ids);
    }

    private static void addIds(Graph triples, String base, Set<String> ids) {
        triples.find()
                .mapWith(Triple::getSubject)
                .filterKeep(thing -> thing.isURI() && thing.getURI().startsWith(base))
                .forEachRemaining(thing -> ids.add(thing.getURI().substring(base.length())));
    }

    /** The newer release without what came and with what went; the newer one itself is not touched. */
    private static Graph asItWas(DatasetGraph data, List<UnitDifference> differences) {
        Graph now = data.getDefaultGraph();
        Delta old = new Delta(now);
        for (UnitDifference unit : differences) {
            unit.goneTriples().find().filterDrop(now::contains).forEachRemaining(old::add);
            unit.comeTriples()
                    .find()
                    .filterDrop(triple -> isOlder(triple, unit, data, differences))
                    .forEachRemaining(old::delete);
        }
        return old;
    }

    /** Whether another unit had the triple before already. */
    private static boolean isOlder(
            Triple triple, UnitDifference unit, DatasetGraph data, List<UnitDifference> differences) {
        if (differences.stream().anyMatch(other -> other.goneTriples().contains(triple))) {
            return true;
        }
        return data.stream(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())
                .map(quad -> quad.getGraph().toString())
                .filter(graph -> graph.startsWith(Names.GRAPHS))
                .map(graph -> graph.substring(Names.GRAPHS.length()))
                .filter(name -> !name.equals(unit.unit()))
                .anyMatch(name -> differences.stream()
                        .noneMatch(other ->
                                other.unit().equals(name) && other.comeTriples().contains(triple)));
    }
}
