package org.dossier.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dossier.claim.EntityId;

/**
 * What people decided about the things of a dossier and the entries of one target. It becomes one load unit.
 *
 * @param path of the file, such as {@code links/sec.sssom.tsv}
 * @param sha256 of its bytes, in hexadecimal
 * @param columns its columns, in order
 * @param prefixes what the file's short names stand for
 * @param list in the order of the file
 */
public record Decisions(
        String path, String sha256, List<String> columns, Map<String, String> prefixes, List<Decision> list) {

    public Decisions {
        columns = List.copyOf(columns);
        prefixes = Map.copyOf(prefixes);
        list = List.copyOf(list);
    }

    /** No file, no decisions. */
    public static Decisions none(String path) {
        return new Decisions(path, "", List.of(), Map.of(), List.of());
    }

    /** Path of the file for a target, relative to the dossier's folder. */
    public static String path(String target) {
        return "links/" + target + ".sssom.tsv";
    }

    /** What was decided last about these two. */
    public Optional<Decision> about(EntityId subject, String object) {
        return list.stream()
                .filter(decision -> decision.subject().equals(subject) && object.equals(decision.object()))
                .reduce((earlier, later) -> later);
    }

    /** Whether somebody said that the target has nothing for this thing. */
    public boolean hasNothingFor(EntityId subject) {
        return list.stream()
                .anyMatch(decision -> decision.subject().equals(subject) && decision.verdict() == Verdict.NOTHING);
    }

    /** Decisions from which links follow. */
    public List<Decision> links() {
        return list.stream().filter(decision -> decision.verdict().isLink()).toList();
    }
}
