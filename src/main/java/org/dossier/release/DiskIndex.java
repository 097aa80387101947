package org.dossier.release;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Manifest.DataFile;
import org.dossier.triples.TermTable;
import org.dossier.triples.UnitReader;

/**
 * The TDB2 database that a large release carries, so that it opens at once and need not fit into memory. It holds each
 * triple once, in the graph of its load unit.
 */
final class DiskIndex {

    static final String FOLDER = "index";

    private static final String OPEN = "open";
    private static final String LOCK = "tdb.lock";
    private static final String JOURNAL = "journal.jrnl";

    /** Measured: 174 bytes for a triple when there are millions, more when there are few. */
    private static final long BYTES_OF_A_TRIPLE = 400;

    /**
     * Half of what TDB2 keeps by itself. Looking a triple up by its subject, predicate or object is as fast within one
     * graph as in all, since few graphs say the same of the same thing.
     */
    private static final StoreParams INDEXES = StoreParams.builder("dossier")
            .primaryIndexQuads("GSPO")
            .quadIndexes(new String[] {"GSPO", "SPOG", "POSG", "OSPG"})
            .build();

    private static final AtomicInteger OPENED = new AtomicInteger();

    private DiskIndex() {}

    /**
     * Fills a database from the load units of a release.
     *
     * @throws SurroundingsException when there is no room for it; a loader that meets a full disk could wait for ever
     */
    static void write(Path release, List<DataFile> units, long triples) throws IOException {
        Path folder = Files.createDirectories(release.resolve(FOLDER));
        if (Files.getFileStore(folder).getUsableSpace() < triples * BYTES_OF_A_TRIPLE) {
            throw new SurroundingsException("cannot write " + folder + ": No space left on device");
        }
        DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(folder.toString()), INDEXES);
        try {
            TermTable terms = new TermTable();
            PackedDatabase.fill(database, terms, read(release, units, terms));
        } finally {
            TDBInternal.expel(database);
        }
        removeLocks(folder);
    }

    private static void removeLocks(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path lock : files.filter(file -> file.endsWith(LOCK)).toList()) {
                Files.delete(lock);
            }
        }
    }

    private static NumberedQuads read(Path release, List<DataFile> units, TermTable terms) throws IOException {
        NumberedQuads quads = new NumberedQuads();
        for (DataFile unit : units) {
            int graph = terms.number(Release.graphName(unit));
            new UnitReader(terms, (subject, predicate, object) -> quads.add(graph, subject, predicate, object))
                    .read(release.resolve(unit.name()));
        }
        return quads;
    }

    /**
     * Opens a copy that costs nothing, since its files are the same ones by other names: TDB2 writes a lock beside them,
     * and no second process could read the release otherwise.
     *
     * @param base IRI that the dossier's ids are put behind
     */
    static DatasetGraph open(Path release, String base) throws IOException {
        Path copy = room(release.resolveSibling("..").normalize().resolve(OPEN));
        Path index = release.resolve(FOLDER);
        try (Stream<Path> files = Files.walk(index)) {
            for (Path file : files.toList()) {
                link(file, copy.resolve(index.relativize(file).toString()));
            }
        }
        return new IndexedDataset(DatabaseMgr.connectDatasetGraph(Location.create(copy.toString())), copy, base);
    }

    /** Beside the releases, where names cost nothing; where nobody may write, among the temporary files. */
    private static Path room(Path open) throws IOException {
        String name = ProcessHandle.current().pid() + "-" + OPENED.incrementAndGet();
        try {
            return Files.createDirectories(open.resolve(name));
        } catch (FileSystemException readOnly) {
            return Files.createTempDirectory("dossier-" + name + "-");
        }
    }

    private static void link(Path file, Path to) throws IOException {
        if (Files.isDirectory(file)) {
            Files.createDirectories(to);
        } else if (file.endsWith(JOURNAL)) {
            Files.copy(file, to);
        } else {
            try {
                Files.createLink(to, file);
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                Files.copy(file, to);
            }
        }
    }

    /** Removes the copies of processes that are gone. */
    static void clearAway(Path buildFolder) throws IOException {
        Path open = buildFolder.resolve(OPEN);
        if (!Files.isDirectory(open)) {
            return;
        }
        List<Path> left = new ArrayList<>();
        try (Stream<Path> copies = Files.list(open)) {
            copies.filter(copy -> !isInUse(copy)).forEach(left::add);
        }
        for (Path copy : left) {
            Folders.delete(copy);
        }
    }

    private static boolean isInUse(Path copy) {
        String name = copy.getFileName().toString();
        String process = name.substring(0, Math.max(0, name.indexOf('-')));
        return process.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(process)).isPresent();
    }
}
