package org.dossier.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dossier.evidence.QuoteLock;
import org.dossier.problem.Problems;

/** The reader of {@code facts/quotes.lock}. */
final class LockTarget implements Target {

    private static final String LINES = """
            # A remark.
            source\tsha256\tlocator\tquote\tgrade\tplaces\town characters
            paper\t%1$s\tparagraph 2\tthree plain words\texact\t17-34\t
            paper\t%1$s\tparagraph 3\tit\\u2019s \\\\ here [...] and there\ttypographic\t40-51,60-69\t\\u00A0
            letter\t%2$s\t\tone\texact\t0-3\t
            """.formatted("0123456789abcdef".repeat(4), "f".repeat(64));

    private final Path dossier;
    private final Path file;

    LockTarget(Path folder) {
        this.dossier = folder;
        this.file = folder.resolve(QuoteLock.PATH);
        try {
            Files.createDirectories(folder.resolve("facts"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String take(byte[] input) throws IOException {
        Files.write(file, input);
        Problems problems = new Problems();
        String text = QuoteLock.read(dossier, problems).text();
        String outcome = Promises.areKept(problems, input);
        Files.writeString(file, text);
        Problems none = new Problems();
        String again = QuoteLock.read(dossier, none).text();
        Promises.require(again.equals(text), "what was written reads otherwise: " + text + " then " + again);
        Promises.require(none.list().isEmpty(), "what was written is damaged: " + none.list());
        return outcome;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new java.util.ArrayList<>(Targets.filesBelow(Path.of("facts"), "quotes.lock"));
        seeds.add(Targets.bytes(LINES));
        return seeds;
    }
}
