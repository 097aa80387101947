package org.dossier.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Manifest.DataFile;

/**
 * The releases of a dossier, and which of them is current.
 *
 * @param buildFolder the dossier's {@code build/}
 * @param indexFrom releases of this many triples carry a database
 */
public record Releases(Path buildFolder, long indexFrom) {

    /** Below this, a release is in memory before a database is open. */
    private static final long INDEX_FROM = 200_000;

    private static final String POINTER = "current";
    private static final String UNFINISHED = ".unfinished-";
    private static final String ID = "[0-9a-f]{32}";

    public Releases(Path buildFolder) {
        this(buildFolder, INDEX_FROM);
    }

    /** The release that is to be queried and served; nothing when there was no build yet. */
    public Optional<Release> current() {
        return currentId().map(this::at);
    }

    /** What the pointer says, whether there is such a release or not. */
    public Optional<String> currentId() {
        Path pointer = buildFolder.resolve(POINTER);
        try {
            String id = Files.readString(pointer).strip();
            if (!id.matches(ID)) {
                throw new SurroundingsException(
                        "damaged: " + pointer + " names no release; choose one with 'dossier releases --use ID'");
            }
            return Optional.of(id);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw Surroundings.cannot("read", pointer, failure);
        }
    }

    /**
     * Changes whenever a release is made current, even if it is the one that was so before: a damaged one may have given way
     * to a sound one. Nothing when there was no build yet.
     */
    public Optional<String> pointing() {
        Path pointer = buildFolder.resolve(POINTER);
        Optional<String> id = currentId();
        try {
            return id.isPresent()
                    ? Optional.of(id.get() + " since " + Files.getLastModifiedTime(pointer))
                    : Optional.empty();
        } catch (IOException failure) {
            throw Surroundings.cannot("read", pointer, failure);
        }
    }

    private Release at(String id) {
        Release release = Release.at(releasesFolder().resolve(id));
        if (!release.manifest().id().equals(id)) {
            throw new SurroundingsException("damaged: " + release.folder() + " is the release "
                    + release.manifest().id() + " under another name; build again with 'dossier build'");
        }
        return release;
    }

