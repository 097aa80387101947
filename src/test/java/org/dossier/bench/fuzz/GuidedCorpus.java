package org.dossier.bench.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;

/**
 * What Jazzer begins with and what is kept of its inputs. Jazzer wants a file for each; kept are those that reach code which
 * no shorter one does, in Base64, a line each.
 */
public final class GuidedCorpus {

    /** How the name of a file ends whose lines are inputs, after the word of a target. */
    static final String ENDING = ".base64";

    private static final int MOST = 200;
    private static final int LONGEST = 400;

    private GuidedCorpus() {}

    /** {@code unpack TARGET FOLDER} writes right inputs and kept ones; {@code pack FOLDER FILE} makes lines of files. */
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "unpack" -> unpack(arguments[1], Path.of(arguments[2]));
            case "pack" -> pack(Path.of(arguments[1]), Path.of(arguments[2]));
            default -> throw new IllegalArgumentException("unpack or pack, not '" + arguments[0] + "'");
        }
        System.exit(0);
    }

    private static void unpack(String name, Path folder) throws IOException {
        JenaSystem.init();
        Targets target = Targets.valueOf(name.toUpperCase(Locale.ROOT));
        List<byte[]> inputs = new ArrayList<>(target.corpus());
        try (Target opened = target.open(Files.createTempDirectory("fuzz"))) {
            inputs.addAll(opened.seeds());
        }
        for (int i = 0; i < inputs.size(); i++) {
            Files.write(folder.resolve("seed-" + i), inputs.get(i));
        }
    }

    private static void pack(Path folder, Path file) throws IOException {
        List<byte[]> shortest = Targets.filesBelow(folder, "").stream()
                .filter(input -> input.length <= LONGEST)
                .sorted(Comparator.comparingInt(input -> input.length))
                .limit(MOST)
                .toList();
        Files.write(
                file, shortest.stream().map(Base64.getEncoder()::encodeToString).toList(), US_ASCII);
    }

    /** The inputs of a file of lines. */
    static Stream<byte[]> inputs(byte[] lines) {
        return new String(lines, US_ASCII).lines().map(Base64.getDecoder()::decode);
    }
}
