package org.dossier.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.apache.jena.sys.JenaSystem;

/**
 * Where Jazzer begins, which looks at the branches that an input takes and changes those inputs that take new ones.
 * {@code -Dtarget=} names what is fuzzed. {@code bench/fuzz-guided} runs it; nothing else needs Jazzer.
 */
public final class Guided {

    private static final Target TARGET = target();

    private Guided() {}

    private static Target target() {
        JenaSystem.init();
        try {
            return Targets.valueOf(System.getProperty("target", "gate").toUpperCase(Locale.ROOT))
                    .open(Files.createTempDirectory("fuzz"));
        } catch (IOException failure) {
            throw new ExceptionInInitializerError(failure);
        }
    }

    /** Jazzer calls a method of this name. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TARGET.take(input);
    }
}
