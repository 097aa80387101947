package org.dossier.export;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.dossier.facts.DossierSettings;
import org.dossier.release.Manifest;
import org.dossier.triples.Literals;
import org.dossier.triples.Names;

/**
 * A release in the words of VoID and DCAT: what it is about, how large it is, and where its files are, with their checksums.
 * There are no blank nodes.
 */
public final class ReleaseDescription {

    private static final String SPDX = "http://spdx.org/rdf/terms#";

    /** A database counts a graph by reading it: some millions of triples are no burden. */
    private static final long MOST_BYTES_COUNTED = 1L << 30;

    private static final Node MEDIA_TYPE =
            NodeFactory.createURI("https://www.iana.org/assignments/media-types/application/n-triples");

    private final Manifest manifest;
    private final DossierSettings settings;
    private final DatasetGraph dataset;
    private final Graph data;
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Node release;

    private ReleaseDescription(Manifest manifest, DossierSettings settings, DatasetGraph dataset) {
        this.manifest = manifest;
        this.settings = settings;
        this.dataset = dataset;
        this.data = dataset.getDefaultGraph();
        this.release = NodeFactory.createURI(iri(manifest));
    }

    /** The IRI of a release; it stands beside the dossier's ids. */
    public static String iri(Manifest manifest) {
        return beside(manifest, "release/" + manifest.id());
    }

    /** An address next to that of the ids, such as {@code https://example.org/sparql} for the base {@code …/id/}. */
    public static String beside(Manifest manifest, String name) {
        return URI.create(manifest.base()).resolve("../" + name).toString();
    }

    /** The description, for data that is read in a transaction. */
    public static Graph of(Manifest manifest, DossierSettings settings, DatasetGraph dataset) {
        ReleaseDescription description = new ReleaseDescription(manifest, settings, dataset);
        description.dataset();
        description.classes();
        description.files();
        description.units();
        return description.graph;
    }

    private void dataset() {
        add(release, RDF.type.asNode(), VOID.Dataset.asNode());
        add(release, RDF.type.asNode(), DCAT.Dataset.asNode());
        add(release, DCTerms.title.asNode(), Literals.text(settings.title()));
        if (settings.description() != null) {
            add(release, DCTerms.description.asNode(), Literals.text(settings.description()));
        }
        if (settings.licence() != null) {
            add(release, DCTerms.license.asNode(), NodeFactory.createURI(settings.licence()));
        }
        if (settings.publisher() != null) {
            add(release, DC_11.publisher.asNode(), Literals.text(settings.publisher()));
        }
        add(release, DCTerms.issued.asNode(), typed(manifest.built(), XSD.dateTime.getURI()));
        add(release, DCTerms.identifier.asNode(), Literals.text(manifest.id()));
        add(release, OWL.versionInfo.asNode(), Literals.text(manifest.id()));
        add(release, VOID.uriSpace.asNode(), Literals.text(manifest.base()));
        add(release, VOID.vocabulary.asNode(), NodeFactory.createURI(Names.TERMS.replaceFirst("#$", "")));
        add(release, VOID.sparqlEndpoint.asNode(), NodeFactory.createURI(beside(manifest, "sparql")));
        add(release, DCAT.landingPage.asNode(), NodeFactory.createURI(beside(manifest, "")));
        add(release, VOID.triples.asNode(), Literals.whole(manifest.counts().getOrDefault("triples", (long)
                data.size())));
        Long entities = manifest.counts().get("entities");
        if (entities != null) {
            add(release, VOID.entities.asNode(), Literals.whole(entities));
        }
    }

    /** How many things there are of each class of the dossier. */
    private void classes() {
        Map<String, Long> counts = new TreeMap<>();
        data.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(triple -> {
            Node type = triple.getObject();
            if (type.isURI() && type.getURI().startsWith(Names.TERMS)) {
                counts.merge(type.getURI(), 1L, Long::sum);
            }
        });
        counts.forEach((type, count) -> {
            Node part = part("class-" + type.substring(Names.TERMS.length()));
            add(release, VOID.classPartition.asNode(), part);
            add(part, VOID._class.asNode(), NodeFactory.createURI(type));
            add(part, VOID.entities.asNode(), Literals.whole(count));
        });
    }

    private void files() {
        for (Manifest.DataFile file : unitFiles()) {
            String name = name(file);
            Node distribution = part("file-" + name);
            Node checksum = part("checksum-" + name);
            Node address = address(file);
            add(release, DCAT.distribution.asNode(), distribution);
            add(release, VOID.dataDump.asNode(), address);
            add(distribution, RDF.type.asNode(), DCAT.Distribution.asNode());
            add(distribution, RDFS.label.asNode(), Literals.text(name));
            add(distribution, DCAT.downloadURL.asNode(), address);
            add(distribution, DCAT.mediaType.asNode(), MEDIA_TYPE);
            add(distribution, DCAT.byteSize.asNode(), Literals.whole(file.bytes()));
            add(distribution, spdx("checksum"), checksum);
            add(checksum, RDF.type.asNode(), spdx("Checksum"));
            add(checksum, spdx("algorithm"), spdx("checksumAlgorithm_sha256"));
            add(checksum, spdx("checksumValue"), typed(file.sha256(), XSD.hexBinary.getURI()));
        }
    }

    /** What each load unit is, with the number of its triples, which a converted file has known only since it was sorted. */
    private void units() {
        for (Manifest.DataFile file : unitFiles()) {
            Node unit = NodeFactory.createURI(Names.GRAPHS + name(file).replaceFirst("\\.nt$", ""));
            add(release, VOID.subset.asNode(), unit);
            add(unit, RDF.type.asNode(), VOID.Dataset.asNode());
            add(unit, VOID.dataDump.asNode(), address(file));
            if (file.bytes() <= MOST_BYTES_COUNTED) {
                add(
                        unit,
                        VOID.triples.asNode(),
                        Literals.whole(dataset.getGraph(unit).size()));
            }
        }
    }

    private List<Manifest.DataFile> unitFiles() {
        return manifest.data().stream()
                .filter(file -> file.name().endsWith(".nt"))
                .toList();
    }

    private static String name(Manifest.DataFile file) {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
    }

    private Node address(Manifest.DataFile file) {
        return NodeFactory.createURI(beside(manifest, "data/" + name(file)));
    }

    private Node part(String name) {
        return NodeFactory.createURI(release.getURI() + "#" + name.replaceAll("[^A-Za-z0-9._-]", "-"));
    }

    private static Node spdx(String name) {
        return NodeFactory.createURI(SPDX + name);
    }

    private static Node typed(String text, String datatype) {
        return NodeFactory.createLiteralDT(text, NodeFactory.getType(datatype));
    }

    private void add(Node subject, Node property, Node object) {
        graph.add(Triple.create(subject, property, object));
    }
}
