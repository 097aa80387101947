package org.dossier.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dossier.claim.Claim;
import org.dossier.claim.DossierRecord;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Passage;
import org.dossier.claim.Value;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** Finds passages that are given twice for one record or claim: counted twice, they would look like two. */
final class PassageCheck {

    private final Problems problems;
    private final Map<List<Object>, Place> first = new HashMap<>();

    private PassageCheck(Problems problems) {
        this.problems = problems;
    }

    static void check(List<FactsFile> files, Problems problems) {
        PassageCheck check = new PassageCheck(problems);
        for (FactsFile file : files) {
            file.claims().forEach(check::claim);
            file.records().forEach(check::record);
            file.passages().forEach(check::passage);
        }
    }

    private void claim(Claim claim) {
        check(new Value.Claimed(claim.link()), claim.evidence(), claim.counterEvidence(), claim.place());
    }

    private void record(DossierRecord record) {
        check(new Value.Thing(record.id()), record.evidence(), record.counterEvidence(), record.place());
    }

    private void passage(Passage passage) {
        check(passage.record(), passage.evidence(), passage.counterEvidence(), passage.place());
    }

    private void check(Value record, List<Evidence> evidence, List<Evidence> counterEvidence, Place place) {
        Stream.concat(evidence.stream(), counterEvidence.stream()).forEach(passage -> check(record, passage, place));
    }

    private void check(Value record, Evidence passage, Place place) {
        List<Object> identity = List.of(record, passage.source(), String.valueOf(passage.locator()), passage.quote());
        Place earlier = first.putIfAbsent(identity, passage.place());
        if (earlier == null) {
            return;
        }
        if (earlier.equals(passage.place())) {
            problems.error(place, "duplicate-evidence", "this claim stands twice in one list", "delete one of the two");
        } else {
            problems.error(
                    passage.place(),
                    "duplicate-evidence",
                    "this passage is given for the same already at " + earlier,
                    "delete one of the two");
        }
    }
}
