package org.dossier.facts;

import java.util.ArrayList;
import java.util.List;
import org.dossier.claim.Claim;
import org.dossier.claim.DossierRecord;
import org.dossier.claim.Entity;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Passage;
import org.dossier.claim.Source;

/** What was read of one file so far. */
final class Contents {

    final List<Source> sources = new ArrayList<>();
    final List<Entity> entities = new ArrayList<>();
    final List<Claim> claims = new ArrayList<>();
    final List<DossierRecord> records = new ArrayList<>();
    final List<Passage> passages = new ArrayList<>();

    FactsFile of(FileText text) {
        return new FactsFile(text.path(), text.sha256(), sources, entities, claims, records, passages);
    }
}
