package org.dossier.evidence;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dossier.claim.EntityId;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;

/**
 * What earlier checks found, kept in git as {@code facts/quotes.lock}: so that readers without the texts of the sources
 * know which quotes were found, in which file, and where.
 */
public final class QuoteLock {

    /** Path of the lock below the dossier. */
    public static final String PATH = "facts/quotes.lock";

    private static final String REMARK =
            "# Written by 'dossier build' where the texts are. Keep it in git; do not change"
                    + " it by hand. See docs/evidence.md.";

    /** The entries in order, and the line of the file that each stands in; 0 for one that is new. */
    private final TreeMap<LockEntry.Key, Line> lines = new TreeMap<>();

    private record Line(LockEntry entry, int number) {}

    private QuoteLock() {}

    /** A lock that remembers nothing. */
    public static QuoteLock empty() {
        return new QuoteLock();
    }

    static QuoteLock of(Collection<LockEntry> entries) {
        QuoteLock lock = new QuoteLock();
        entries.forEach(entry -> lock.lines.put(entry.key(), new Line(entry, 0)));
        return lock;
    }

    /**
     * Reads the lock of a dossier; an empty one where there is no such file.
     *
     * @throws SurroundingsException when the disk does not hand the file out
     */
    public static QuoteLock read(Path dossier, Problems problems) {
        Path file = dossier.resolve(PATH);
        if (!Files.exists(file)) {
            return empty();
        }
        try {
            return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), problems);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    /** Reads the text of a lock. Lines that are not as they were written are told, and speak for no quote. */
    static QuoteLock parse(String text, Problems problems) {
        QuoteLock lock = new QuoteLock();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#") && !line.equals(LockLine.HEADER)) {
                lock.take(line, i + 1, problems);
            }
        }
        lock.dropDoubtfulSources(problems);
        return lock;
    }

    private void take(String line, int number, Problems problems) {
        Optional<LockEntry> entry = LockLine.read(line);
        if (entry.isEmpty()) {
            reportDamage(number, "this line is not as it was written", problems);
        } else if (lines.putIfAbsent(entry.get().key(), new Line(entry.get(), number)) != null) {
            reportDamage(number, "this quote stands here twice", problems);
        }
    }

    /** After a careless merge the lines of a source may speak of two texts; which one is right cannot be known here. */
    private void dropDoubtfulSources(Problems problems) {
        Map<EntityId, String> digests = new HashMap<>();
        Set<EntityId> doubtful = new HashSet<>();
        lines.forEach((key, line) -> {
            String first = digests.putIfAbsent(key.source(), line.entry().sha256());
            if (first != null && !first.equals(line.entry().sha256()) && doubtful.add(key.source())) {
                reportDamage(line.number(), "the lines of source '" + key.source() + "' speak of two texts", problems);
            }
        });
        lines.keySet().removeIf(key -> doubtful.contains(key.source()));
    }

    private static void reportDamage(int line, String message, Problems problems) {
        problems.warning(
                new Place(PATH, line, 1),
                "damaged-lock",
                message + ", and counts for nothing",
                "delete it, and run 'dossier build' where the texts are");
    }

    Optional<LockEntry> entry(LockEntry.Key key) {
        return Optional.ofNullable(lines.get(key)).map(Line::entry);
    }

    Stream<LockEntry> entries() {
        return lines.values().stream().map(Line::entry);
    }

    /** Where an entry stands. */
    Place place(LockEntry entry) {
        Line line = Objects.requireNonNull(lines.get(entry.key()), "an entry of another lock");
        return new Place(PATH, line.number(), 1);
    }

    /** The text of the file: the same entries give the same characters. */
    public String text() {
        return Stream.concat(Stream.of(REMARK, LockLine.HEADER), entries().map(LockLine::write))
                .collect(joining("\n", "", "\n"));
    }
}
