package org.dossier.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dossier.claim.Claim;
import org.dossier.claim.Detail;
import org.dossier.claim.DossierRecord;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Value;

/** Gathers all evidence of a dossier, and what the facts already say for and against what rests on it. */
final class Citations {

    private static final String NOTE = "note";
    private static final String DENIES = "denies";

    /** Records whose own subject is what somebody says, forbids or does not know; a denial is what they record. */
    private static final Set<String> ABOUT_WORDS = Set.of("Statement", "OpenQuestion", "Policy");

    private final List<Citation> citations = new ArrayList<>();

    /** What there is counter-evidence against, or a denial. */
    private final Set<Value> contested = new HashSet<>();

    /** What a curator has remarked on, or what is about words itself. */
    private final Set<Value> remarked = new HashSet<>();

    private Citations(List<FactsFile> files) {
        files.forEach(this::learn);
        files.forEach(this::cite);
    }

    static List<Citation> of(List<FactsFile> files) {
        return new Citations(files).citations;
    }

    private void learn(FactsFile file) {
        for (Claim claim : file.claims()) {
            learn(new Value.Claimed(claim.link()), claim.details(), claim.counterEvidence());
        }
        for (DossierRecord found : file.records()) {
            Value subject = new Value.Thing(found.id());
            learn(subject, found.details(), found.counterEvidence());
            if (ABOUT_WORDS.contains(found.type())) {
                remarked.add(subject);
            }
        }
        file.passages().forEach(passage -> learn(passage.record(), List.of(), passage.counterEvidence()));
    }

    private void learn(Value subject, List<Detail> details, List<Evidence> counterEvidence) {
        if (!counterEvidence.isEmpty()) {
            contested.add(subject);
        }
        for (Detail detail : details) {
            if (detail.property().equals(DENIES)) {
                contested.add(detail.value());
            } else if (detail.property().equals(NOTE)) {
                remarked.add(subject);
            }
        }
    }

    private void cite(FactsFile file) {
        file.claims()
                .forEach(claim -> cite(new Value.Claimed(claim.link()), claim.evidence(), claim.counterEvidence()));
        file.records().forEach(found -> cite(new Value.Thing(found.id()), found.evidence(), found.counterEvidence()));
        file.passages().forEach(passage -> cite(passage.record(), passage.evidence(), passage.counterEvidence()));
    }

    private void cite(Value subject, List<Evidence> evidence, List<Evidence> counterEvidence) {
        boolean isContested = contested.contains(subject);
        for (Evidence one : evidence) {
            boolean isFlat = one.hedge() == null && one.note() == null && !remarked.contains(subject);
            citations.add(new Citation(one, isFlat, isContested));
        }
        counterEvidence.forEach(one -> citations.add(new Citation(one, false, isContested)));
    }
}
