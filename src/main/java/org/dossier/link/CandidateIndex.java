package org.dossier.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The entries of a target, ready to be searched: thousands of names find their likely partners in seconds, since only
 * those that share an identifier, a rare word, letters or an acronym are compared.
 */
public final class CandidateIndex {

    private static final int NAMES_COMPARED = 25;
    private static final double NEARLY_CERTAIN = 0.9;
    private static final Comparator<Candidate> LIKELIEST_FIRST = Comparator.comparingDouble(
                    (Candidate candidate) -> candidate.score().value())
            .reversed()
            .thenComparing(candidate -> candidate.profile().id());

    private final List<FoldedProfile> entries;
    private final NameIndex names;
    private final List<Integer> entryOfName = new ArrayList<>();
    private final int[] firstNames;
    private final Map<String, List<Integer>> entriesByIdentifier = new HashMap<>();
    private final Scorer scorer;

    private CandidateIndex(List<FoldedProfile> entries, Weights weights) {
        this.entries = entries;
        this.firstNames = new int[entries.size()];
        List<FoldedName> all = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            int entry = i;
            firstNames[entry] = all.size();
            entries.get(i).names().forEach(name -> {
                all.add(name.folded());
                entryOfName.add(entry);
            });
            keys(entries.get(i).profile())
                    .forEach(key -> entriesByIdentifier
                            .computeIfAbsent(key, unknown -> new ArrayList<>())
                            .add(entry));
        }
        this.names = new NameIndex(all);
        this.scorer = new Scorer(weights, Rarity.in(all));
    }

    /** An index by the standard weights; the order of the entries changes nothing. */
    public static CandidateIndex of(Collection<Profile> target) {
        return of(target, Weights.standard());
    }

    static CandidateIndex of(Collection<Profile> target, Weights weights) {
        return new CandidateIndex(
                target.parallelStream()
                        .sorted(Comparator.comparing(Profile::id))
                        .map(FoldedProfile::of)
                        .toList(),
                weights);
    }

    private static List<String> keys(Profile profile) {
        return profile.identifiers().entrySet().stream()
                .flatMap(scheme -> scheme.getValue().stream().map(value -> scheme.getKey() + "=" + value))
                .sorted()
                .toList();
    }

    public int size() {
        return entries.size();
    }

    /** For each of many wanted ones its most likely entries, in the order in which they are given. */
    public List<List<Candidate>> candidates(List<Profile> wanted, int most) {
        return wanted.parallelStream().map(each -> candidates(each, most)).toList();
    }

    /** The most likely entries, the likeliest first; the same on every run. */
    public List<Candidate> candidates(Profile wanted, int most) {
        FoldedProfile folded = FoldedProfile.of(wanted);
        List<Candidate> scored = new ArrayList<>();
        likely(folded).forEach((entry, found) -> scored.add(compare(folded, entry, found, Map.of())));
        return withRivals(folded, scored).stream()
                .sorted(LIKELIEST_FIRST)
                .limit(most)
                .toList();
    }

    private Candidate compare(FoldedProfile wanted, int entry, FoldedProfile found, Map<Trait, Double> more) {
        return new Candidate(entry, found.profile(), scorer.compare(wanted, found, more));
    }

    /** Entries with the names that brought them here, behind the preferred one; comparing all names would take twice as long. */
    private Map<Integer, FoldedProfile> likely(FoldedProfile wanted) {
        Map<Integer, FoldedProfile> likely = new TreeMap<>();
        for (FoldedProfile.Folded name : wanted.names()) {
            for (int found : names.nearest(name.folded(), NAMES_COMPARED)) {
                int entry = entryOfName.get(found);
                FoldedProfile.Folded itsName = entries.get(entry).names().get(found - firstNames[entry]);
                likely.merge(entry, entries.get(entry).only(itsName), FoldedProfile::with);
            }
        }
        keys(wanted.profile())
                .forEach(key -> entriesByIdentifier
                        .getOrDefault(key, List.of())
                        .forEach(entry -> likely.put(entry, entries.get(entry))));
        return likely;
    }

    /** Where several entries bear the name, none of them is nearly certain by it. */
    private List<Candidate> withRivals(FoldedProfile wanted, List<Candidate> scored) {
        long rivals =
                scored.stream().filter(CandidateIndex::isNearlyCertainByName).count();
        if (rivals < 2) {
            return scored;
        }
        return scored.stream()
                .map(candidate -> isNearlyCertainByName(candidate)
                        ? compare(wanted, candidate.entry(), entries.get(candidate.entry()), Map.of(Trait.RIVALS, 1.0))
                        : candidate)
                .toList();
    }

    private static boolean isNearlyCertainByName(Candidate candidate) {
        return candidate.score().value() >= NEARLY_CERTAIN
                && candidate.score().features().stream().noneMatch(feature -> feature.trait() == Trait.SAME_IDENTIFIER);
    }
}
