package org.dossier.explain.factcheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dossier.explain.Background;
import org.dossier.explain.Things;
import org.dossier.explain.factcheck.DraftSentences.DraftSentence;
import org.dossier.explain.factcheck.Finding.Opinion;
import org.dossier.explain.factcheck.KnownNames.Mention;
import org.dossier.vocabulary.Vocabulary;

/** Holds each sentence of a draft against the records of the actors and technologies that it names. */
public final class FactCheck {

    /** A name that the dossier does not know: a capital within a sentence, or at its start on a word that is no common one. */
    private static final Pattern FOREIGN_NAME = Pattern.compile(
            "(?<=[\\p{Ll},;] )\\p{Lu}\\p{L}+|^(?!(?:He|She|It|They|We|I|You|"
                    + "The|A|An|This|That|These|Those|There|In|On|By|At|For|From|With|About|After|Before|Some|Many|More|Less|"
                    + "Nearly|Over|Under|But|And|Or|If|When|While|As|Its|Their|His|Her|Our|Critics|Nobody|Somebody)\\b)\\p{Lu}\\p{L}+");

    private final KnownNames names;
    private final DraftAmounts amounts;
    private final AmountRule amountRule;
    private final DateRule dateRule;
    private final LinkRule linkRule;
    private final RankRule rankRule;

    /**
     * @param graph everything that the dossier says
     * @param background where its records were typed
     */
    public FactCheck(Graph graph, Vocabulary vocabulary, Background background) {
        Things things = new Things(graph);
        OnFile file = new OnFile(graph, things, background);
        this.names = new KnownNames(graph, things);
        this.amounts = new DraftAmounts(vocabulary);
        this.amountRule = new AmountRule(file);
        this.dateRule = new DateRule(file);
        this.linkRule = new LinkRule(file);
        this.rankRule = new RankRule(file);
    }

    /** What the dossier has to say to each sentence of a draft in Markdown, in their order. */
    public List<Finding> check(String draft) {
        return DraftSentences.of(draft).stream().map(this::check).toList();
    }

    private Finding check(DraftSentence sentence) {
        List<Opinion> opinions = opinions(sentence.text());
        Verdict verdict = opinions.stream()
                .map(Opinion::verdict)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<String> reasons = opinions.stream()
                .filter(opinion -> opinion.verdict() == verdict)
                .map(Opinion::reason)
                .distinct()
                .toList();
        return new Finding(sentence.line(), sentence.end(), sentence.text(), verdict, reasons);
    }

    private List<Opinion> opinions(String text) {
        if (text.endsWith("?")) {
            return List.of(new Opinion(Verdict.CANNOT_JUDGE, "a question says nothing"));
        }
        DraftDates dates = DraftDates.in(text);
        List<Mention> mentions = names.in(text);
        List<DraftAmount> counted = amounts.in(withoutNames(dates.rest(), mentions));
        if (mentions.isEmpty()) {
            return List.of(nobody(text, !counted.isEmpty() || !dates.found().isEmpty()));
        }
        Set<Node> things = mentions.stream().map(Mention::thing).collect(Collectors.toSet());
        Set<String> words = Words.of(withoutNames(dates.rest(), mentions));
        List<Opinion> opinions = new ArrayList<>();
        counted.forEach(amount -> opinions.add(amountRule.judge(amount, dates.found(), things, words)));
        opinions.addAll(linkRule.judge(text, mentions));
        opinions.addAll(rankRule.judge(text, things, words));
        if (counted.isEmpty() && !dates.found().isEmpty()) {
            opinions.add(dateRule.judge(dates.found(), things, words));
        }
        return opinions.isEmpty()
                ? List.of(new Opinion(Verdict.CANNOT_JUDGE, "it has no amount, date or link that a rule looks up"))
                : opinions;
    }

    private static Opinion nobody(String text, boolean isCheckable) {
        return isCheckable && FOREIGN_NAME.matcher(text).find()
                ? new Opinion(Verdict.NOTHING_ON_FILE, "the dossier knows nobody and nothing that it names")
                : new Opinion(Verdict.CANNOT_JUDGE, "it names nobody and nothing that the dossier knows");
    }

    private static String withoutNames(String text, List<Mention> mentions) {
        StringBuilder rest = new StringBuilder(text);
        mentions.forEach(
                mention -> rest.replace(mention.start(), mention.end(), " ".repeat(mention.end() - mention.start())));
        return rest.toString();
    }
}
