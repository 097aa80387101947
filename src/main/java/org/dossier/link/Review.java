package org.dossier.link;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.claim.EntityId;
import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Goes through proposals with somebody who decides. Each decision is in the file at once, so that none is lost; those of
 * this review can be taken back, the last one first.
 */
public final class Review {

    private final List<Suggestion> suggestions;
    private final TargetIds ids;
    private final String author;
    private final LocalDate today;
    private final DecisionWriter file;
    private final Set<String> rejected = new HashSet<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private int at;

    /** A decision, and where the review stood before it. */
    private record Step(int at, Decision decision, DecisionWriter.Appended appended) {}

    /**
     * @param author who decides
     * @param today the day that decisions bear
     * @param file gets each decision
     */
    public Review(List<Suggestion> suggestions, TargetIds ids, String author, LocalDate today, DecisionWriter file) {
        this.suggestions = List.copyOf(suggestions);
        this.ids = ids;
        this.author = author;
        this.today = today;
        this.file = file;
    }

    /** What is asked now; nothing when all is gone through. */
    public Optional<Suggestion> question() {
        while (at < suggestions.size() && open(suggestions.get(at)).isEmpty()) {
            at++;
        }
        return at < suggestions.size()
                ? Optional.of(new Suggestion(suggestions.get(at).thing(), open(suggestions.get(at))))
                : Optional.empty();
    }

    private List<Candidate> open(Suggestion suggestion) {
        return suggestion.candidates().stream()
                .filter(candidate -> !rejected.contains(key(suggestion.thing(), candidate)))
                .toList();
    }

    private static String key(Profile thing, Candidate candidate) {
        return thing.id() + "\n" + candidate.profile().id();
    }

    /** How many things are still to be asked about, this one included. */
    public int left() {
        return suggestions.size() - at;
    }

    /** How many decisions of this review are in the file. */
    public int written() {
        return steps.size();
    }

    /** Decides about one of the candidates, and goes on unless they were only told apart. */
    public void decide(Candidate candidate, Verdict verdict, String comment) {
        Suggestion asked = suggestions.get(at);
        push(decision(asked.thing(), candidate.profile(), verdict, comment));
        if (verdict == Verdict.NOT_SAME) {
            rejected.add(key(asked.thing(), candidate));
        } else {
            at++;
        }
    }

    /** Decides that the target has nothing for the thing. */
    public void none(String comment) {
        push(decision(suggestions.get(at).thing(), null, Verdict.NOTHING, comment));
        at++;
    }

    /** Goes on without deciding. */
    public void skip() {
        at++;
    }

    /** Takes back the decision made last, if there is one and nobody else wrote to the file since. */
    public boolean undo() {
        Step last = steps.peek();
        if (last == null || !file.takeBack(last.appended())) {
            return false;
        }
        steps.pop();
        at = last.at();
        Suggestion asked = suggestions.get(at);
        asked.candidates().stream()
                .filter(candidate -> ids.iriOf(candidate.profile().id())
                        .equals(last.decision().object()))
                .forEach(candidate -> rejected.remove(key(asked.thing(), candidate)));
        return true;
    }

    private void push(Decision decision) {
        steps.push(new Step(at, decision, file.append(decision)));
    }

    private Decision decision(Profile thing, @Nullable Profile entry, Verdict verdict, String comment) {
        return new Decision(
                new EntityId(thing.id()),
                thing.label(),
                verdict,
                entry == null ? null : ids.iriOf(entry.id()),
                entry == null ? "" : entry.label(),
                Justification.CURATION,
                author,
                today,
                comment,
                Place.wholeFile(""));
    }
}
