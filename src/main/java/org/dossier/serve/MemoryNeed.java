package org.dossier.serve;

import java.util.Locale;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Manifest;
import org.dossier.release.Manifest.DataFile;

/** Whether a release fits into memory, before it is tried. */
final class MemoryNeed {

    /** Measured: 310 bytes for a triple whose line has 125, with its load unit beside it as a named graph. */
    private static final double BYTES_OF_A_BYTE = 2.5;

    /** The rest is for queries and their answers. */
    private static final double MOST_OF_MEMORY = 0.7;

    private static final double MEGABYTE = 1 << 20;

    private MemoryNeed() {}

    static long of(Manifest manifest) {
        long lines = manifest.data().stream()
                .filter(file -> file.name().endsWith(".nt"))
                .mapToLong(DataFile::bytes)
                .sum();
        return (long) (lines * BYTES_OF_A_BYTE);
    }

    /** @param taken bytes that other data take already */
    static boolean fits(Manifest manifest, long taken) {
        return of(manifest) <= free(taken);
    }

    private static long free(long taken) {
        return (long) (Runtime.getRuntime().maxMemory() * MOST_OF_MEMORY) - taken;
    }

    /** What data takes of the memory that there is for it, in a few words. */
    static String ofWhatThereIs(Manifest manifest) {
        return String.format(
                Locale.ROOT, "%.0f MB of the %.0f MB there are for data", of(manifest) / MEGABYTE, free(0) / MEGABYTE);
    }

    static SurroundingsException tooLarge(Manifest manifest, long taken) {
        return new SurroundingsException(String.format(
                Locale.ROOT,
                "release %s needs about %.0f MB of memory and %.0f MB are there for it; "
                        + "allow more with DOSSIER_JAVA_OPTIONS=-Xmx…, or less must be in it",
                manifest.id(),
                of(manifest) / MEGABYTE,
                Math.max(0, free(taken)) / MEGABYTE));
    }
}
