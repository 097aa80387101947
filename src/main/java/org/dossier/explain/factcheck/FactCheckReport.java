package org.dossier.explain.factcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a check of a draft came to, for people. */
public final class FactCheckReport {

    private FactCheckReport() {}

    /**
     * One line for each sentence, then those that are unbacked.
     *
     * @param file how the draft is called
     */
    public static List<String> text(String file, List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            lines.add(file + ":" + finding.line() + ": " + finding.verdict() + ": " + finding.sentence());
            finding.reasons().forEach(reason -> lines.add("  " + reason));
        }
        lines.add("");
        lines.add(summary(findings));
        unbacked(findings)
                .forEach(finding -> lines.add("- " + file + ":" + finding.line() + ": " + finding.sentence()));
        return lines;
    }

    /** The draft with a footnote behind each sentence that could be judged, and the unbacked ones at its end. */
    public static List<String> markdown(String draft, List<Finding> findings) {
        StringBuilder annotated = new StringBuilder(draft.stripTrailing());
        List<String> notes = new ArrayList<>();
        List<Finding> judged = findings.stream()
                .filter(finding -> finding.verdict() != Verdict.CANNOT_JUDGE)
                .toList();
        for (int i = judged.size() - 1; i >= 0; i--) {
            annotated.insert(judged.get(i).end(), mark(i));
        }
        for (int i = 0; i < judged.size(); i++) {
            Finding finding = judged.get(i);
            notes.add(mark(i) + ": **" + finding.verdict() + "**: " + escaped(String.join("; ", finding.reasons()))
                    + ".");
        }
        List<String> lines = new ArrayList<>(annotated.toString().lines().toList());
        lines.addAll(List.of("", "## Fact check", "", summary(findings), ""));
        unbacked(findings)
                .forEach(finding -> lines.add("- line " + finding.line() + ": " + escaped(finding.sentence())));
        lines.add("");
        lines.addAll(notes);
        return lines;
    }

    private static String mark(int index) {
        return "[^fact-" + (index + 1) + "]";
    }

    private static List<Finding> unbacked(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict().isUnbacked())
                .toList();
    }

    private static String summary(List<Finding> findings) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict :
                List.of(Verdict.AGREES, Verdict.DIFFERS, Verdict.NOTHING_ON_FILE, Verdict.CANNOT_JUDGE)) {
            long number = findings.stream()
                    .filter(finding -> finding.verdict() == verdict)
                    .count();
            counts.add(verdict + ": " + number);
        }
        int unbacked = unbacked(findings).size();
        return String.format(Locale.ROOT, "%d sentences (%s); ", findings.size(), String.join(", ", counts))
                + (unbacked == 0 ? "none is known to be unbacked" : "unbacked:");
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
