package org.dossier.triples;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.Link;

/**
 * Gives everything in a dossier its IRI, so that a changed scheme is a change here.
 *
 * @param base IRI that ids are put behind, such as {@code https://w3id.org/dossier/id/}
 */
public record IriScheme(String base) {

    /** 48 bits: among a million passages two share them with a chance of 1 in 500. */
    private static final int HASH_DIGITS = 12;

    public Node thing(EntityId id) {
        return NodeFactory.createURI(base + id.name());
    }

    /** One claim for each link: {@code ice--uses--azure}. */
    public Node claim(Link link) {
        String name = String.join("--", link.subject().name(), kebab(link.property()), link.objectName());
        return NodeFactory.createURI(base + name);
    }

    /** One evidence for each different passage; the same passage under two claims is one. */
    public Node evidence(Evidence evidence) {
        String identity = String.join(
                "\n",
                evidence.source().name(),
                String.valueOf(evidence.locator()),
                evidence.quote(),
                joined(evidence.reliesOn()),
                joined(evidence.assertedBy()),
                String.valueOf(evidence.hedge()),
                String.valueOf(evidence.note()));
        return NodeFactory.createURI(base + "evidence-" + Sha256.of(identity).substring(0, HASH_DIGITS));
    }

    /** One note for each link to an entry of another register, however often it was decided. */
    public Node decision(EntityId subject, String predicate, String entry) {
        String identity = String.join("\n", subject.name(), predicate, entry);
        return NodeFactory.createURI(base + "link-" + Sha256.of(identity).substring(0, HASH_DIGITS));
    }

    /** The named graph of a load unit, from the path of its input: {@code facts-ice-azure}, {@code links-sec}. */
    public static Node loadUnit(String path) {
        String name = path.replaceFirst("(\\.sssom)?\\.[A-Za-z0-9]+$", "").replaceAll("[^A-Za-z0-9_]+", "-");
        return NodeFactory.createURI(Names.GRAPHS + name);
    }

    private static String joined(List<EntityId> ids) {
        return String.join(" ", ids.stream().map(EntityId::name).sorted().toList());
    }

    /** {@code supportsActivityOf} as {@code supports-activity-of}. */
    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
