package org.dossier.bench.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Release;
import org.dossier.serve.DossierServer;
import org.dossier.serve.ServerSettings;
import org.dossier.serve.Setting;

/** Releases, with and without a database, of which one file has a bit turned over, an end cut off, or is gone. */
final class Damages {

    private static final int LARGEST_FLIP = 8;

    /** @param named refusals that named the damaged file */
    record Outcome(int damaged, int refused, int named) {}

    private final Random random = new Random(23);
    private int refused;
    private int named;

    private Damages() {}

    static Outcome run(int count) {
        Path folder = ShippedReleases.folder();
        try {
            return new Damages().run(folder, count);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            ShippedReleases.delete(folder);
        }
    }

    private Outcome run(Path folder, int count) throws IOException {
        List<Release> sound = List.of(
                ShippedReleases.write(folder.resolve("small"), 0, false),
                ShippedReleases.write(folder.resolve("large"), 0, true));
        for (int i = 0; i < count; i++) {
            Path file = someFile(sound.get(i % 2).folder());
            byte[] bytes = Files.readAllBytes(file);
            damage(file, bytes, i % 3);
            serve(sound.get(i % 2).folder(), file);
            Files.write(file, bytes);
        }
        sound.forEach(release -> start(release.folder()).close());
        return new Outcome(count, refused, named);
    }

    private Path someFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            // A file of nothing can only be missing, which is one case of many.
            List<Path> all = files.filter(
                            file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .sorted()
                    .toList();
            return all.get(random.nextInt(all.size()));
        }
    }

    private void damage(Path file, byte[] sound, int how) throws IOException {
        byte[] bytes = sound.clone();
        switch (how) {
            case 0 -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(LARGEST_FLIP));
                Files.write(file, bytes);
            }
            case 1 -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            default -> Files.delete(file);
        }
    }

    private void serve(Path release, Path damaged) {
        try (DossierServer server = start(release)) {
            Objects.requireNonNull(server.address());
        } catch (SurroundingsException refusal) {
            refused++;
            named += String.valueOf(refusal.getMessage()).contains(damaged.toString()) ? 1 : 0;
        }
    }

    private static DossierServer start(Path release) {
        return DossierServer.start(
                Release.at(release), ServerSettings.of(Map.of(Setting.PORT, "0")), (served, data) -> List.of());
    }
}
