package org.dossier.author;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dossier.claim.DossierRecord;
import org.dossier.claim.Entity;
import org.dossier.claim.EntityId;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Source;
import org.dossier.facts.FactsReader;
import org.dossier.facts.Redirects;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;

/** Leaves word that a thing is gone on purpose, so that its address says so and why. */
public final class Withdrawal {

    private record Defined(EntityId id, Place place) {}

    private Withdrawal() {}

    /**
     * Adds the line to {@code facts/redirects.tsv}.
     *
     * @param reason why, for whoever comes with the id
     * @return the file that was changed, relative to the dossier
     * @throws Refusal when there is still such a thing, or no reason
     */
    public static String withdraw(Path dossier, String id, String reason, LocalDate date) throws Refusal {
        if (!EntityId.isId(id)) {
            throw new Refusal("'" + id + "' is not an id; write it as it stood in the facts");
        }
        if (reason.isBlank()) {
            throw new Refusal("say why; whoever comes with the old address reads it");
        }
        RedirectLines.refuse(dossier, id, reason);
        refuseWhatIsThere(dossier, id);
        EditedFile.write(List.of(RedirectLines.added(dossier, id, "", reason, date)));
        return Redirects.PATH;
    }

    private static void refuseWhatIsThere(Path dossier, String id) throws Refusal {
        Problems problems = new Problems();
        List<FactsFile> facts =
                FactsReader.read(dossier, Ontology.of(dossier, problems).vocabulary(), problems);
        Place place = facts.stream()
                .flatMap(Withdrawal::defined)
                .filter(thing -> thing.id().name().equals(id))
                .map(Defined::place)
                .findFirst()
                .orElse(null);
        if (place != null) {
            throw new Refusal("'" + id + "' is still defined at " + place
                    + "; delete it there and where it is mentioned, then withdraw it");
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
