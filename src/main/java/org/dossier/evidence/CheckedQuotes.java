package org.dossier.evidence;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.problem.Problems;

/** What became of all quotes of a dossier. */
public final class CheckedQuotes {

    private final Map<Evidence, CheckedQuote> quotes;
    private final Map<EntityId, String> digests = new LinkedHashMap<>();
    private final QuoteLock before;
    private final QuoteLock after;

    CheckedQuotes(Map<Evidence, CheckedQuote> quotes, QuoteLock before, QuoteLock after) {
        this.quotes = Map.copyOf(quotes);
        this.before = before;
        this.after = after;
        after.entries().forEach(entry -> digests.put(entry.key().source(), entry.sha256()));
    }

    /** What became of the quote of this evidence; unchecked when it was in none of the files. */
    public CheckedQuote of(Evidence evidence) {
        return quotes.getOrDefault(evidence, CheckedQuote.UNCHECKED);
    }

    /**
     * SHA-256 of a source's file; known when at least one quote of it was found. It is the same with the text as with
     * the lock alone, so that everybody builds the same graph.
     */
    public Optional<String> sha256(EntityId source) {
        return Optional.ofNullable(digests.get(source));
    }

    /** How many quotes have each grade; every grade has a number. */
    public Map<QuoteGrade, Long> counts() {
        Map<QuoteGrade, Long> counts = new EnumMap<>(QuoteGrade.class);
        for (QuoteGrade grade : QuoteGrade.values()) {
            counts.put(
                    grade,
                    quotes.values().stream()
                            .filter(quote -> quote.grade() == grade)
                            .count());
        }
        return counts;
    }

    /** How many quotes of each source have each grade; only grades that occur have a number. */
    public SortedMap<EntityId, Map<QuoteGrade, Long>> countsBySource() {
        SortedMap<EntityId, Map<QuoteGrade, Long>> counts = new TreeMap<>();
        quotes.forEach((evidence, quote) -> counts.computeIfAbsent(
                        evidence.source(), unseen -> new EnumMap<>(QuoteGrade.class))
                .merge(quote.grade(), 1L, Long::sum));
        return counts;
    }

    /** The lock as it is after this check, to be written by whoever builds. */
    public QuoteLock lock() {
        return after;
    }

    /**
     * Warns of the lines of the lock that this check has overtaken: quote or text have changed since. For whoever checks
     * and does not write; a build writes {@link #lock} instead, which has none.
     */
    public void reportDeadEntries(Problems problems) {
        before.entries()
                .filter(entry -> !after.entry(entry.key()).equals(Optional.of(entry)))
                .forEach(entry -> problems.warning(
                        before.place(entry),
                        "dead-lock-entry",
                        whyDead(entry),
                        "run 'dossier build' where the texts are, and commit " + QuoteLock.PATH));
    }

    private String whyDead(LockEntry entry) {
        String quote = "'" + OneLine.of(entry.key().quote()) + "'";
        if (quotes.keySet().stream()
                .noneMatch(evidence -> LockEntry.Key.of(evidence).equals(entry.key()))) {
            return "no fact quotes " + quote + " from '" + entry.key().source() + "' any more";
        }
        return after.entry(entry.key())
                .filter(found -> found.sha256().equals(entry.sha256()))
                .map(found -> "this line does not say where " + quote + " stands")
                .orElse("the text of '" + entry.key().source() + "' has changed since " + quote + " was found in it");
    }
}
