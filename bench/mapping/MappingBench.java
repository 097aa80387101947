import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sys.JenaSystem;
import org.dossier.mapping.Balance;
import org.dossier.mapping.Conversion;
import org.dossier.mapping.ImportFolder;
import org.dossier.mapping.ImportSettings;
import org.dossier.problem.Problems;
import org.dossier.table.TableFile;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;

/**
 * Measures the import of an invented wide file with the shipped mapping of USAspending's transactions beside a program
 * written by hand for the same file. Each figure is of a JVM of its own, and the two take turns.
 *
 * <p>Usage: {@code MappingBench DOSSIER FOLDER PAIRS ROWS…}, or, as the runs call it themselves, {@code MappingBench
 * --one mapping|hand-written DOSSIER FILE OUTPUT}
 */
public final class MappingBench {

    private static final String HEAP = "-Xmx512m";
    private static final long SEED = 20260101;

    /** What one run measured. */
    private record Figures(String program, long rows, long triples, double seconds, double cpuSeconds, long peakMegabytes) {

        @Override
        public String toString() {
            return "%-12s %,10d rows %6.1f s wall %6.1f s CPU %,9.0f rows/s %,11.0f triples/s %5d MB peak"
                    .formatted(program, rows, seconds, cpuSeconds, rows / seconds, triples / seconds, peakMegabytes);
        }
    }

    public static void main(String[] arguments) throws Exception {
        JenaSystem.init();
        if (arguments[0].equals("--one")) {
            System.out.println(one(arguments[1], Path.of(arguments[2]), Path.of(arguments[3]), Path.of(arguments[4])));
            return;
        }
        Path dossier = Path.of(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        int pairs = Integer.parseInt(arguments[2]);
        for (int at = 3; at < arguments.length; at++) {
            measure(dossier, folder, pairs, Long.parseLong(arguments[at]));
        }
    }

    private static void measure(Path dossier, Path folder, int pairs, long rows) throws Exception {
        Path file = folder.resolve("wide-" + rows + ".csv");
        WideCsv.main(new String[] {
            dossier.resolve("bench/mapping/header.txt").toString(), "" + rows, "" + SEED, file.toString()
        });
        System.out.printf("%,d rows, %,d bytes%n", rows, Files.size(file));
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            Figures mapping = child("mapping", dossier, file);
            Figures byHand = child("hand-written", dossier, file);
            ratios.add(byHand.seconds() / mapping.seconds());
            System.out.printf("%s%n%s%nratio %.2f%n", mapping, byHand, byHand.seconds() / mapping.seconds());
        }
        if (pairs == 0) {
            System.out.println(child("mapping", dossier, file));
        } else {
            System.out.printf("median ratio of %d pairs: %.2f%n", pairs, ratios.stream().sorted().toList().get(pairs / 2));
        }
        Files.delete(file);
    }

    private static Figures child(String program, Path dossier, Path file) throws IOException, InterruptedException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                "MappingBench",
                "--one",
                program,
                dossier.toString(),
                file.toString(),
                "/dev/null");
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String answer = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IOException(program + " failed: " + answer);
        }
        String[] parts = answer.split(" ");
        return new Figures(
                program,
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Long.parseLong(parts[4]));
    }

    /** The clock starts once the JVM, Jena and, for the mapping, the ontology are there; compiling the mapping is measured. */
    private static String one(String program, Path dossier, Path file, Path output) throws Exception {
        Problems problems = new Problems();
        Vocabulary vocabulary = program.equals("mapping") ? Ontology.of(dossier, problems).vocabulary() : null;
        long start = System.nanoTime();
        double cpuBefore = cpuSeconds();
        long[] counts = vocabulary == null ? byHand(file, output) : map(dossier, vocabulary, file, output, problems);
        double seconds = (System.nanoTime() - start) / 1e9;
        return "%d %d %.2f %.2f %d".formatted(counts[0], counts[1], seconds, cpuSeconds() - cpuBefore, peakMegabytes());
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
                / 1e9;
    }

    private static long[] map(Path dossier, Vocabulary vocabulary, Path file, Path output, Problems problems)
            throws IOException {
        ImportFolder folder = ImportFolder.read(
                        dossier, "usaspending-transactions", "https://w3id.org/dossier/id/", vocabulary, problems)
                .orElseThrow(() -> new IllegalStateException(problems.list().toString()));
        Path temporary = file.toAbsolutePath().getParent();
        try (OutputStream stream = Files.newOutputStream(output)) {
            Balance balance = new Conversion(
                            folder, new TableFile(file, null), ImportSettings.usual(), temporary, reject -> {}, problems)
                    .write(stream)
                    .orElseThrow(() -> new IllegalStateException(problems.list().toString()));
            return new long[] {balance.read(), balance.triples()};
        }
    }

    private static long[] byHand(Path file, Path output) throws IOException {
        return HandWritten.run(file, output, new TableFile(file, null).sha256());
    }

    private static long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
