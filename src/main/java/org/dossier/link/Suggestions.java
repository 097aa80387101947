package org.dossier.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dossier.claim.EntityId;

/** Proposes links between the things of a dossier and the entries of a target that nobody has decided about. */
public final class Suggestions {

    /** What is less likely is left out, unless it looks like a parent, a part or a reseller. */
    private static final double LEAST = 0.2;

    private static final double LEAST_OF_KIN = 0.01;
    private static final int MOST = 10;

    private final CandidateIndex index;
    private final Decisions decisions;
    private final TargetIds ids;

    public Suggestions(CandidateIndex index, Decisions decisions, TargetIds ids) {
        this.index = index;
        this.decisions = decisions;
        this.ids = ids;
    }

    /** For each thing that has any, the likeliest first; things of which somebody said that there is nothing are left out. */
    public List<Suggestion> of(List<Profile> things) {
        List<Profile> open = things.stream()
                .filter(thing -> !decisions.hasNothingFor(new EntityId(thing.id())))
                .toList();
        List<List<Candidate>> found = index.candidates(open, MOST);
        List<Suggestion> suggestions = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Profile thing = open.get(i);
            List<Candidate> undecided = found.get(i).stream()
                    .filter(candidate -> isWorthALook(candidate) && isUndecided(thing, candidate))
                    .toList();
            if (!undecided.isEmpty()) {
                suggestions.add(new Suggestion(thing, undecided));
            }
        }
        suggestions.sort(Comparator.comparing(
                        (Suggestion each) -> each.candidates().get(0).score().value())
                .reversed()
                .thenComparing(each -> each.thing().id()));
        return suggestions;
    }

    private static boolean isWorthALook(Candidate candidate) {
        double least = candidate.score().answer() == Answer.OTHER
                        || candidate.score().answer().isOne()
                ? LEAST
                : LEAST_OF_KIN;
        return candidate.score().value() >= least;
    }

    private boolean isUndecided(Profile thing, Candidate candidate) {
        String entry = ids.iriOf(candidate.profile().id());
        return decisions.about(new EntityId(thing.id()), entry).isEmpty();
    }

    /** The one entry that states the thing's own identifier under a name that does not speak against it. */
    static Optional<Candidate> byIdentifier(Suggestion suggestion) {
        List<Candidate> same = suggestion.candidates().stream()
                .filter(candidate -> candidate.hasSameIdentifier() && candidate.namesAgree())
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }
}
