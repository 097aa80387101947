package org.dossier.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.evidence.QuoteLock;
import org.dossier.mapping.DossierImports;
import org.dossier.problem.Problem;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Release;

/**
 * {@code build/last-build.json}: what the last build read and came to, so that a build of which no input has changed is
 * over at once.
 */
final class LastBuild {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a dossier is made of. */
    private static final List<String> INPUTS =
            List.of("dossier.yaml", "facts", "imports", "links", "ontology", "sources");

    /** Registers to link with, which no build reads. */
    private static final Path TARGETS = Path.of("links", "targets");

    /** Problems with files that may turn up somewhere: nobody can tell that nothing has changed. */
    private static final Set<String> OF_ABSENT_FILES = Set.of("absent-file", "other-file");

    private final Path folder;
    private final String inputs;

    private record Stamp(String inputs, String release, List<Problem> problems, Balance balance) {}

    private LastBuild(Path folder, String inputs) {
        this.folder = folder;
        this.inputs = inputs;
    }

    /** Looks at all inputs as they are now, before they are read. */
    static LastBuild of(Path folder, Options options, String program) {
        MessageDigest digest = sha256();
        try {
            add(program + " " + stateOfTheProgram() + " " + options + "\n", digest);
            for (String part : INPUTS) {
                add(folder.resolve(part), folder, digest);
            }
            for (Path texts : options.sources()) {
                add(texts, texts, digest);
            }
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + folder + ": " + failure.getMessage(), failure);
        }
        return new LastBuild(folder, HexFormat.of().formatHex(digest.digest()));
    }

    private static void add(Path file, Path relativeTo, MessageDigest digest) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<Path> files = Files.walk(file)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                Path name = relativeTo.relativize(each);
                if (!name.startsWith(TARGETS) && !name.endsWith(Path.of(QuoteLock.PATH))) {
                    add(name + " " + Files.size(each) + "\n", digest);
                    digest.update(Files.readAllBytes(each));
                }
            }
        }
    }

    /** Somebody who changes the program wants to see what it does now. */
    private static String stateOfTheProgram() throws IOException {
        try {
            Path place = Path.of(LastBuild.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<String> state = new ArrayList<>();
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    state.add(Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
            return String.join(" ", state);
        } catch (URISyntaxException failure) {
            throw new IllegalStateException("the program is nowhere", failure);
        }
    }

    private static void add(String text, MessageDigest digest) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java has SHA-256", missing);
        }
    }

    /** The inputs with the lock of quotes, which a build writes itself, and the files of imports that lie elsewhere. */
    private String all() throws IOException {
        MessageDigest digest = sha256();
        add(inputs + "\n" + DossierImports.stateOfFiles(Import.converted(folder)), digest);
        Path lock = folder.resolve(QuoteLock.PATH);
        if (Files.isRegularFile(lock)) {
            digest.update(Files.readAllBytes(lock));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What the last build came to, if it would come to the same again, and its release is current and sound. */
    Optional<Build.Outcome> outcome() {
        try {
            if (!Files.isRegularFile(file())) {
                return Optional.empty();
            }
            Stamp stamp = JSON.readValue(file().toFile(), Stamp.class);
            return stamp.inputs().equals(all())
                    ? sound(stamp.release())
                            .map(release -> new Build.Outcome(stamp.problems(), Optional.of(release), stamp.balance()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            // What cannot be read is built again.
            return Optional.empty();
        }
    }

    private Optional<Release> sound(String id) {
        try {
            return Build.releases(folder)
                    .current()
                    .filter(release -> release.manifest().id().equals(id))
                    .map(Release::verified);
        } catch (SurroundingsException damaged) {
            return Optional.empty();
        }
    }

    /** Remembers a build that left a release. */
    void remember(List<Problem> problems, Release release, Balance balance) {
        if (problems.stream().anyMatch(problem -> OF_ABSENT_FILES.contains(problem.code()))) {
            return;
        }
        Path next = file().resolveSibling("last-build.json.next");
        try {
            JSON.writeValue(next.toFile(), new Stamp(all(), release.manifest().id(), problems, balance));
            Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file() + ": " + failure.getMessage(), failure);
        }
    }

    private Path file() {
        return folder.resolve("build").resolve("last-build.json");
    }
}
