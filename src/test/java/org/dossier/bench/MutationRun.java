package org.dossier.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.claim.Claim;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Link;
import org.dossier.claim.Source;
import org.dossier.claim.Value;
import org.dossier.evidence.CheckedQuotes;
import org.dossier.evidence.QuoteCheck;
import org.dossier.evidence.QuoteLock;
import org.dossier.evidence.SourceTexts;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;

/** Holds what the quote check says of changed quotes against what is known of them. */
final class MutationRun {

    private static final String FILE = "facts/mutants.yaml";

    private final List<Mutant> mutants;
    private final Map<String, EntityId> sources = new LinkedHashMap<>();

    private MutationRun(List<Mutant> mutants) {
        this.mutants = mutants;
    }

    /**
     * What came of a run.
     *
     * @param byKind how many mutants there were of each kind
     * @param mistakes a sentence for each mutant that was wrongly found or refused
     * @param wrongCauses a sentence for each that was refused for a cause that is not its own
     */
    record Result(Map<String, Integer> byKind, List<String> mistakes, List<String> wrongCauses) {}

    /** Makes mutants of runs of a text's words, the same ones for the same seed. */
    static List<Mutant> mutants(String text, int spans, long seed) {
        Random random = new Random(seed);
        Spans picked = new Spans(text, 14, random);
        TypographicMutations typography = new TypographicMutations(text, picked, random);
        MeaningMutations meaning = new MeaningMutations(text, picked, random);
        List<Mutant> mutants = new ArrayList<>();
        for (int i = 0; i < spans; i++) {
            int length = i % 3 == 0 ? 12 : 4 + random.nextInt(5);
            List<String> words = i % 2 == 0 ? picked.nextThatMatters(length) : picked.next(length);
            Stream.concat(typography.of(words), meaning.of(words)).forEach(mutants::add);
        }
        return mutants;
    }

    /** @param folder receives the changed texts */
    static Result check(List<Mutant> mutants, Path folder) throws IOException {
        return new MutationRun(mutants).check(folder);
    }

    private Result check(Path folder) throws IOException {
        for (Mutant mutant : mutants) {
            if (!sources.containsKey(mutant.text())) {
                EntityId id = new EntityId("text-" + sources.size());
                sources.put(mutant.text(), id);
                Files.writeString(folder.resolve(id + ".txt"), mutant.text());
            }
        }
        Problems problems = new Problems();
        List<Claim> claims = claims();
        CheckedQuotes checked = QuoteCheck.check(
                List.of(facts(claims)), new SourceTexts(folder, List.of(folder)), QuoteLock.empty(), false, problems);
        return judge(claims, checked, problems);
    }

    private FactsFile facts(List<Claim> claims) {
        Place place = Place.wholeFile(FILE);
        List<Source> texts = sources.values().stream()
                .map(id -> new Source(id, List.of(), id + ".txt", place, place))
                .toList();
        return new FactsFile(FILE, "", texts, List.of(), claims, List.of(), List.of());
    }

    /** One claim for each mutant, in the line of its number. */
    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (Mutant mutant : mutants) {
            Place place = new Place(FILE, claims.size() + 1, 1);
            Link link = new Link(new EntityId("a"), "uses", new Value.Thing(new EntityId("b")));
            EntityId source = Objects.requireNonNull(sources.get(mutant.text()));
            Evidence evidence =
                    new Evidence(source, null, null, mutant.quote(), List.of(), List.of(), "a hedge", null, place);
            claims.add(new Claim(link, List.of(), List.of(evidence), List.of(), place));
        }
        return claims;
    }

    private Result judge(List<Claim> claims, CheckedQuotes checked, Problems problems) {
        Map<Integer, String> messages = new TreeMap<>();
        for (Problem problem : problems.list()) {
            messages.merge(problem.place().line(), problem.toString(), (one, other) -> one + " / " + other);
        }
        Result result = new Result(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < mutants.size(); i++) {
            Mutant mutant = mutants.get(i);
            result.byKind().merge((mutant.isAlike() ? "found: " : "refused: ") + mutant.kind(), 1, Integer::sum);
            boolean isFound =
                    checked.of(claims.get(i).evidence().get(0)).grade().isFound();
            String message = messages.getOrDefault(i + 1, "nothing");
            if (isFound != mutant.isAlike() || (isFound && messages.containsKey(i + 1))) {
                result.mistakes().add(mutant.kind() + ": '" + mutant.quote() + "' -> " + message);
            } else if (!Pattern.compile(mutant.cause()).matcher(message).find()) {
                result.wrongCauses().add(mutant.kind() + ": '" + mutant.quote() + "' -> " + message);
            }
        }
        return result;
    }
}
