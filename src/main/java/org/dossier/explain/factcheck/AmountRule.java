package org.dossier.explain.factcheck;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.dossier.claim.PartialDate;
import org.dossier.explain.factcheck.Finding.Opinion;
import org.jspecify.annotations.Nullable;

/**
 * An amount is held against those of the records that share a name and a unit with its sentence, at the time that the sentence
 * gives. Another figure differs only when something besides the name speaks for the same subject: the date, a second name, or a
 * word; otherwise nothing is on file.
 */
final class AmountRule {

    private static final Map<String, Integer> BYTES = Map.of(
            "byte", 0, "kilobyte", 3, "megabyte", 6, "gigabyte", 9, "terabyte", 12, "petabyte", 15, "exabyte", 18);

    /** Units of which there are so many whole ones; drafts call them by many names. */
    static final Set<String> COUNTED = Set.of("people", "photograph", "signature");

    private final OnFile file;

    AmountRule(OnFile file) {
        this.file = file;
    }

    Opinion judge(DraftAmount amount, List<PartialDate> dates, Set<Node> things, Set<String> words) {
        List<FiledRecord> alike = alike(amount, things, words);
        List<FiledRecord> then = alike.stream()
                .filter(record -> dates.isEmpty() || dates.stream().anyMatch(record::mayBeOf))
                .toList();
        List<FiledRecord> bearing = bearing(amount, then);
        if (!bearing.isEmpty()) {
            return new Opinion(Verdict.AGREES, compared(amount, bearing));
        }
        List<FiledRecord> atAnotherTime = bearing(amount, alike);
        if (!atAnotherTime.isEmpty()) {
            return new Opinion(Verdict.DIFFERS, compared(amount, atAnotherTime));
        }
        List<FiledRecord> same = then.stream()
                .filter(record -> (record.isDated() && !dates.isEmpty())
                        || record.shares(things) > 1
                        || record.sharesWords(words) > 0)
                .toList();
        return same.isEmpty()
                ? new Opinion(Verdict.NOTHING_ON_FILE, "draft: " + amount.typed())
                : new Opinion(Verdict.DIFFERS, compared(amount, same));
    }

    private List<FiledRecord> alike(DraftAmount amount, Set<Node> things, Set<String> words) {
        List<FiledRecord> sharing = file.records().stream()
                .filter(record -> record.reach() != null && record.shares(things) > 0)
                .toList();
        List<FiledRecord> ofUnit = sharing.stream()
                .filter(record -> amount.unit() != null && inUnitOf(amount, record) != null)
                .toList();
        if (!ofUnit.isEmpty() || (amount.unit() != null && !COUNTED.contains(amount.unit()))) {
            return ofUnit;
        }
        return sharing.stream()
                .filter(record ->
                        record.unit() != null && COUNTED.contains(record.unit()) && record.sharesWords(words) > 0)
                .toList();
    }

    private static List<FiledRecord> bearing(DraftAmount amount, List<FiledRecord> records) {
        return records.stream()
                .filter(record -> {
                    Reach filed = inUnitOf(amount, record);
                    return filed != null && amount.reach().isBorneOutBy(filed);
                })
                .toList();
    }

    /** What a record holds, counted in the unit of the draft; nothing where that is of another sort. */
    private static @Nullable Reach inUnitOf(DraftAmount amount, FiledRecord record) {
        Reach filed = record.reach();
        String unit = record.unit();
        if (filed == null || unit == null || unit.equals(amount.unit())) {
            return filed;
        }
        if (amount.unit() == null || COUNTED.contains(amount.unit())) {
            return COUNTED.contains(unit) ? filed : null;
        }
        Integer from = BYTES.get(unit);
        Integer to = BYTES.get(amount.unit());
        if (from == null || to == null) {
            return null;
        }
        BigDecimal number = filed.number().scaleByPowerOfTen(from - to);
        return new Reach(number, filed.precision());
    }

    private static String compared(DraftAmount amount, List<FiledRecord> records) {
        return "draft: " + amount.typed() + "; on file: "
                + records.stream().map(FiledRecord::told).collect(Collectors.joining("; "));
    }
}
