package org.dossier.explain.factcheck;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.dossier.explain.factcheck.Finding.Opinion;

/** A rank is held against those of the records that share a name and a word with its sentence; without one it is not judged. */
final class RankRule {

    private final OnFile file;

    RankRule(OnFile file) {
        this.file = file;
    }

    List<Opinion> judge(String sentence, Set<Node> things, Set<String> words) {
        if (LinkRule.isNegated(sentence)) {
            return List.of();
        }
        return Rank.in(sentence).stream()
                .flatMap(rank -> judge(rank, things, words).stream())
                .toList();
    }

    private List<Opinion> judge(Rank rank, Set<Node> things, Set<String> words) {
        List<FiledRecord> alike = file.records().stream()
                .filter(record -> record.shares(things) > 0 && record.sharesWords(words) > 0)
                .filter(record -> record.ranks().stream().anyMatch(rank::isInOrderOf))
                .toList();
        if (alike.isEmpty()) {
            return List.of();
        }
        boolean isSame = alike.stream().anyMatch(record -> record.ranks().contains(rank));
        String reason = "draft: " + rank.text() + "; on file: "
                + alike.stream().map(FiledRecord::told).collect(Collectors.joining("; "));
        return List.of(new Opinion(isSame ? Verdict.AGREES : Verdict.DIFFERS, reason));
    }
}
