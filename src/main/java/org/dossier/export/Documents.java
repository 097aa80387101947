package org.dossier.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.dossier.triples.CanonicalBlankNodes;
import org.dossier.triples.Names;
import org.dossier.triples.SortedTurtle;
import org.dossier.vocabulary.Vocabulary;

/** What is said of single things, as small documents of RDF, each with the same bytes every time. */
public final class Documents {

    /** A thing that more links name is told of without those that are left. */
    private static final int MOST_LINKS = 2_000;

    private static final String ONTOLOGY = Names.GRAPHS + "ontology-";

    private final DatasetGraph data;
    private final Map<String, String> prefixes;
    private final Vocabulary vocabulary;

    /** @param base IRI that the dossier's ids are put behind */
    public Documents(DatasetGraph data, String base, Vocabulary vocabulary) {
        this.data = data;
        this.prefixes = Names.prefixes(base);
        this.vocabulary = vocabulary;
    }

    /** How a document can be written. */
    public enum Form {
        TTL("text/turtle"),
        JSONLD("application/ld+json"),
        NT("application/n-triples");

        private final String type;

        Form(String type) {
            this.type = type;
        }

        /** Its media type. */
        public String type() {
            return type;
        }

        /** How the names of its files end, without the dot. */
        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The form whose files end so. */
        public static Optional<Form> ending(String extension) {
            return Arrays.stream(values())
                    .filter(form -> form.extension().equals(extension))
                    .findFirst();
        }
    }

    /**
     * What is said of a thing: its own properties, the links that it has as claims, the records that name it, and the words
     * that all of these rest on.
     */
    public Graph about(Node thing) {
        Graph all = data.getDefaultGraph();
        Graph about = GraphFactory.createDefaultGraph();
        describe(thing, all, about);
        Iterator<Triple> naming = Iter.limit(all.find(Node.ANY, Node.ANY, thing), MOST_LINKS);
        List<Triple> links = Iter.toList(naming);
        for (Triple link : links) {
            about.add(link);
            boolean isClaim = link.getPredicate().equals(RDF.subject.asNode())
                    || link.getPredicate().equals(RDF.object.asNode());
            if (isClaim) {
                describe(link.getSubject(), all, about);
            }
        }
        return about;
    }

    private static void describe(Node thing, Graph all, Graph about) {
        for (Triple triple : all.find(thing, Node.ANY, Node.ANY).toList()) {
            about.add(triple);
            boolean isWords = triple.getPredicate().equals(Names.HAS_EVIDENCE)
                    || triple.getPredicate().equals(Names.HAS_COUNTER_EVIDENCE);
            if (isWords) {
                GraphUtil.addInto(about, triplesOf(triple.getObject(), all));
            }
        }
    }

    private static Graph triplesOf(Node thing, Graph all) {
        Graph own = GraphFactory.createDefaultGraph();
        all.find(thing, Node.ANY, Node.ANY).forEachRemaining(own::add);
        return own;
    }

    /** The terms and kinds, without what is said with them. */
    public Graph ontology() {
        Graph ontology = GraphFactory.createDefaultGraph();
        for (Node unit : Iter.toList(data.listGraphNodes())) {
            if (unit.isURI() && unit.getURI().startsWith(ONTOLOGY)) {
                GraphUtil.addInto(ontology, data.getGraph(unit));
            }
        }
        return ontology;
    }

    /** The bytes of a document. */
    public byte[] written(Graph graph, Form form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            switch (form) {
                case TTL -> new SortedTurtle(prefixes).write(graph, bytes);
                case NT -> lines(graph, bytes);
                case JSONLD ->
                    new JsonLd(prefixes, vocabulary)
                            .document(Blocks.bySubject(Blocks.sorted(CanonicalBlankNodes.of(graph))), bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail so", impossible);
        }
        return bytes.toByteArray();
    }

    private static void lines(Graph graph, ByteArrayOutputStream bytes) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(bytes, UTF_8));
        for (Triple triple : Blocks.sorted(CanonicalBlankNodes.of(graph))) {
            writer.write(NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                    + NodeFmtLib.strNT(triple.getObject()) + " .\n");
        }
        writer.flush();
    }

    /** The context that the JSON-LD documents bring with them, for those who write JSON of their own. */
    public byte[] context() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new JsonLd(prefixes, vocabulary).context(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail so", impossible);
        }
        return bytes.toByteArray();
    }
}
