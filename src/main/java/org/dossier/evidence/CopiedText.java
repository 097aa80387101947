package org.dossier.evidence;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.claim.Detail;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Value;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** Finds texts and notes of curators that repeat a source instead of saying it in their own words. */
final class CopiedText {

    /** A quote has at most eight words; so many in a row are the source's own sentence. */
    private static final int WORDS_IN_A_ROW = 9;

    private static final Set<String> OWN_WORDS = Set.of("text", "note");

    private final List<Remark> remarks = new ArrayList<>();

    /**
     * What a curator wrote.
     *
     * @param sources which texts it could be taken from: those that are quoted beside it
     */
    private record Remark(List<String> words, Place place, Set<EntityId> sources) {}

    /** @param citations all evidence of these files */
    CopiedText(List<FactsFile> files, List<Citation> citations) {
        for (FactsFile file : files) {
            file.records().forEach(found -> add(found.details(), found.evidence()));
            file.claims().forEach(claim -> add(claim.details(), claim.evidence()));
        }
        citations.forEach(citation -> add(citation.evidence()));
    }

    private void add(List<Detail> details, List<Evidence> evidence) {
        Set<EntityId> sources = evidence.stream().map(Evidence::source).collect(Collectors.toSet());
        for (Detail detail : details) {
            if (OWN_WORDS.contains(detail.property()) && detail.value() instanceof Value.Text text) {
                add(text.text(), detail.place(), sources);
            }
        }
    }

    private void add(Evidence evidence) {
        if (evidence.note() != null) {
            add(evidence.note(), evidence.place(), Set.of(evidence.source()));
        }
    }

    private void add(String text, Place place, Set<EntityId> sources) {
        List<String> words = cores(text);
        if (words.size() >= WORDS_IN_A_ROW) {
            remarks.add(new Remark(words, place, sources));
        }
    }

    private static List<String> cores(String text) {
        return TextWords.coresOf(Normaliser.fold(text).folded());
    }

    /** Reports the remarks that repeat a text. */
    void report(EntityId source, SourceText text, Problems problems) {
        List<Remark> candidates = remarks.stream()
                .filter(remark -> remark.sources().contains(source))
                .toList();
        if (candidates.isEmpty()) {
            return;
        }
        String own = TextWords.coresOf(text.normalised().folded()).stream().collect(joining(" ", " ", " "));
        for (Remark remark : candidates) {
            copied(remark.words(), own)
                    .ifPresent(words -> problems.error(
                            remark.place(),
                            "copied-text",
                            "'" + words + "' … these words are the source's",
                            "say it in your own, and keep theirs in 'quote'"));
        }
    }

    /** The first words of the first run that stands in the source too. */
    private static Optional<String> copied(List<String> words, String own) {
        return IntStream.rangeClosed(0, words.size() - WORDS_IN_A_ROW)
                .mapToObj(start -> words.subList(start, start + WORDS_IN_A_ROW))
                .filter(run -> own.contains(" " + String.join(" ", run) + " "))
                .findFirst()
                .map(run -> String.join(" ", run.subList(0, 3)));
    }
}
