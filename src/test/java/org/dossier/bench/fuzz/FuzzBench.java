package org.dossier.bench.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.dossier.bench.fuzz.Fuzz.Find;
import org.dossier.bench.fuzz.Fuzz.Result;

/** Fuzzes the targets that are named, or all; keeps what it finds in a folder, and ends with 1 when there is something. */
public final class FuzzBench {

    private static final int INPUTS = Integer.getInteger("inputs", 100_000);
    private static final Path FOUND = Path.of("target/fuzz");

    private FuzzBench() {}

    public static void main(String[] names) throws IOException {
        JenaSystem.init();
        List<Targets> targets = names.length == 0
                ? List.of(Targets.values())
                : Stream.of(names)
                        .map(name -> Targets.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
        boolean isClean = true;
        for (Targets target : targets) {
            isClean &= run(target, Long.getLong("seed", System.nanoTime()), System.out);
        }
        System.exit(isClean ? 0 : 1);
    }

    private static boolean run(Targets target, long seed, PrintStream out) throws IOException {
        long start = System.nanoTime();
        Result result = Fuzz.run(target, Files.createTempDirectory("fuzz"), INPUTS, seed);
        List<Find> finds = result.finds();
        out.printf(
                Locale.ROOT,
                "fuzz: %s: %,d inputs with seed %d in %d s, %,d outcomes, %d not as promised%n",
                target.word(),
                result.inputs(),
                seed,
                (System.nanoTime() - start) / 1_000_000_000,
                result.outcomes().size(),
                finds.size());
        for (int i = 0; i < finds.size(); i++) {
            Path kept = FOUND.resolve(target.word() + "-" + seed + "-" + i);
            Files.createDirectories(FOUND);
            Files.write(kept, finds.get(i).input());
            out.println("  " + kept + ": " + finds.get(i).reason());
        }
        return finds.isEmpty();
    }
}
