package org.dossier.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sys.JenaSystem;

/** The files of {@code ontology/} and the cases that test them. */
final class OntologyFiles {

    static final Path FOLDER = Path.of("ontology");
    static final Path RESOURCES = Path.of("src", "test", "resources");

    static final PrefixMapping PREFIXES = PrefixMapping.Factory.create()
            .setNsPrefix("dossier", "https://w3id.org/dossier/ns#")
            .setNsPrefix("id", "https://w3id.org/dossier/id/")
            .setNsPrefix("kind", "https://w3id.org/dossier/kind/")
            .setNsPrefix("org", "http://www.w3.org/ns/org#")
            .setNsPrefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
            .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
            .setNsPrefix("shape", "https://w3id.org/dossier/shape/")
            .setNsPrefix("skos", "http://www.w3.org/2004/02/skos/core#")
            .setNsPrefix("dcterms", "http://purl.org/dc/terms/")
            .lock();

    static {
        JenaSystem.init();
    }

    private OntologyFiles() {}

    /** Terms, kinds and alignments as one graph. */
    static Graph terms() {
        return union(List.of("dossier.ttl", "kinds.ttl", "alignments.ttl").stream()
                .map(name -> read(FOLDER.resolve(name)))
                .toList());
    }

    static Graph shapes() {
        return read(FOLDER.resolve("shapes.ttl"));
    }

    static Graph read(Path turtle) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        RDFParser.source(turtle).parse(graph);
        return graph;
    }

    static Graph union(List<Graph> graphs) {
        Graph union = GraphMemFactory.createDefaultGraphSameTerm();
        graphs.forEach(graph -> graph.find().forEachRemaining(union::add));
        return union;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    /** The lines of a file that say something: without blank ones and comments. */
    static List<String> lines(Path file) {
        return text(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Folders or files directly below a folder, in order of their names; none when it is not there. */
    static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + folder, failure);
        }
    }

    /** A node as people write it: {@code dossier:uses}, or its text. */
    static String shortName(Node node) {
        if (node.isURI()) {
            return PREFIXES.shortForm(node.getURI());
        }
        return node.isLiteral() ? node.getLiteralLexicalForm() : "a blank node";
    }
}
