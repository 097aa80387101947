package org.dossier.export.site;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.dossier.export.Documents;
import org.dossier.export.ReleaseDescription;
import org.dossier.pages.Edition;
import org.dossier.pages.Pages;
import org.dossier.triples.Names;

/** What pages tell, as RDF in files beside them. */
final class SiteDocuments {

    private static final String THINGS = "/doc/";
    private static final String KINDS = "/doc/kind/";
    private static final String UNITS = "/doc/graph/";

    private final Pages pages;
    private final Edition edition;
    private final Documents documents;
    private final Map<String, Supplier<Graph>> single;

    SiteDocuments(Pages pages) {
        this.pages = pages;
        this.edition = pages.edition();
        this.documents = new Documents(edition.data(), edition.manifest().base(), edition.vocabulary());
        this.single = Map.of(
                "/vocabulary",
                documents::ontology,
                "/release",
                () -> ReleaseDescription.of(edition.manifest(), edition.settings(), edition.data()));
    }

    /** The file at a path such as {@code /doc/ice.ttl}; nothing when the path is none of a file of RDF. */
    Optional<Supplier<ByteBuffer>> at(String path) {
        int dot = path.lastIndexOf('.');
        Optional<Documents.Form> form = Documents.Form.ending(dot < 0 ? "" : path.substring(dot + 1));
        return form.flatMap(ending -> graph(path.substring(0, dot)).map(graph -> () -> written(graph, ending)));
    }

    private ByteBuffer written(Supplier<Graph> graph, Documents.Form form) {
        return ByteBuffer.wrap(Txn.calculateRead(edition.data(), () -> documents.written(graph.get(), form)));
    }

    private Optional<Supplier<Graph>> graph(String document) {
        Supplier<Graph> one = single.get(document);
        return one != null
                ? Optional.of(one)
                : node(document).filter(this::isKnown).map(thing -> () -> documents.about(thing));
    }

    private Optional<Node> node(String document) {
        if (document.startsWith(UNITS)) {
            return Optional.of(NodeFactory.createURI(Names.GRAPHS + document.substring(UNITS.length())));
        }
        if (document.startsWith(KINDS)) {
            return pages.concept(document.substring(KINDS.length()));
        }
        return document.startsWith(THINGS)
                ? Optional.of(NodeFactory.createURI(edition.manifest().base() + document.substring(THINGS.length())))
                : Optional.empty();
    }

    private boolean isKnown(Node thing) {
        return Txn.calculateRead(
                edition.data(), () -> edition.data().getDefaultGraph().contains(thing, Node.ANY, Node.ANY));
    }
}
