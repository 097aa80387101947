package org.dossier.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;

/** Appends decisions to the file of a target. What stood in it is never touched; to undo a decision, delete its line. */
public final class DecisionWriter {

    private static final Map<String, String> SHARED = Map.of(
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "semapv", "https://w3id.org/semapv/vocab/",
            "sssom", "https://w3id.org/sssom/");

    private final Path dossier;
    private final String path;
    private final String base;
    private final TargetIds ids;

    /**
     * @param dossier its folder
     * @param target name of the target
     * @param base IRI that the dossier's ids are put behind
     */
    public DecisionWriter(Path dossier, String target, String base, TargetIds ids) {
        this.dossier = dossier;
        this.path = Decisions.path(target);
        this.base = base;
        this.ids = ids;
    }

    /**
     * What an appending wrote.
     *
     * @param start size of the file before, in bytes
     */
    public record Appended(long start, String text) {}

    /**
     * Appends a decision as the last line, and sees to it that it is on the disk.
     *
     * @throws SurroundingsException when the file cannot be read or written
     */
    public Appended append(Decision decision) {
        Path file = dossier.resolve(path);
        Decisions present = DecisionReader.read(dossier, path, base, new Problems());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Appended appended = new Appended(channel.size(), before(channel) + line(decision, present) + "\n");
                channel.position(appended.start());
                write(channel, appended.text());
                channel.force(true);
                lock.release();
                return appended;
            }
        } catch (IOException failure) {
            throw new SurroundingsException("cannot append to " + file + ": " + failure.getMessage(), failure);
        }
    }

    /**
     * Takes back what was appended, as long as it is what the file ends with: what somebody else wrote since stays.
     *
     * @return whether it was taken back
     * @throws SurroundingsException when the file cannot be read or written
     */
    public boolean takeBack(Appended appended) {
        Path file = dossier.resolve(path);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            boolean isLast = endsWith(channel, appended);
            if (isLast) {
                channel.truncate(appended.start());
                channel.force(true);
            }
            lock.release();
            if (isLast && appended.start() == 0) {
                Files.delete(file);
            }
            return isLast;
        } catch (IOException failure) {
            throw new SurroundingsException("cannot take back from " + file + ": " + failure.getMessage(), failure);
        }
    }

    private static boolean endsWith(FileChannel channel, Appended appended) throws IOException {
        byte[] expected = appended.text().getBytes(UTF_8);
        ByteBuffer end = ByteBuffer.allocate(expected.length);
        while (end.hasRemaining() && channel.read(end, appended.start() + end.position()) >= 0) {
            // Reads until all is there, or the file ends.
        }
        return channel.size() == appended.start() + expected.length && Arrays.equals(end.array(), expected);
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The head of a new file; a line end where an editor left none. */
    private String before(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return head();
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) == '\n' ? "" : "\n";
    }

    private String head() {
        String lines = prefixes().entrySet().stream()
                .map(prefix -> "#  " + prefix.getKey() + ": " + prefix.getValue() + "\n")
                .collect(Collectors.joining());
        return "#curie_map:\n" + lines + String.join("\t", DecisionColumns.ALL) + "\n";
    }

    private SortedMap<String, String> prefixes() {
        SortedMap<String, String> prefixes = new TreeMap<>(SHARED);
        prefixes.put("id", base);
        prefixes.put(ids.prefix(), ids.iri());
        return prefixes;
    }

    /** In the columns and with the prefixes that the file has, which people may have changed. */
    private String line(Decision decision, Decisions present) {
        boolean isNew = present.columns().isEmpty();
        Map<String, String> prefixes = isNew ? prefixes() : present.prefixes();
        List<String> columns = isNew ? DecisionColumns.ALL : present.columns();
        Map<String, String> cells = cells(decision, prefixes);
        return columns.stream()
                .map(column -> cells.getOrDefault(column, ""))
                .map(Cell::written)
                .collect(Collectors.joining("\t"));
    }

    private Map<String, String> cells(Decision decision, Map<String, String> prefixes) {
        String object = decision.object();
        Map<String, String> cells = new HashMap<>();
        cells.put(DecisionColumns.SUBJECT, brief(base + decision.subject(), prefixes));
        cells.put(DecisionColumns.SUBJECT_LABEL, decision.subjectLabel());
        cells.put(DecisionColumns.PREDICATE, decision.verdict().predicate());
        cells.put(DecisionColumns.MODIFIER, decision.verdict().modifier());
        cells.put(DecisionColumns.OBJECT, object == null ? Verdict.NO_TERM : brief(object, prefixes));
        cells.put(DecisionColumns.OBJECT_LABEL, decision.objectLabel());
        cells.put(DecisionColumns.JUSTIFICATION, decision.justification().term());
        cells.put(DecisionColumns.AUTHOR, decision.author());
        cells.put(DecisionColumns.DATE, decision.date().toString());
        cells.put(DecisionColumns.COMMENT, decision.comment());
        return cells;
    }

    private static String brief(String iri, Map<String, String> prefixes) {
        return prefixes.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .max(Comparator.comparingInt(prefix -> prefix.getValue().length()))
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
                .orElse(iri);
    }
}
