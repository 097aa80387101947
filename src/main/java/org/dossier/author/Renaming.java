package org.dossier.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.dossier.facts.Redirects;
import org.dossier.facts.YamlFile;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;

/** Gives a thing another id, wherever files of the dossier mention it, and leaves word where it went. */
public final class Renaming {

    private static final List<String> OTHER_FOLDERS = List.of("imports", "links", "ontology", "queries");

    /** Queries and triples of all sorts, lookup tables of imports, decisions; no samples of raw data. */
    private static final Pattern NAMES_IDS =
            Pattern.compile(".*\\.(rq|ttl)|imports/(.*/)?tables/.*\\.csv|links/[^/]*\\.tsv");

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
        edits.add(RedirectLines.added(dossier, old, chosen, reason, date));
        changed.add(Redirects.PATH);
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
        RedirectLines.refuse(dossier, chosen, reason);
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
        OTHER_FOLDERS.forEach(folder -> paths.addAll(files(folder)));
        return paths;
    }

    /** What people keep in a folder and may name ids in. */
    private List<String> files(String name) {
        Path folder = dossier.resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> dossier.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> NAMES_IDS.matcher(path).matches())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + folder + ": " + failure.getMessage(), failure);
        }
    }

    private void edit(String path, EditedFile file, String old, String chosen) throws Refusal {
        IdChange change = new IdChange(base, old, chosen);
        if (path.endsWith(".yaml")) {
            YamlFile facts = YamlFile.read(FileText.read(dossier, path, new Problems()), new Problems());
            if (facts.root() != null) {
                file.replace(Mentions.of(facts.root(), old, vocabulary), old, chosen);
            }
        } else if (path.equals(QuoteLock.PATH)) {
            file.become(file.text().replaceAll("(?m)^" + Pattern.quote(old) + "\t", chosen + "\t"));
        } else if (path.endsWith(".tsv")) {
            file.become(change.inCells(file.text()));
        } else if (path.endsWith(".csv")) {
            file.become(change.inColumnOfIds(file.text()));
        } else {
            file.become(change.inAddresses(file.text()));
        }
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
