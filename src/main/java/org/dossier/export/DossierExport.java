package org.dossier.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dossier.triples.CanonicalBlankNodes;
import org.dossier.triples.Names;
import org.dossier.triples.SortedTurtle;
import org.dossier.triples.VocabularyReader;
import org.dossier.vocabulary.Vocabulary;

/** One release as files. What is written depends on its triples alone, whatever order they are held in. */
public final class DossierExport {

    /** Load units of the ontology are called after its folder. */
    private static final String ONTOLOGY = "ontology-";

    private final SortedMap<String, Graph> units = new TreeMap<>();
    private final Map<String, String> prefixes;
    private final Vocabulary vocabulary;

    /**
     * @param data a release: each load unit as a named graph, those of the ontology among them
     * @param base IRI that the dossier's ids are put behind
     */
    public DossierExport(DatasetGraph data, String base) {
        Iterator<Node> names = data.listGraphNodes();
        while (names.hasNext()) {
            Node name = names.next();
            units.put(Names.localName(name), data.getGraph(name));
        }
        this.prefixes = Names.prefixes(base);
        this.vocabulary = new VocabularyReader(union(true), Graph.emptyGraph).read();
    }

    /** The terms, or everything else. */
    private Graph union(boolean ofTerms) {
        Graph union = GraphMemFactory.createDefaultGraphSameTerm();
        units.forEach((name, unit) -> {
            if (name.startsWith(ONTOLOGY) == ofTerms) {
                GraphUtil.addInto(union, unit);
            }
        });
        return union;
    }

    /**
     * Writes the files of these formats and {@code SHA256SUMS} over them. Files of an earlier export give way only when
     * all new ones are whole and on the disk; other files in the folder stay.
     *
     * @param folder made when it is not there
     * @return what was written, in order of the names
     * @throws org.dossier.problem.SurroundingsException when the disk does not do as it should; it names the file
     */
    public List<Path> write(Path folder, Collection<ExportFormat> formats) {
        ExportFolder files = new ExportFolder(folder);
        if (formats.contains(ExportFormat.TTL)) {
            files.add("dossier.ttl", this::turtle);
        }
        if (formats.contains(ExportFormat.NQ)) {
            files.add("dossier.nq", this::quads);
        }
        if (formats.contains(ExportFormat.TRIG)) {
            files.add("dossier.trig", this::trig);
        }
        if (formats.contains(ExportFormat.JSONLD)) {
            files.add("dossier.jsonld", this::json);
            files.add("context.jsonld", new JsonLd(prefixes, vocabulary)::context);
        }
        if (formats.contains(ExportFormat.ONTOLOGY)) {
            units.tailMap(ONTOLOGY).forEach((name, unit) -> {
                if (name.startsWith(ONTOLOGY)) {
                    files.add(ontologyFile(name), out -> new SortedTurtle(prefixes).write(unit, out));
                }
            });
        }
        return files.write();
    }

    /** {@code ontology.ttl} for the terms, {@code kinds.ttl} and so on for what stands beside them. */
    private static String ontologyFile(String unit) {
        String name = unit.substring(ONTOLOGY.length());
        return (name.equals("dossier") ? "ontology" : name) + ".ttl";
    }

    /** What is said of each subject, in order of the sections. */
    private List<Placed> placed() {
        Sections sections = new Sections(vocabulary);
        return Blocks.bySubject(Blocks.sorted(CanonicalBlankNodes.of(union(false)))).stream()
                .map(block -> new Placed(sections.of(block), block))
                .sorted(Comparator.comparing(Placed::section))
                .toList();
    }

    /** What is said of one subject, and the section that it belongs to. */
    private record Placed(Sections.Section section, List<Triple> block) {}

    private void turtle(OutputStream out) throws IOException {
        SortedTurtle turtle = new SortedTurtle(prefixes);
        Writer writer = writer(out);
        turtle.head(writer);
        String title = "";
        for (Placed placed : placed()) {
            if (!placed.section().title().equals(title)) {
                title = placed.section().title();
                writer.write("\n# " + title + "\n");
            }
            turtle.blocks(placed.block(), "", writer);
        }
        writer.flush();
    }

    private void json(OutputStream out) throws IOException {
        List<List<Triple>> blocks = placed().stream().map(Placed::block).toList();
        new JsonLd(prefixes, vocabulary).document(blocks, out);
    }

    private void trig(OutputStream out) throws IOException {
        SortedTurtle turtle = new SortedTurtle(prefixes);
        Writer writer = writer(out);
        turtle.head(writer);
        for (Map.Entry<String, Graph> unit : units.entrySet()) {
            writer.write("\n" + turtle.term(graphName(unit.getKey())) + " {\n");
            turtle.blocks(sorted(unit), "    ", writer);
            writer.write("}\n");
        }
        writer.flush();
    }

    private void quads(OutputStream out) throws IOException {
        Writer writer = writer(out);
        for (Map.Entry<String, Graph> unit : units.entrySet()) {
            String graph = " " + NodeFmtLib.strNT(graphName(unit.getKey())) + " .\n";
            for (Triple triple : sorted(unit)) {
                writer.write(NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                        + NodeFmtLib.strNT(triple.getObject()) + graph);
            }
        }
        writer.flush();
    }

    private static List<Triple> sorted(Map.Entry<String, Graph> unit) {
        return Blocks.sorted(
                CanonicalBlankNodes.of(unit.getValue(), unit.getKey().replaceAll("[^A-Za-z0-9]", "")));
    }

    private static Node graphName(String unit) {
        return NodeFactory.createURI(Names.GRAPHS + unit);
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    }
}
