package org.dossier.explain.factcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.evidence.Extent;
import org.dossier.evidence.Sentences;

/** The sentences of a draft in Markdown: those of its paragraphs and lists, without headings, tables and code. */
final class DraftSentences {

    private static final Pattern LINE = Pattern.compile("(.*)(\\R|$)");
    private static final Pattern APART =
            Pattern.compile("\\s*|#.*|\\|.*|(=+|-+|\\*\\s*\\*\\s*\\*.*)\\s*|<!--.*|\\[\\^[^]]+]:.*");
    private static final Pattern FENCE = Pattern.compile("\\s*(```|~~~).*");
    private static final Pattern MARKER = Pattern.compile("(\\s*(?:>\\s*)*(?:[-*+]|\\d+[.)])\\s+|\\s*>\\s*)?.*");

    /**
     * One sentence.
     *
     * @param line from 1
     * @param end behind its last character
     */
    record DraftSentence(String text, int line, int end) {}

    private final String draft;
    private final List<DraftSentence> found = new ArrayList<>();
    private int paragraphStart = -1;

    private DraftSentences(String draft) {
        this.draft = draft;
    }

    static List<DraftSentence> of(String draft) {
        DraftSentences sentences = new DraftSentences(draft);
        sentences.read();
        return sentences.found;
    }

    private void read() {
        boolean isCode = false;
        Matcher line = LINE.matcher(draft);
        while (line.find() && line.end() > line.start()) {
            String text = line.group(1);
            boolean isFence = FENCE.matcher(text).matches();
            if (isFence || isCode || APART.matcher(text).matches()) {
                endParagraph(line.start());
                isCode ^= isFence;
            } else {
                begin(text, line.start());
            }
        }
        endParagraph(draft.length());
    }

    private void begin(String text, int start) {
        Matcher marker = MARKER.matcher(text);
        int inset =
                marker.matches() && marker.group(1) != null ? marker.group(1).length() : 0;
        if (inset > 0) {
            endParagraph(start);
        }
        if (paragraphStart < 0) {
            paragraphStart = start + inset;
        }
    }

    private void endParagraph(int end) {
        if (paragraphStart < 0) {
            return;
        }
        for (Extent extent : new Sentences(draft, new Extent(paragraphStart, end)).all()) {
            String text = draft.substring(extent.start(), extent.end()).stripTrailing();
            if (!text.isBlank()) {
                int line = 1
                        + (int) draft.substring(0, extent.start())
                                .chars()
                                .filter(sign -> sign == '\n')
                                .count();
                found.add(
                        new DraftSentence(text.replaceAll("\\s+", " ").strip(), line, extent.start() + text.length()));
            }
        }
        paragraphStart = -1;
    }
}
