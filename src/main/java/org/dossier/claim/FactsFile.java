package org.dossier.claim;

import java.util.List;

/**
 * What one facts file says. It becomes one load unit.
 *
 * @param path relative to the dossier folder, such as {@code facts/ice-azure.yaml}
 * @param sha256 of the file's bytes, in hexadecimal
 * @param claims in the order of the file; a link may occur several times
 */
public record FactsFile(
        String path,
        String sha256,
        List<Source> sources,
        List<Entity> entities,
        List<Claim> claims,
        List<DossierRecord> records,
        List<Passage> passages) {

    public FactsFile {
        sources = List.copyOf(sources);
        entities = List.copyOf(entities);
        claims = List.copyOf(claims);
        records = List.copyOf(records);
        passages = List.copyOf(passages);
    }
}
