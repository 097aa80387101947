package org.dossier.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Manifest.DataFile;

/**
 * The releases of a dossier, and which of them is current.
 *
 * @param buildFolder the dossier's {@code build/}
 */
public record Releases(Path buildFolder) {

    private static final String POINTER = "current";
    private static final String UNFINISHED = ".unfinished-";

    /** The release that is to be queried and served; nothing when there was no build yet. */
    public Optional<Release> current() {
        try {
            String id = Files.readString(buildFolder.resolve(POINTER)).strip();
            return Optional.of(Release.at(releasesFolder().resolve(id)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw cannot("read", buildFolder.resolve(POINTER), failure);
        }
    }

    /** All finished releases, the one built last first. */
    public List<Release> list() {
        if (!Files.isDirectory(releasesFolder())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(releasesFolder())) {
            return folders.filter(folder -> !isUnfinished(folder))
                    .map(Release::at)
                    .sorted(Comparator.comparing(
                                    (Release release) -> release.manifest().built())
                            .reversed())
                    .toList();
        } catch (IOException failure) {
            throw cannot("read", releasesFolder(), failure);
        }
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
            Release written = writeInto(unfinished, content, programVersion, clock);
            Release finished = rename(written);
            point(finished.manifest().id());
            return finished;
        } catch (IOException failure) {
            throw cannot("write", buildFolder, failure);
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
        NTriples.writeLines(folder.resolve(Release.POSITIONS), positionLines(content));
        List<DataFile> files = dataFiles(folder);
        Manifest manifest = new Manifest(
                Digests.releaseId(files),
                content.title(),
                content.base(),
                clock.instant().toString(),
                programVersion,
                files,
                content.inputs(),
                content.counts());
        Release.writeManifest(folder.resolve(Release.MANIFEST), manifest);
        return Release.at(folder).verified();
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

    private static List<DataFile> dataFiles(Path folder) throws IOException {
        List<DataFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.add(new DataFile(name, Digests.ofFile(file), Files.size(file)));
            }
        }
        return files;
    }

    /** Equal content has an equal id: a sound release of that id is kept, a damaged one gives way. */
    private Release rename(Release written) throws IOException {
        Path folder = releasesFolder().resolve(written.manifest().id());
        if (isSound(folder)) {
            delete(written.folder());
            return Release.at(folder);
        }
        delete(folder);
        Files.move(written.folder(), folder, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(releasesFolder());
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
        forceFolder(buildFolder);
    }

    /** A rename is durable once its folder is; Windows has no such call and needs none. */
    private static void forceFolder(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void removeUnfinished() throws IOException {
        Files.createDirectories(releasesFolder());
        try (Stream<Path> folders = Files.list(releasesFolder())) {
            for (Path folder : folders.filter(Releases::isUnfinished).toList()) {
                delete(folder);
            }
        }
    }

    private static boolean isUnfinished(Path folder) {
        return folder.getFileName().toString().startsWith(UNFINISHED);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path releasesFolder() {
        return buildFolder.resolve("releases");
    }

    private static SurroundingsException cannot(String what, Path file, IOException failure) {
        return new SurroundingsException("cannot " + what + " " + file + ": " + failure.getMessage(), failure);
    }
}
