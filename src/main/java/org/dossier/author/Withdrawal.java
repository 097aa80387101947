package org.dossier.author;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.dossier.claim.DossierRecord;
import org.dossier.claim.Entity;
import org.dossier.claim.EntityId;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Source;
import org.dossier.facts.FactsReader;
import org.dossier.facts.Redirects;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.release.Release;
import org.dossier.release.Releases;
import org.dossier.triples.Ontology;

/** Leaves word that a thing is gone on purpose, so that its address says so and why. */
public final class Withdrawal {

    private record Defined(EntityId id, Place place) {}

    private Withdrawal() {}

    /**
     * Adds the line to {@code facts/redirects.tsv}.
     *
     * @param reason why, for whoever comes with the id
     * @param isUnknownGood whether the id need not stand in the last release
     * @return the file that was changed, relative to the dossier
     * @throws Refusal when there is still such a thing, none was ever seen, or no reason is given
     */
    public static String withdraw(Path dossier, String id, String reason, LocalDate date, boolean isUnknownGood)
            throws Refusal {
        if (!EntityId.isId(id)) {
            throw new Refusal("'" + id + "' is not an id; write it as it stood in the facts");
        }
        if (reason.isBlank()) {
            throw new Refusal("say why; whoever comes with the old address reads it");
        }
        RedirectLines.refuse(dossier, id, reason);
        List<Defined> facts = facts(dossier);
        refuseWhatIsThere(facts, id);
        if (!isUnknownGood) {
            refuseWhatNeverWas(dossier, facts, id);
        }
        EditedFile.write(List.of(RedirectLines.added(dossier, id, "", reason, date)));
        return Redirects.PATH;
    }

    private static List<Defined> facts(Path dossier) {
        Problems problems = new Problems();
        return FactsReader.read(dossier, Ontology.of(dossier, problems).vocabulary(), problems).stream()
                .flatMap(Withdrawal::defined)
                .toList();
    }

    private static void refuseWhatIsThere(List<Defined> facts, String id) throws Refusal {
        Optional<Place> place = facts.stream()
                .filter(thing -> thing.id().name().equals(id))
                .map(Defined::place)
                .findFirst();
        if (place.isPresent()) {
            throw new Refusal("'" + id + "' is still defined at " + place.get()
                    + "; delete it there and where it is mentioned, then withdraw it");
        }
    }

    /** Whoever comes with an old address has it from a release. */
    private static void refuseWhatNeverWas(Path dossier, List<Defined> facts, String id) throws Refusal {
        Optional<Release> last = new Releases(dossier.resolve("build")).current();
        if (last.isPresent() && isKnown(last.get(), id)) {
            return;
        }
        Set<String> known = new TreeSet<>();
        facts.forEach(thing -> known.add(thing.id().name()));
        last.ifPresent(release -> release.definitions()
                .keySet()
                .forEach(
                        iri -> known.add(iri.substring(release.manifest().base().length()))));
        throw new Refusal(
                (last.isPresent() ? "the last release has nothing called '" : "there is no release with '") + id
                        + "'; " + DidYouMean.remedy(known, id, "look at how it was spelt")
                        + (last.isPresent() ? "" : " build one from the facts that had it,")
                        + " or add --unknown if it was gone before the last build");
    }

    private static boolean isKnown(Release release, String id) {
        if (release.redirects().of(id).isPresent()) {
            return true;
        }
        Node thing = NodeFactory.createURI(release.manifest().base() + id);
        DatasetGraph data = release.open();
        try {
            return Txn.calculateRead(data, () -> data.contains(Node.ANY, thing, Node.ANY, Node.ANY));
        } finally {
            data.close();
        }
    }

    private static Stream<Defined> defined(FactsFile file) {
        Stream<Defined> sources = file.sources().stream().map(Withdrawal::defined);
        Stream<Defined> entities = file.entities().stream().map(Withdrawal::defined);
        Stream<Defined> records = file.records().stream().map(Withdrawal::defined);
        return Stream.of(sources, entities, records).flatMap(things -> things);
    }

    private static Defined defined(Source source) {
        return new Defined(source.id(), source.place());
    }

    private static Defined defined(Entity entity) {
        return new Defined(entity.id(), entity.place());
    }

    private static Defined defined(DossierRecord dossierRecord) {
        return new Defined(dossierRecord.id(), dossierRecord.place());
    }
}
