package org.dossier.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.claim.Claim;
import org.dossier.claim.Detail;
import org.dossier.claim.DossierRecord;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Passage;
import org.dossier.claim.Value;

/** Gathers all evidence of a dossier, and what the facts already say for and against what rests on it. */
final class Citations {

    private static final String NOTE = "note";
    private static final String DENIES = "denies";

    /** Records whose own subject is what somebody says, forbids or does not know; a denial is what they record. */
    private static final Set<String> ABOUT_WORDS = Set.of("Statement", "OpenQuestion", "Policy");

    private final List<Citation> citations = new ArrayList<>();
    private final Map<EntityId, DossierRecord> records = new HashMap<>();
    private final Set<Object> contested = new HashSet<>();

    private Citations(List<FactsFile> files) {
        for (FactsFile file : files) {
            file.records().forEach(this::learn);
            file.claims().forEach(this::learn);
            file.passages().forEach(this::learn);
        }
        for (FactsFile file : files) {
            file.claims().forEach(this::cite);
            file.records().forEach(this::cite);
            file.passages().forEach(this::cite);
        }
    }

    static List<Citation> of(List<FactsFile> files) {
        return new Citations(files).citations;
    }

    private void learn(DossierRecord dossierRecord) {
        records.put(dossierRecord.id(), dossierRecord);
        if (!dossierRecord.counterEvidence().isEmpty()) {
            contested.add(dossierRecord.id());
        }
        for (Detail detail : dossierRecord.details()) {
            if (detail.property().equals(DENIES)) {
                contested.add(denied(detail.value()));
            }
        }
    }

    /** What a statement denies: a link, or the id of a record. */
    private static Object denied(Value value) {
        if (value instanceof Value.Claimed claimed) {
            return claimed.link();
        }
        return value instanceof Value.Thing thing ? thing.id() : value;
    }

    private void learn(Claim claim) {
        if (!claim.counterEvidence().isEmpty()) {
            contested.add(claim.link());
        }
    }

    private void learn(Passage passage) {
        if (!passage.counterEvidence().isEmpty()) {
            contested.add(passage.record());
        }
    }

    private void cite(Claim claim) {
        boolean isContested = contested.contains(claim.link());
        claim.evidence().forEach(evidence -> add(evidence, isFlat(claim.details(), evidence), isContested));
        claim.counterEvidence().forEach(evidence -> add(evidence, false, isContested));
    }

    private void cite(DossierRecord found) {
        boolean isContested = contested.contains(found.id());
        found.evidence().forEach(evidence -> add(evidence, isFlat(found, evidence), isContested));
        found.counterEvidence().forEach(evidence -> add(evidence, false, isContested));
    }

    private void cite(Passage passage) {
        DossierRecord found = records.get(passage.record());
        boolean isContested = contested.contains(passage.record());
        passage.evidence().forEach(evidence -> add(evidence, found != null && isFlat(found, evidence), isContested));
        passage.counterEvidence().forEach(evidence -> add(evidence, false, isContested));
    }

    private void add(Evidence evidence, boolean isFlat, boolean isContested) {
        citations.add(new Citation(evidence, isFlat, isContested));
    }

    private static boolean isFlat(DossierRecord found, Evidence evidence) {
        return !ABOUT_WORDS.contains(found.type()) && isFlat(found.details(), evidence);
    }

    private static boolean isFlat(List<Detail> details, Evidence evidence) {
        boolean isRemarked =
                details.stream().anyMatch(detail -> detail.property().equals(NOTE));
        return evidence.hedge() == null && evidence.note() == null && !isRemarked;
    }
}
