package org.dossier.facts;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.claim.Detail;
import org.dossier.claim.DossierRecord;
import org.dossier.claim.EntityId;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Value;
import org.dossier.problem.Problems;

/** Holds that a statement is clarified and taken back by its own speaker only. */
final class SpeakerCheck {

    private static final Set<String> BY_ITS_SPEAKER = Set.of("clarifies", "retracts");

    private final Map<EntityId, List<EntityId>> speakers = new HashMap<>();
    private final Problems problems;

    private SpeakerCheck(Problems problems) {
        this.problems = problems;
    }

    static void check(List<FactsFile> files, Problems problems) {
        SpeakerCheck check = new SpeakerCheck(problems);
        List<DossierRecord> statements = files.stream()
                .flatMap(file -> file.records().stream())
                .filter(record -> record.type().equals("Statement"))
                .toList();
        statements.forEach(statement -> check.speakers.put(statement.id(), speakers(statement)));
        statements.forEach(check::check);
    }

    private static List<EntityId> speakers(DossierRecord statement) {
        return statement.details().stream()
                .filter(detail -> detail.property().equals("isAttributedTo"))
                .flatMap(detail -> detail.thing().stream())
                .toList();
    }

    private void check(DossierRecord statement) {
        List<EntityId> own = speakers(statement);
        statement.details().stream()
                .filter(detail -> BY_ITS_SPEAKER.contains(detail.property()))
                .forEach(detail -> check(detail, own));
    }

    private void check(Detail detail, List<EntityId> own) {
        if (!(detail.value() instanceof Value.Thing earlier)) {
            return;
        }
        List<EntityId> others = speakers.getOrDefault(earlier.id(), List.of());
        if (own.isEmpty() || others.isEmpty() || !Collections.disjoint(own, others)) {
            return;
        }
        String whose = Phrase.either(others.stream().map(EntityId::name).toList());
        problems.error(
                detail.place(),
                "another-speaker",
                "only its own speaker " + detail.property() + " a statement",
                "'" + earlier.id() + "' is by " + whose);
    }
}
