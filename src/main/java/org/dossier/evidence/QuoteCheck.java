package org.dossier.evidence;

import static java.util.stream.Collectors.groupingBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Source;
import org.dossier.evidence.SourceTexts.Lookup;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.problem.Severity;

/**
 * Checks every quote of a dossier against the text of its source, or against the lock where the text is not here. Texts
 * are read one after the other and not kept.
 */
public final class QuoteCheck {

    private final SourceTexts texts;
    private final QuoteLock lock;
    private final boolean isStrict;
    private final Problems problems;
    private final Map<EntityId, Source> sources = new TreeMap<>();
    private final Map<EntityId, List<Citation>> citations;
    private final Map<Evidence, CheckedQuote> quotes = new LinkedHashMap<>();
    private final NearDuplicates duplicates = new NearDuplicates();
    private final CopiedText copies;

    private QuoteCheck(List<FactsFile> files, SourceTexts texts, QuoteLock lock, boolean isStrict, Problems problems) {
        this.texts = texts;
        this.lock = lock;
        this.isStrict = isStrict;
        this.problems = problems;
        files.stream()
                .flatMap(file -> file.sources().stream())
                .forEach(source -> sources.putIfAbsent(source.id(), source));
        List<Citation> all = Citations.of(files);
        this.citations =
                all.stream().collect(groupingBy(citation -> citation.evidence().source()));
        this.copies = new CopiedText(files, all);
    }

    /**
     * Checks the quotes of these files and tells all that is wrong with them.
     *
     * @param isStrict whether a quote that nobody could look for is an error, not a warning
     */
    public static CheckedQuotes check(
            List<FactsFile> files, SourceTexts texts, QuoteLock lock, boolean isStrict, Problems problems) {
        QuoteCheck check = new QuoteCheck(files, texts, lock, isStrict, problems);
        check.sources.values().forEach(check::check);
        check.duplicates.report(check.sources, problems);
        return check.result();
    }

    private void check(Source source) {
        List<Citation> cited = citations.getOrDefault(source.id(), List.of());
        Lookup lookup = texts.lookUp(source, problems);
        if (lookup instanceof Lookup.Held held) {
            check(source, held.text(), cited);
            return;
        }
        recall(cited);
        if (lookup instanceof Lookup.Missing missing) {
            reportUnchecked(source, missing, cited);
        }
    }

    private void check(Source source, SourceText text, List<Citation> cited) {
        SourceCheck check = new SourceCheck(text, problems);
        for (Citation citation : cited) {
            quotes.computeIfAbsent(citation.evidence(), check::check);
            check.warnOfReserve(citation);
        }
        copies.report(source.id(), text, problems);
        duplicates.add(source.id(), text);
    }

    /** Takes what the lock remembers of these quotes. */
    private void recall(List<Citation> cited) {
        for (Citation citation : cited) {
            Evidence evidence = citation.evidence();
            lock.entry(LockEntry.Key.of(evidence))
                    .ifPresent(entry -> quotes.put(evidence, CheckedQuote.remembered(entry)));
        }
    }

    private void reportUnchecked(Source source, Lookup.Missing missing, List<Citation> cited) {
        long unchecked = cited.stream()
                .map(Citation::evidence)
                .filter(evidence -> !quotes.containsKey(evidence))
                .distinct()
                .count();
        if (unchecked > 0) {
            String what = unchecked == 1 ? "its quote stays" : "its " + unchecked + " quotes stay";
            add(SourceTexts.place(source), "no-text", missing.why() + "; " + what + " unchecked", missing.remedy());
        }
    }

    private CheckedQuotes result() {
        citations.values().stream()
                .flatMap(List::stream)
                .forEach(citation -> quotes.putIfAbsent(citation.evidence(), CheckedQuote.UNCHECKED));
        boolean isNothingChecked = quotes.values().stream().allMatch(quote -> quote.grade() == QuoteGrade.UNCHECKED);
        if (isNothingChecked && !quotes.isEmpty()) {
            add(
                    Place.wholeFile("facts"),
                    "nothing-checked",
                    "0 of " + quotes.size() + " quotes are checked",
                    "put the texts of the sources where 'dossier check --sources' finds them");
        }
        return new CheckedQuotes(quotes, lock, newLock());
    }

    private QuoteLock newLock() {
        Map<LockEntry.Key, LockEntry> entries = new TreeMap<>();
        quotes.forEach(
                (evidence, quote) -> LockEntry.of(evidence, quote).ifPresent(entry -> entries.put(entry.key(), entry)));
        return QuoteLock.of(entries.values());
    }

    private void add(Place place, String code, String message, String remedy) {
        problems.add(new Problem(place, isStrict ? Severity.ERROR : Severity.WARNING, code, message, remedy));
    }
}
