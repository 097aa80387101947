package org.dossier.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.dossier.release.Manifest.DataFile;

/**
 * What a load unit says in one release and not in an earlier one, and the other way round. Units whose checksums are the
 * same are not read; of the others no more is held in memory than eight bytes for each triple, and the triples that differ.
 *
 * @param unit its name, as its graph is called
 * @param come how many triples are new
 * @param gone how many are not there any more
 * @param comeTriples the new ones; empty when there are more than were asked for
 * @param goneTriples those that are gone; empty likewise
 */
public record UnitDifference(String unit, long come, long gone, Graph comeTriples, Graph goneTriples) {

    private static final long[] NOTHING = {};

    /**
     * The units that differ, in order of their names.
     *
     * @param most how many triples of a unit are kept on each side
     * @throws org.dossier.problem.SurroundingsException when a file cannot be read
     */
    public static List<UnitDifference> between(Release before, Release after, int most) {
        Map<String, DataFile> old = units(before);
        Map<String, DataFile> young = units(after);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(young.keySet());
        List<UnitDifference> differences = new ArrayList<>();
        for (String name : names) {
            Optional<DataFile> then = Optional.ofNullable(old.get(name));
            Optional<DataFile> now = Optional.ofNullable(young.get(name));
            if (!then.map(DataFile::sha256).equals(now.map(DataFile::sha256))) {
                differences.add(difference(
                        name,
                        then.map(file -> before.folder().resolve(file.name())),
                        now.map(file -> after.folder().resolve(file.name())),
                        most));
            }
        }
        return differences;
    }

    private static Map<String, DataFile> units(Release release) {
        return release.manifest().data().stream()
                .filter(Release::isUnit)
                .collect(Collectors.toMap(Release::unitName, file -> file));
    }

    private static UnitDifference difference(String name, Optional<Path> then, Optional<Path> now, int most) {
        Lines come = missing(now, then.map(UnitDifference::marks).orElse(NOTHING), most);
        Lines gone = missing(then, now.map(UnitDifference::marks).orElse(NOTHING), most);
        return new UnitDifference(name, come.count, gone.count, come.triples(), gone.triples());
    }

    /** Lines of a file, as many as are kept. */
    private static final class Lines {
        private final List<String> kept = new ArrayList<>();
        private final int most;
        private long count;

        Lines(int most) {
            this.most = most;
        }

        void add(String line) {
            count++;
            if (count <= most) {
                kept.add(line);
            } else {
                kept.clear();
            }
        }

        Graph triples() {
            Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
            RDFParser.create()
                    .fromString(String.join("\n", kept))
                    .lang(Lang.NTRIPLES)
                    .labelToNode(LabelToNode.createUseLabelEncoded())
                    .parse(graph);
            return graph;
        }
    }

    /** The lines of a file that are not among those known by their marks. */
    private static Lines missing(Optional<Path> file, long[] known, int most) {
        Lines missing = new Lines(most);
        file.ifPresent(path -> {
            try (Stream<String> lines = Files.lines(path, UTF_8)) {
                lines.filter(line -> Arrays.binarySearch(known, mark(line)) < 0).forEach(missing::add);
            } catch (IOException failure) {
                throw Surroundings.cannot("read", path, failure);
            }
        });
        return missing;
    }

    private static long[] marks(Path file) {
        try (Stream<String> lines = Files.lines(file, UTF_8)) {
            return lines.mapToLong(UnitDifference::mark).sorted().toArray();
        } catch (IOException failure) {
            throw Surroundings.cannot("read", file, failure);
        }
    }

    private static final long START = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x100000001b3L;

    /** FNV-1a: of ten million lines some two in a hundred thousand files would have the same. */
    private static long mark(String line) {
        long mark = START;
        for (int i = 0; i < line.length(); i++) {
            mark = (mark ^ line.charAt(i)) * FACTOR;
        }
        return mark;
    }
}
