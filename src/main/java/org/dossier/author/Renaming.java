package org.dossier.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.claim.DossierRecord;
import org.dossier.claim.Entity;
import org.dossier.claim.EntityId;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Source;
import org.dossier.evidence.QuoteLock;
import org.dossier.facts.DossierSettings;
import org.dossier.facts.FactsReader;
import org.dossier.facts.FileText;
import org.dossier.facts.YamlFile;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;

/** Gives a thing another id, in facts, links and the lock of quotes, and leaves word where it went. */
public final class Renaming {

    /** Where old ids lead: old, new, reason and date, divided by tabs. */
    public static final String REDIRECTS = "facts/redirects.tsv";

    private static final String HEADER = "old\tnew\treason\tdate\n";
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cntrl}");

    private final Path dossier;
    private final String base;
    private final Vocabulary vocabulary;
    private final List<FactsFile> facts;

    /** @throws Refusal when the facts have errors, so that nobody can say where an id stands */
    public Renaming(Path dossier) throws Refusal {
        Problems problems = new Problems();
        this.dossier = dossier;
        this.base = DossierSettings.read(dossier, problems).base();
        this.vocabulary = Ontology.of(dossier, problems).vocabulary();
        this.facts = FactsReader.read(dossier, vocabulary, problems);
        if (problems.hasErrors()) {
            throw new Refusal("the facts have errors; 'dossier check' shows them, mend them first");
        }
    }

    /**
     * Changes an id everywhere, or nowhere.
     *
     * @param reason why, for whoever comes with the old id
     * @return the files that were changed, relative to the dossier, in order
     * @throws Refusal when there is no such id, or the new one is none or is taken
     */
    public List<String> rename(String old, String chosen, String reason, LocalDate date) throws Refusal {
        refuse(old, chosen, reason);
        List<EditedFile> edits = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (String path : paths()) {
            EditedFile file = EditedFile.of(dossier.resolve(path));
            edit(path, file, old, chosen);
            if (file.isChanged()) {
                edits.add(file);
                changed.add(path);
            }
        }
        edits.add(redirect(old, chosen, reason, date));
        changed.add(REDIRECTS);
        EditedFile.write(edits);
        confirm(edits);
        return changed;
    }

    private void refuse(String old, String chosen, String reason) throws Refusal {
        Set<String> ids = ids();
        if (!ids.contains(old)) {
            throw new Refusal("no thing has the id '" + old + "'; "
                    + DidYouMean.remedy(ids, old, "'dossier query entities' lists what there is"));
        }
        if (!EntityId.canBeGiven(chosen)) {
            throw new Refusal(
                    "'" + chosen + "' is not an id; write words of small letters and digits, joined by hyphens");
        }
        if (ids.contains(chosen)) {
            throw new Refusal("'" + chosen + "' is the id of something already; choose another");
        }
        if (INVISIBLE.matcher(reason).find()) {
            throw new Refusal("a reason is one line without tabs");
        }
        boolean wasRenamed = EditedFile.of(dossier.resolve(REDIRECTS))
                .text()
                .lines()
                .anyMatch(line -> line.startsWith(chosen + "\t"));
        if (wasRenamed) {
            throw new Refusal("'" + chosen + "' leads elsewhere; delete its line in " + REDIRECTS + " first");
        }
    }

    private Set<String> ids() {
        return facts.stream()
                .flatMap(file -> Stream.of(
                                file.sources().stream().map(Source::id),
                                file.entities().stream().map(Entity::id),
                                file.records().stream().map(DossierRecord::id))
                        .flatMap(ids -> ids))
                .map(EntityId::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(facts.stream().map(FactsFile::path).toList());
        if (Files.exists(dossier.resolve(QuoteLock.PATH))) {
            paths.add(QuoteLock.PATH);
        }
        paths.addAll(links());
        return paths;
    }

    private List<String> links() {
        Path folder = dossier.resolve("links");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> "links/" + file.getFileName())
                    .filter(path -> path.endsWith(".tsv"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + folder + ": " + failure.getMessage(), failure);
        }
    }

    private void edit(String path, EditedFile file, String old, String chosen) throws Refusal {
        if (path.endsWith(".yaml")) {
            YamlFile facts = YamlFile.read(FileText.read(dossier, path, new Problems()), new Problems());
            if (facts.root() != null) {
                file.replace(Mentions.of(facts.root(), old, vocabulary), old, chosen);
            }
        } else if (path.equals(QuoteLock.PATH)) {
            file.become(file.text().replaceAll("(?m)^" + Pattern.quote(old) + "\t", chosen + "\t"));
        } else {
            file.become(cells(file.text(), old, chosen));
        }
    }

    /** Whole cells of a table that name the thing: by its id, with the prefix {@code id:}, or by its address. */
    private String cells(String table, String old, String chosen) {
        Pattern cell =
                Pattern.compile("(?m)(?<=^|\t)(id:|" + Pattern.quote(base) + ")?" + Pattern.quote(old) + "(?=\t|\r?$)");
        return cell.matcher(table)
                .replaceAll(
                        match -> Objects.requireNonNullElse(match.group(1), "").replace("$", "\\$") + chosen);
    }

    private EditedFile redirect(String old, String chosen, String reason, LocalDate date) {
        EditedFile file = EditedFile.of(dossier.resolve(REDIRECTS));
        String before = file.text().isEmpty() ? HEADER : file.text();
        file.become(before + String.join("\t", old, chosen, reason, date.toString()) + "\n");
        return file;
    }

    /** Reads what was written; when it has errors, everything is put back. */
    private void confirm(List<EditedFile> edits) {
        Problems problems = new Problems();
        FactsReader.read(dossier, vocabulary, problems);
        if (problems.hasErrors()) {
            EditedFile.restore(edits);
            throw new IllegalStateException("the facts had errors under the new id: " + problems.list());
        }
    }
}
