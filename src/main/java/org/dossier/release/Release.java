package org.dossier.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.system.Txn;
import org.dossier.facts.Redirects;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Manifest.DataFile;
import org.dossier.triples.Names;
import org.dossier.triples.TermTable;
import org.dossier.triples.UnitReader;

/**
 * One release on disk.
 *
 * @param folder {@code build/releases/<id>}
 */
public record Release(Path folder, Manifest manifest) {

    static final String MANIFEST = "manifest.json";
    static final String SEAL = "manifest.sha256";
    static final String UNITS = "units";
    static final String POSITIONS = "positions.tsv";
    static final String REDIRECTS = "redirects.tsv";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws SurroundingsException when there is no readable manifest */
    public static Release at(Path folder) {
        Path file = folder.resolve(MANIFEST);
        try {
            return new Release(folder, JSON.readValue(file.toFile(), Manifest.class));
        } catch (IOException unreadable) {
            throw new SurroundingsException(
                    "the release is damaged: " + file + " cannot be read; build again with 'dossier build'",
                    unreadable);
        }
    }

    /** @throws SurroundingsException when a file is missing, or is not what was written; it names the file */
    public Release verified() {
        verifySeal();
        Stream.concat(manifest.data().stream(), manifest.index().stream())
                .parallel()
                .forEach(this::verify);
        if (!Digests.releaseId(manifest.data()).equals(manifest.id())) {
            throw damaged(folder.resolve(MANIFEST));
        }
        return this;
    }

    /** The manifest vouches for the data; a file beside it vouches for the manifest. */
    private void verifySeal() {
        Path file = folder.resolve(MANIFEST);
        Path seal = folder.resolve(SEAL);
        try {
            if (!Files.readString(seal).equals(seal(file))) {
                throw new SurroundingsException("the release is damaged: " + file + " is not what " + seal
                        + " says; build again with 'dossier build'");
            }
        } catch (IOException unreadable) {
            throw damaged(seal);
        }
    }

    /** A line that {@code sha256sum -c} understands. */
    private static String seal(Path manifest) throws IOException {
        return Digests.ofFile(manifest) + "  " + MANIFEST + "\n";
    }

    private void verify(String name) {
        manifest.data().stream().filter(file -> file.name().equals(name)).forEach(this::verify);
    }

    private void verify(DataFile expected) {
        Path file = folder.resolve(expected.name());
        try {
            if (Files.size(file) != expected.bytes() || !Digests.ofFile(file).equals(expected.sha256())) {
                throw damaged(file);
            }
        } catch (IOException unreadable) {
            throw damaged(file);
        }
    }

    private static SurroundingsException damaged(Path file) {
        return new SurroundingsException("the release is damaged: " + file
                + " is missing or is not what was written; build again with 'dossier build'");
    }

    /**
     * Everything as the default graph, and each load unit as a named graph. The triples themselves are shared between
     * the two; only their indexes stand in memory twice.
     */
    public DatasetGraph load() {
        Graph everything = GraphMemFactory.createGraphMem2();
        everything.getPrefixMapping().setNsPrefixes(Names.prefixes(manifest.base()));
        DatasetGraph dataset = new DatasetGraphMapLink(everything);
        TermTable terms = new TermTable();
        for (DataFile file : manifest.data()) {
            if (isUnit(file)) {
                dataset.addGraph(graphName(file), loadUnit(file, terms, everything));
            }
        }
        return dataset;
    }

    /** Whether it carries a database, so that it need not fit into memory. */
    public boolean isIndexed() {
        return !manifest.index().isEmpty();
    }

    /**
     * The same data as {@link #load()} gives, from the database on disk where there is one. Whoever reads it does so in a
     * transaction, and closes it in the end.
     *
     * @throws SurroundingsException when the database cannot be opened
     */
    public DatasetGraph open() {
        try {
            return isIndexed() ? DiskIndex.open(folder, manifest.base()) : load();
        } catch (IOException failure) {
            throw Surroundings.cannot("open", folder.resolve(DiskIndex.FOLDER), failure);
        }
    }

    /**
     * Asks the same data, in a transaction that ends with the question.
     *
     * @throws SurroundingsException when the database cannot be opened
     */
    public <T> T read(Function<DatasetGraph, T> question) {
        DatasetGraph data = open();
        try {
            return Txn.calculateRead(data, () -> question.apply(data));
        } finally {
            data.close();
        }
    }

    static boolean isUnit(DataFile file) {
        return file.name().startsWith(UNITS + "/");
    }

    /** The local name of the graph that a file of triples became. */
    static String unitName(DataFile unit) {
        return unit.name().substring(UNITS.length() + 1).replaceFirst("\\.nt$", "");
    }

    static Node graphName(DataFile unit) {
        return NodeFactory.createURI(Names.GRAPHS + unitName(unit));
    }

    /** What was read is compared with the manifest too: a file that was cut between two lines reads as well as a whole one. */
    private Graph loadUnit(DataFile file, TermTable terms, Graph everything) {
        Graph unit = GraphMemFactory.createGraphMem2();
        try (DigestInputStream bytes = Digests.reading(folder.resolve(file.name()))) {
            new UnitReader(terms, (subject, predicate, object) -> {
                        Triple triple = Triple.create(terms.term(subject), terms.term(predicate), terms.term(object));
                        unit.add(triple);
                        everything.add(triple);
                    })
                    .read(bytes);
            if (Digests.ofAll(bytes).equals(file.sha256())) {
                return unit;
            }
        } catch (IOException unreadable) {
            throw damaged(folder.resolve(file.name()));
        }
        throw damaged(folder.resolve(file.name()));
    }

    /** Where each thing was defined, by its IRI. */
    public Map<String, Place> definitions() {
        verify(POSITIONS);
        Map<String, Place> places = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(folder.resolve(POSITIONS))) {
                String[] cells = line.split("\t", -1);
                places.put(cells[0], new Place(cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3])));
            }
            return places;
        } catch (IOException unreadable) {
            throw damaged(folder.resolve(POSITIONS));
        }
    }

    /** Where ids lead that things no longer had when it was built. */
    public Redirects redirects() {
        verify(REDIRECTS);
        Problems problems = new Problems();
        Redirects redirects = Redirects.read(folder, REDIRECTS, problems);
        if (problems.hasErrors()) {
            throw damaged(folder.resolve(REDIRECTS));
        }
        return redirects;
    }

    static void writeManifest(Path folder, Manifest manifest) throws IOException {
        Path file = folder.resolve(MANIFEST);
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest);
        NTriples.writeLines(file, Objects.requireNonNull(text).lines().toList());
        NTriples.writeLines(folder.resolve(SEAL), seal(file).lines().toList());
    }
}
