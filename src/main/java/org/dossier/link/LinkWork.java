package org.dossier.link;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
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
 * @param data the whole dossier, with a named graph for each load unit; in a transaction
 * @param base IRI that the dossier's ids are put behind
 * @param entries of the target; empty when they were not asked for
 */
public record LinkWork(
        Path dossier, DatasetGraph data, String base, Target target, Decisions decisions, List<Profile> entries) {

    /**
     * Opens a target for work; nothing when it is not described well, or its file cannot be read as described.
     *
     * @param file the target's file; where its description looks for it, when absent
     * @param withEntries whether the file is read at all
     * @throws org.dossier.problem.SurroundingsException when the file is not there
     */
    public static Optional<LinkWork> open(
            Path dossier,
            DatasetGraph data,
            String base,
            String name,
            Optional<Path> file,
            boolean withEntries,
            Problems problems) {
        Optional<Target> described = Targets.read(dossier, name, problems);
        if (described.isEmpty()) {
            return Optional.empty();
        }
        Target target = described.get().isOwn() ? described.get().calling(new TargetIds("id", base)) : described.get();
        Decisions decisions = DecisionReader.read(dossier, Decisions.path(name), base, problems);
        LinkWork bare = new LinkWork(dossier, data, base, target, decisions, List.of());
        LinkWork work = withEntries ? bare.withEntries(bare.entries(file, problems)) : bare;
        return problems.hasErrors() ? Optional.empty() : Optional.of(work);
    }

    private List<Profile> entries(Optional<Path> file, Problems problems) {
        if (target.isOwn()) {
            Set<String> ids = importedIds();
            return DossierProfiles.of(everything(), base, target.kind()).stream()
                    .filter(thing -> ids.contains(thing.id()))
                    .toList();
        }
        Path present = file.orElseGet(() -> fileOf(dossier, target));
        return target.service() == null
                ? TargetFile.read(target, present, problems)
                : ServiceAnswers.read(target, present, problems);
    }

    private Set<String> importedIds() {
        return target.isOwn() ? new ImportedThings(data, base).ids(target.loadUnits()) : Set.of();
    }

    private LinkWork withEntries(List<Profile> its) {
        return new LinkWork(dossier, data, base, target, decisions, its);
    }

    private Graph everything() {
        return data.getDefaultGraph();
    }

    /** Whether the entries of a target are at hand: in its file, where its description looks for it, or in the dossier. */
    public static boolean hasFile(Path dossier, Target target) {
        return target.isOwn() || Files.isRegularFile(fileOf(dossier, target));
    }

    /**
     * Asks the target's service for entries that may be some of the things, and keeps what it answers in the target's file.
     * Things of which somebody said that the target has nothing are not asked for.
     *
     * @throws SurroundingsException when the service cannot be asked, or the file not be written
     */
    public LinkWork asked(List<Profile> things) {
        Target.Service service = Objects.requireNonNull(target.service(), "a file answers no questions");
        Map<String, String> properties = new TreeMap<>();
        target.identifiers().forEach((scheme, column) -> properties.put(scheme, column.header()));
        List<Profile> open = things.stream()
                .filter(thing -> !decisions.hasNothingFor(new EntityId(thing.id())))
                .toList();
        List<Profile> found = new ReconciliationClient(service, properties).entriesFor(open);
        ServiceAnswers.write(fileOf(dossier, target), found);
        return withEntries(found);
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

    /** The things of a class, as they can be compared; without the entries, where the dossier itself is the register. */
    public List<Profile> things(String kind) {
        Set<String> entries = importedIds();
        return DossierProfiles.of(everything(), base, kind).stream()
                .filter(thing -> !entries.contains(thing.id()))
                .toList();
    }

    /** What may be linked with some of the things, the likeliest first. */
    public List<Suggestion> suggestions(List<Profile> things) {
        return new Suggestions(CandidateIndex.of(entries), decisions, target.ids()).of(things);
    }

    /** The names in the vendor cells of use cases, with the entries that they may mean. */
    public VendorMentions vendors() {
        return VendorMentions.in(everything(), base, CandidateIndex.of(entries));
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
        return new LinkWork(dossier, data, base, target, now, entries);
    }

    private Decision byIdentifier(Profile thing, Profile entry, String author, LocalDate today) {
        return new Decision(
                new EntityId(thing.id()),
                thing.label(),
                Verdict.SAME,
                target.ids().iriOf(entry.id()),
                entry.label(),
                Justification.SIGNS,
                author,
                today,
                "the same " + shared(thing, entry) + "; the names agree",
                Place.wholeFile(""));
    }

    private static String shared(Profile thing, Profile entry) {
        return thing.identifiers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(scheme -> scheme.getValue().stream()
                        .filter(value -> entry.identifiers()
                                .getOrDefault(scheme.getKey(), Set.of())
                                .contains(value))
                        .sorted()
                        .map(value -> scheme.getKey() + " " + value))
                .collect(Collectors.joining(", "));
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
            throw new LinkRefusal("the current release has no '" + thing + "'; "
                    + DidYouMean.remedy(ids(), thing, "'dossier build' takes in what is new"));
        }
        String id = entry == null ? null : entryId(entry);
        refuseWhatIsDecided(new EntityId(thing), verdict, id);
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

    private List<String> ids() {
        return things(target.kind()).stream().map(Profile::id).toList();
    }

    /** A second line about the same two would say it twice, or contradict the first. */
    private void refuseWhatIsDecided(EntityId thing, Verdict verdict, @Nullable String entry) throws LinkRefusal {
        Optional<Decision> clash = decisions.list().stream()
                .filter(decision -> decision.subject().equals(thing))
                .filter(decision -> isSamePair(decision, entry) || isBesideNothing(decision, verdict))
                .findFirst();
        if (clash.isPresent()) {
            Place place = clash.get().place();
            throw new LinkRefusal("that was decided about in " + place.file() + ":" + place.line() + ", as "
                    + clash.get().verdict().inWords() + "; delete that line to decide anew");
        }
    }

    private boolean isSamePair(Decision decision, @Nullable String entry) {
        return Objects.equals(
                decision.object(), entry == null ? null : target.ids().iriOf(entry));
    }

    private static boolean isBesideNothing(Decision decision, Verdict verdict) {
        return (decision.verdict() == Verdict.NOTHING && verdict.isLink())
                || (decision.verdict().isLink() && verdict == Verdict.NOTHING);
    }

    /** What the dossier holds about a thing, in words. */
    public List<String> known(Profile thing) {
        return DossierProfiles.known(everything(), base, new EntityId(thing.id()));
    }

    private String entryId(String typed) {
        String prefix = target.ids().prefix() + ":";
        String bare = typed.startsWith(prefix) ? typed.substring(prefix.length()) : typed;
        return target.ids().idOf(bare).orElse(bare);
    }

    private Optional<String> labelOf(EntityId thing) {
        return DossierProfiles.labelOf(everything(), base, thing);
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