    /** The ids of all finished releases, damaged ones too, in the order of the alphabet. */
    public List<String> ids() {
        if (!Files.isDirectory(releasesFolder())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(releasesFolder())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches(ID))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw Surroundings.cannot("read", releasesFolder(), failure);
        }
    }

    /** The finished releases whose manifest can be read, the one built last first. */
    public List<Release> list() {
        List<Release> releases = new ArrayList<>();
        for (String id : ids()) {
            try {
                releases.add(at(id));
            } catch (SurroundingsException unreadable) {
                // Whoever verifies the ids is told; a list of what can be used goes on.
            }
        }
        releases.sort(
                Comparator.comparing((Release release) -> release.manifest().built())
                        .reversed());
        return releases;
    }

    /**
     * A release by its id, or by as much of the id's beginning as no other has.
     *
     * @throws SurroundingsException when its manifest cannot be read
     */
    public Optional<Release> named(String beginning) {
        List<String> found =
                ids().stream().filter(id -> id.startsWith(beginning)).toList();
        return found.size() == 1 && !beginning.isEmpty() ? Optional.of(at(found.get(0))) : Optional.empty();
    }

    /**
     * Makes a release current, after it has been verified.
     *
     * @throws SurroundingsException when it is damaged, or the pointer cannot be written
     */
    public void use(Release release) {
        release.verified();
        try (BuildLock lock = BuildLock.take(buildFolder)) {
            point(release.manifest().id());
        } catch (IOException failure) {
            throw Surroundings.cannot("write", buildFolder, failure);
        }
    }

    /**
     * Removes all releases but the newest and the current one.
     *
     * @param number of newest ones to keep
     * @return the ids of those that are gone
     * @throws SurroundingsException when one cannot be removed
     */
    public List<String> keep(int number) {
        try (BuildLock lock = BuildLock.take(buildFolder)) {
            List<String> kept = new ArrayList<>(list().stream()
                    .limit(number)
                    .map(release -> release.manifest().id())
                    .toList());
            currentId().ifPresent(kept::add);
            List<String> removed =
                    ids().stream().filter(id -> !kept.contains(id)).toList();
            for (String id : removed) {
                remove(id);
            }
            return removed;
        } catch (IOException failure) {
            throw Surroundings.cannot("remove", releasesFolder(), failure);
        }
    }

    /** Renamed first, so that nobody ever finds half a release under its id. */
    private void remove(String id) throws IOException {
        Path going = releasesFolder().resolve(UNFINISHED + id);
        Folders.delete(going);
        Files.move(releasesFolder().resolve(id), going, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(going);
    }

    /**
     * Writes a release beside the old one, reads it back, renames it and swaps the pointer. Content that is there
     * already is not written again.
     *
     * @param clock tells when it was built
     * @throws SurroundingsException when the disk does not do as it should; the old release is then as it was
     */
    public Release write(ReleaseContent content, String programVersion, Clock clock) {
        try (BuildLock lock = BuildLock.take(buildFolder)) {
            removeUnfinished();
            Path unfinished = releasesFolder()
                    .resolve(UNFINISHED + ProcessHandle.current().pid());
            return finish(unfinished, content, programVersion, clock);
        } catch (IOException failure) {
            throw Surroundings.cannot("write", buildFolder, failure);
        }
    }

    /** What a failed build leaves would only take up room, on a disk that may be full. */
    private Release finish(Path unfinished, ReleaseContent content, String programVersion, Clock clock)
            throws IOException {
        try {
            Release finished = rename(writeInto(unfinished, content, programVersion, clock));
            point(finished.manifest().id());
            return finished;
        } finally {
            Folders.delete(unfinished);
        }
    }

    private Release writeInto(Path folder, ReleaseContent content, String programVersion, Clock clock)
            throws IOException {
        Files.createDirectories(folder.resolve(Release.UNITS));
        for (String unit : content.units().keySet()) {
            NTriples.write(
                    folder.resolve(Release.UNITS).resolve(unit + ".nt"),
                    content.units().get(unit));
        }
        for (String unit : content.converted().keySet()) {
            NTriples.copy(
                    content.converted().get(unit), folder.resolve(Release.UNITS).resolve(unit + ".nt"));
        }
        NTriples.writeLines(folder.resolve(Release.POSITIONS), positionLines(content));
        if (!content.redirects().isEmpty()) {
            NTriples.writeLines(folder.resolve(Release.REDIRECTS), content.redirects());
        }
        List<DataFile> files = dataFiles(folder, folder);
        Manifest manifest = new Manifest(
                Digests.releaseId(files),
                content.title(),
                content.base(),
                clock.instant().toString(),
                programVersion,
                files,
                index(folder, content, files),
                content.inputs(),
                content.counts());
        Release.writeManifest(folder, manifest);
        for (Path inside : Folders.below(folder)) {
            Folders.force(inside);
        }
        return Release.at(folder).verified();
    }

    private List<DataFile> index(Path folder, ReleaseContent content, List<DataFile> files) throws IOException {
        long triples = content.units().values().stream().mapToLong(Graph::size).sum()
                + content.converted().values().stream()
                        .mapToLong(UnitLines::triples)
                        .sum();
        if (triples < indexFrom) {
            return List.of();
        }
        List<DataFile> units = files.stream().filter(Release::isUnit).toList();
        DiskIndex.write(folder, units, triples);
        return dataFiles(folder, folder.resolve(DiskIndex.FOLDER));
    }

    private static List<String> positionLines(ReleaseContent content) {
        return content.definitions().entrySet().stream()
                .map(entry -> String.join(
                        "\t",
                        entry.getKey(),
                        entry.getValue().file(),
                        Integer.toString(entry.getValue().line()),
                        Integer.toString(entry.getValue().column())))
                .sorted()
                .toList();
    }

    /** @param below the part of the release that is wanted */
    private static List<DataFile> dataFiles(Path folder, Path below) throws IOException {
        try (Stream<Path> found = Files.walk(below)) {
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            return files.parallelStream().map(file -> dataFile(folder, file)).toList();
        } catch (UncheckedIOException failure) {
            throw Objects.requireNonNull(failure.getCause());
        }
    }

    private static DataFile dataFile(Path folder, Path file) {
        try {
            String name = folder.relativize(file).toString().replace('\\', '/');
            return new DataFile(name, Digests.ofFile(file), Files.size(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Equal content has an equal id: a sound release of that id is kept, a damaged one gives way. */
    private Release rename(Release written) throws IOException {
        Path folder = releasesFolder().resolve(written.manifest().id());
        if (isSound(folder)) {
            return Release.at(folder);
        }
        if (Files.exists(folder)) {
            remove(written.manifest().id());
        }
        Files.move(written.folder(), folder, StandardCopyOption.ATOMIC_MOVE);
        Folders.force(releasesFolder());
        return Release.at(folder);
    }

    private static boolean isSound(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try {
            Release.at(folder).verified();
            return true;
        } catch (SurroundingsException damaged) {
            return false;
        }
    }

    private void point(String id) throws IOException {
        Path next = buildFolder.resolve(POINTER + ".next");
        Files.deleteIfExists(next);
        NTriples.writeLines(next, List.of(id));
        Files.move(next, buildFolder.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(buildFolder);
    }

    private void removeUnfinished() throws IOException {
        Files.createDirectories(releasesFolder());
        DiskIndex.clearAway(buildFolder);
        try (Stream<Path> folders = Files.list(releasesFolder())) {
            for (Path folder : folders.filter(Releases::isUnfinished).toList()) {
                Folders.delete(folder);
            }
        }
    }

    private static boolean isUnfinished(Path folder) {
        return folder.getFileName().toString().startsWith(UNFINISHED);
    }

    private Path releasesFolder() {
        return buildFolder.resolve("releases");
    }
}
