package org.dossier.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dossier.claim.EntityId;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Source;
import org.dossier.evidence.SourceRegistration;
import org.dossier.evidence.SourceTexts;
import org.dossier.facts.FactsReader;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.problem.Severity;
import org.dossier.problem.SurroundingsException;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Makes a file a source of a dossier: its text goes into {@code sources/}, and a facts file begins that passes. */
public final class SourceAddition {

    private final Path dossier;
    private final Vocabulary vocabulary;
    private final List<Source> known;
    private final Problems before = new Problems();

    public SourceAddition(Path dossier) {
        this.dossier = dossier.toAbsolutePath().normalize();
        this.vocabulary = Ontology.of(dossier, before).vocabulary();
        this.known = FactsReader.read(dossier, vocabulary, before).stream()
                .map(FactsFile::sources)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What somebody says of the new source.
     *
     * @param id absent to make one of the title
     * @param title absent to take what the file says of itself
     * @param details further keys of the source and their values, in order, such as {@code issued} and {@code 2025-07-01}
     */
    public record Description(@Nullable String id, @Nullable String title, Map<String, String> details) {}

    /**
     * A source that was added.
     *
     * @param textFile path of its text, from the dossier
     * @param factsFile path of its facts file, from the dossier
     * @param repeated known sources whose text is much the same, with the share of it that is
     */
    public record Added(
            EntityId id, String textFile, String factsFile, String sha256, Map<EntityId, Double> repeated) {}

    /**
     * Adds a source; either both of its files are there afterwards, or none is new.
     *
     * @param problems receives what is wrong with the file or with its description
     * @return nothing when there are problems
     * @throws Refusal when the id or the name of the file is taken
     */
    public Optional<Added> add(Path file, Description description, Problems problems) throws Refusal {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(file + " is no file");
        }
        Optional<SourceRegistration> read = SourceRegistration.of(file, known, SourceTexts.of(dossier), problems);
        return read.isEmpty()
                ? Optional.empty()
                : add(file, described(read.get(), file, description), description, problems);
    }

    private SourceRegistration described(SourceRegistration read, Path file, Description description) {
        return new SourceRegistration(
                textFile(file),
                read.sha256(),
                Objects.requireNonNullElse(description.title(), read.title()),
                read.headings(),
                read.repeated());
    }

    /** The name below {@code sources/}, where the file may stand already, in a folder of its own. */
    private String textFile(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path sources = dossier.resolve("sources");
        Path name = whole.startsWith(sources) ? sources.relativize(whole) : whole.getFileName();
        return name.toString().replace('\\', '/');
    }

    private Optional<Added> add(Path file, SourceRegistration registration, Description description, Problems problems)
            throws Refusal {
        EntityId id = id(registration, description);
        Path text = dossier.resolve("sources").resolve(registration.textFile());
        Path facts = dossier.resolve("facts").resolve(id + ".yaml");
        refuseWhatIsTaken(file, text, facts);
        boolean isCopied = !Files.exists(text);
        write(file, text, facts, FactsSchema.LINE_FOR_EDITORS + registration.stub(id, description.details()));
        List<Problem> found = newErrors();
        if (!found.isEmpty()) {
            undo(facts, isCopied ? text : facts);
            problems.addAll(found);
            return Optional.empty();
        }
        return Optional.of(new Added(id, shown(text), shown(facts), registration.sha256(), registration.repeated()));
    }

    private static EntityId id(SourceRegistration registration, Description description) throws Refusal {
        String given = description.id();
        if (given == null) {
            return registration.suggestedId();
        }
        if (!EntityId.canBeGiven(given)) {
            throw new Refusal(
                    "'" + given + "' is not an id; write words of small letters and digits, joined by hyphens");
        }
        return new EntityId(given);
    }

    private void refuseWhatIsTaken(Path file, Path text, Path facts) throws Refusal {
        if (Files.exists(facts)) {
            throw new Refusal(shown(facts) + " is there already; give the source another id with --id");
        }
        try {
            if (Files.exists(text) && Files.mismatch(file, text) >= 0) {
                throw new Refusal(shown(text) + " is there already and says something else; rename one of the two");
            }
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + text + ": " + failure.getMessage(), failure);
        }
    }

    private static void write(Path file, Path text, Path facts, String stub) {
        try {
            Files.createDirectories(text.getParent());
            Files.createDirectories(facts.getParent());
            if (!Files.exists(text)) {
                Files.copy(file, text);
            }
            Files.writeString(facts, stub);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + failure.getMessage(), failure);
        }
    }

    private List<Problem> newErrors() {
        Problems after = new Problems();
        FactsReader.read(dossier, vocabulary, after);
        List<Problem> old = before.list();
        return after.list().stream()
                .filter(problem -> problem.severity() == Severity.ERROR && !old.contains(problem))
                .toList();
    }

    private static void undo(Path facts, Path text) {
        try {
            Files.deleteIfExists(facts);
            Files.deleteIfExists(text);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot delete " + failure.getMessage(), failure);
        }
    }

    private String shown(Path file) {
        return dossier.relativize(file).toString().replace('\\', '/');
    }
}
