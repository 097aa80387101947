package org.dossier.explain.factcheck;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.dossier.claim.PartialDate;
import org.dossier.explain.factcheck.Finding.Opinion;

/** The date of a sentence without an amount is held against those of the records that share a name and two words with it. */
final class DateRule {

    private static final int LEAST_WORDS = 2;

    private final OnFile file;

    DateRule(OnFile file) {
        this.file = file;
    }

    Opinion judge(List<PartialDate> dates, Set<Node> things, Set<String> words) {
        List<FiledRecord> alike = file.records().stream()
                .filter(record ->
                        record.isDated() && record.shares(things) > 0 && record.sharesWords(words) >= LEAST_WORDS)
                .toList();
        long most = alike.stream()
                .mapToLong(record -> record.sharesWords(words))
                .max()
                .orElse(0);
        List<FiledRecord> nearest = alike.stream()
                .filter(record -> record.sharesWords(words) == most)
                .toList();
        if (nearest.isEmpty()) {
            return new Opinion(Verdict.NOTHING_ON_FILE, "draft: " + told(dates));
        }
        boolean isThen = nearest.stream().anyMatch(record -> dates.stream().anyMatch(record::mayBeOf));
        String reason = "draft: " + told(dates) + "; on file: "
                + nearest.stream().map(FiledRecord::told).collect(Collectors.joining("; "));
        return new Opinion(isThen ? Verdict.AGREES : Verdict.DIFFERS, reason);
    }

    private static String told(List<PartialDate> dates) {
        return dates.stream().map(PartialDate::text).collect(Collectors.joining(", "));
    }
}
