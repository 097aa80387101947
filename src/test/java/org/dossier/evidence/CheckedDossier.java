package org.dossier.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.claim.Claim;
import org.dossier.claim.Detail;
import org.dossier.claim.DossierRecord;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Link;
import org.dossier.claim.Passage;
import org.dossier.claim.Source;
import org.dossier.claim.Value;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A dossier of a few facts and texts, put together line by line and checked. */
final class CheckedDossier {

    static final Link USES = new Link(new EntityId("bureau"), "uses", new Value.Thing(new EntityId("cameras")));

    private static final String FILE = "facts/report.yaml";

    private final Path folder;
    private final List<Source> sources = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<DossierRecord> records = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final Problems problems = new Problems();
    private QuoteLock lock = QuoteLock.empty();
    private boolean isStrict;
    private int lines;

    CheckedDossier(Path folder) {
        this.folder = folder;
    }

    private Place nextLine() {
        lines++;
        return new Place(FILE, lines, 1);
    }

    /** Puts a text below the dossier. */
    CheckedDossier text(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    CheckedDossier source(String id, @Nullable String textFile) {
        return source(id, textFile, "reliesOn", List.of());
    }

    /** A source with a property that leads to others. */
    CheckedDossier source(String id, @Nullable String textFile, String property, List<String> others) {
        Place place = nextLine();
        List<Detail> details = others.stream()
                .map(other -> new Detail(property, new Value.Thing(new EntityId(other)), place))
                .toList();
        sources.add(new Source(new EntityId(id), details, textFile, textFile == null ? null : place.right(11), place));
        return this;
    }

    Evidence evidence(String source, String quote, @Nullable String hedge, @Nullable String note) {
        return new Evidence(new EntityId(source), null, null, quote, List.of(), List.of(), hedge, note, nextLine());
    }

    /** A claim on a quote that it takes as it is. */
    Evidence claim(String source, String quote) {
        Evidence evidence = evidence(source, quote, null, null);
        claim(USES, List.of(evidence), List.of());
        return evidence;
    }

    CheckedDossier claim(Link link, List<Evidence> evidence, List<Evidence> counterEvidence, Detail... details) {
        claims.add(new Claim(
                link,
                List.of(details),
                evidence,
                counterEvidence,
                evidence.get(0).place()));
        return this;
    }

    CheckedDossier record(String type, List<Evidence> evidence, Detail... details) {
        EntityId id = new EntityId("record-" + records.size());
        records.add(new DossierRecord(
                id, type, List.of(details), evidence, List.of(), evidence.get(0).place()));
        return this;
    }

    CheckedDossier passage(Value subject, Evidence evidence, Evidence... counterEvidence) {
        passages.add(new Passage(subject, List.of(evidence), List.of(counterEvidence), evidence.place()));
        return this;
    }

    Detail detail(String property, String text) {
        return new Detail(property, new Value.Text(text), nextLine());
    }

    CheckedDossier withoutText(String path) {
        try {
            Files.delete(folder.resolve(path));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    CheckedDossier withoutFacts() {
        claims.clear();
        return this;
    }

    /** Reads this text as the lock. */
    CheckedDossier lock(String text) {
        lock = QuoteLock.parse(text, problems);
        return this;
    }

    CheckedDossier strict() {
        isStrict = true;
        return this;
    }

    CheckedQuotes check(Path... folders) {
        FactsFile file = new FactsFile(FILE, "", sources, List.of(), claims, records, passages);
        SourceTexts texts = folders.length == 0 ? SourceTexts.of(folder) : new SourceTexts(folder, List.of(folders));
        return QuoteCheck.check(List.of(file), texts, lock, isStrict, problems);
    }

    /** What is said of the dossier, line by line. */
    List<String> complaints(Path... folders) {
        check(folders).reportDeadEntries(problems);
        return problems.list().stream().map(Problem::toString).toList();
    }
}
