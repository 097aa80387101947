package org.dossier.evidence;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;

/** The sentences of one paragraph of a text. */
public final class Sentences {

    /** A paragraph is looked at so far around a quote; beyond that it is a text without paragraphs. */
    private static final int REACH = 3000;

    /** Words whose point does not end a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "gen", "gov", "sen", "rep", "lt", "col", "sgt", "hon", "vs", "v",
            "nos", "art", "sec", "para", "fig", "vol", "pp", "p", "cf", "e.g", "i.e", "al", "inc", "ltd", "co", "corp",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "approx", "u.s", "u.k",
            "u.n", "e.u");

    private final List<Extent> all = new ArrayList<>();

    /** @param paragraph the stretch of the text that is divided */
    public Sentences(String text, Extent paragraph) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text.substring(paragraph.start(), paragraph.end()));
        int start = paragraph.start();
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            int end = paragraph.start() + next;
            if (end == paragraph.end() || !endsWithAbbreviation(text.substring(start, end))) {
                all.add(new Extent(start, end));
                start = end;
            }
        }
    }

    /** All of them, in order; each with the spaces behind it. */
    public List<Extent> all() {
        return Collections.unmodifiableList(all);
    }

    /** The sentences of the paragraph that a stretch stands in; of all paragraphs that it touches. */
    static Sentences around(String text, NavigableSet<Extent> paragraphs, Extent stretch) {
        int start = paragraphAt(paragraphs, stretch.start()).start();
        int end = paragraphAt(paragraphs, stretch.end()).end();
        return new Sentences(
                text,
                new Extent(
                        Math.max(Math.min(start, stretch.start()), stretch.start() - REACH),
                        Math.min(Math.max(end, stretch.end()), stretch.end() + REACH)));
    }

    /** The paragraph that begins at an offset or is the last to begin before it. */
    private static Extent paragraphAt(NavigableSet<Extent> paragraphs, int offset) {
        Extent here = new Extent(offset, offset);
        return Objects.requireNonNullElse(paragraphs.floor(here), here);
    }

    private static boolean endsWithAbbreviation(String sentence) {
        String end = sentence.stripTrailing();
        if (!end.endsWith(".")) {
            return false;
        }
        String words = end.substring(0, end.length() - 1);
        String last = words.substring(Math.max(words.lastIndexOf(' '), words.lastIndexOf('(')) + 1);
        boolean isInitial = last.length() == 1 && Character.isUpperCase(last.charAt(0));
        return isInitial || ABBREVIATIONS.contains(last.toLowerCase(Locale.ROOT));
    }

    /** The sentence that a stretch of the paragraph stands in, or all that it touches. */
    Extent touching(Extent stretch) {
        int start = stretch.start();
        int end = stretch.end();
        for (Extent sentence : all) {
            if (sentence.start() < stretch.end() && stretch.start() < sentence.end()) {
                start = Math.min(start, sentence.start());
                end = Math.max(end, sentence.end());
            }
        }
        return new Extent(start, end);
    }

    /** The sentence before these ones; an empty stretch when they are the first. */
    Extent before(Extent sentences) {
        return all.stream()
                .filter(one -> one.end() == sentences.start())
                .findFirst()
                .orElse(new Extent(sentences.start(), sentences.start()));
    }

    /** The sentence behind these ones; an empty stretch when they are the last. */
    Extent after(Extent sentences) {
        return all.stream()
                .filter(one -> one.start() == sentences.end())
                .findFirst()
                .orElse(new Extent(sentences.end(), sentences.end()));
    }
}
