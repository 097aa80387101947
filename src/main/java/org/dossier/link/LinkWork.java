package org.dossier.link;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.dossier.claim.EntityId;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.triples.IriScheme;
import org.dossier.triples.Names;
import org.dossier.triples.SortedTurtle;
import org.jspecify.annotations.Nullable;

/**
 * A dossier and a target side by side: what every step of linking needs.
 *
 * @param base IRI that the dossier's ids are put behind
 * @param entries of the target; empty when its file was not asked for
 */
public record LinkWork(
        Path dossier, Graph everything, String base, Target target, Decisions decisions, List<Profile> entries) {

    /**
     * Opens a target for work; nothing when it is not described well, or its file cannot be read as described.
     *
     * @param file the target's file; where its description looks for it, when absent
     * @param withEntries whether the file is read at all
     * @throws org.dossier.problem.SurroundingsException when the file is not there
     */
    public static Optional<LinkWork> open(
            Path dossier,
            Graph everything,
            String base,
            String name,
            Optional<Path> file,
            boolean withEntries,
            Problems problems) {
        Optional<Target> target = Targets.read(dossier, name, problems);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Decisions decisions = DecisionReader.read(dossier, Decisions.path(name), base, problems);
        List<Profile> entries = withEntries
                ? TargetFile.read(target.get(), file.orElseGet(() -> fileOf(dossier, target.get())), problems)
                : List.of();
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new LinkWork(dossier, everything, base, target.get(), decisions, entries));
    }

    /** Whether the file of a target is where its description looks for it. */
    public static boolean hasFile(Path dossier, Target target) {
        return Files.isRegularFile(fileOf(dossier, target));
    }

    /** Where the file of a target is looked for. */
    private static Path fileOf(Path dossier, Target target) {
        return dossier.resolve(target.file());
    }

    /** {@code there is no target 'x'; did you mean 'y'?} */
    public static String unknown(Path dossier, String name) {
        List<String> names = Targets.names(dossier);
        String known = names.isEmpty() ? "describe one in " + Targets.FOLDER : "there are " + String.join(", ", names);
        return "there is no target '" + name + "'; " + DidYouMean.remedy(names, name, known);
    }

    /** The things of a class, as they can be compared. */
    public List<Profile> things(String kind) {
        return DossierProfiles.of(everything, base, kind);
    }

    /** What may be linked, the likeliest first. */
    public List<Suggestion> suggestions(String kind) {
        return new Suggestions(CandidateIndex.of(entries), decisions, target.ids()).of(things(kind));
    }

    /** Takes what people decide. */
    public DecisionWriter writer() {
        return new DecisionWriter(dossier, target.name(), base, target.ids());
    }

    /**
     * Accepts the entries that state a thing's own identifier under a name that agrees.
     *
     * @return how many were accepted
     */
    public int acceptIdentifiers(List<Suggestion> suggestions, String author, LocalDate today) {
        List<Decision> decisions = suggestions.stream()
                .flatMap(suggestion -> Suggestions.byIdentifier(suggestion).stream()
                        .map(candidate -> byIdentifier(suggestion.thing(), candidate.profile(), author, today)))
                .toList();
        decisions.forEach(writer()::append);
        return decisions.size();
    }

    /** The same work with what was decided since it was opened. */
    public LinkWork withNewDecisions() {
        Decisions now = DecisionReader.read(dossier, decisions.path(), base, new Problems());
        return new LinkWork(dossier, everything, base, target, now, entries);
    }

    private Decision byIdentifier(Profile thing, Profile entry, String author, LocalDate today) {
        return new Decision(
                new EntityId(thing.id()),
                thing.label(),
                Verdict.SAME,
                target.ids().iriOf(entry.id()),
                entry.label(),
                Justification.IDENTIFIER,
                author,
                today,
                "",
                Place.wholeFile(""));
    }

    /**
     * Appends a decision.
     *
     * @param thing id of a thing of the dossier
     * @param entry id of an entry, alone or behind the target's prefix or address; absent when there is none
     * @throws LinkRefusal when the dossier has no such thing, or the target, as far as its file is here, no such entry
     */
    public void decide(
            String thing, Verdict verdict, @Nullable String entry, String author, LocalDate today, String because)
            throws LinkRefusal {
        Optional<String> label = EntityId.isId(thing) ? labelOf(new EntityId(thing)) : Optional.empty();
        if (label.isEmpty()) {
            throw new LinkRefusal("the current release has no '" + thing + "'; 'dossier build' takes in what is new");
        }
        String id = entry == null ? null : entryId(entry);
        writer().append(new Decision(
                new EntityId(thing),
                label.get(),
                verdict,
                id == null ? null : target.ids().iriOf(id),
                id == null ? "" : labelOf(id),
                Justification.CURATION,
                author,
                today,
                because,
                Place.wholeFile("")));
    }

    private String entryId(String typed) {
        String prefix = target.ids().prefix() + ":";
        String bare = typed.startsWith(prefix) ? typed.substring(prefix.length()) : typed;
        return target.ids().idOf(bare).orElse(bare);
    }

    private Optional<String> labelOf(EntityId thing) {
        return DossierProfiles.labelOf(everything, base, thing);
    }

    /** The name that the target's file has; none when the file is not at hand. */
    private String labelOf(String entry) throws LinkRefusal {
        if (entries.isEmpty()) {
            return "";
        }
        return entries.stream()
                .filter(each -> each.id().equals(entry))
                .map(Profile::label)
                .findFirst()
                .orElseThrow(() -> new LinkRefusal("the file of the target has no entry '" + entry + "'"));
    }

    /** Counts the decisions, and reports those that contradict each other or do not fit the target any more. */
    public LinkStatus status(Problems problems) {
        DecisionCheck check = new DecisionCheck(decisions, problems);
        check.reportContradictions();
        if (!entries.isEmpty()) {
            check.reportChangedEntries(entries.stream()
                    .collect(Collectors.toMap(entry -> target.ids().iriOf(entry.id()), Profile::label)));
        }
        return new LinkStatus(
                target.name(),
                target.kind(),
                things(target.kind()).size(),
                decisions.list().stream().map(Decision::subject).distinct().count(),
                decisions.list().stream().collect(Collectors.groupingBy(Decision::verdict, Collectors.counting())));
    }

    /**
     * Writes down what the target states of the entries that were accepted.
     *
     * @return how many triples; nothing is written when there are none
     */
    public long enrich() {
        Graph stated = Enrichment.of(target, entries, decisions, new IriScheme(base));
        Path file = dossier.resolve(Enrichment.path(target.name()));
        if (!stated.isEmpty()) {
            try (OutputStream out = Files.newOutputStream(file)) {
                new SortedTurtle(Names.prefixes(base)).write(stated, out);
            } catch (IOException failure) {
                throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
            }
        }
        return stated.size();
    }
}
