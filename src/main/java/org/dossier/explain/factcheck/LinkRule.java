package org.dossier.explain.factcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.dossier.explain.factcheck.Finding.Opinion;
import org.dossier.explain.factcheck.KnownNames.Mention;
import org.dossier.triples.Names;

/** Links between two names of a sentence, told by their verbs: who uses, makes or supplies what. */
final class LinkRule {

    private static final Pattern NEGATION =
            Pattern.compile("(?i)\\b(?:not|never|no longer|denies|denied|neither|without)\\b|n[’']t\\b");

    /**
     * A verb.
     *
     * @param property local name
     * @param subject class of who does it
     * @param object class of what it is done to
     * @param isOfOne whether another subject on file speaks against this one
     */
    private record Verb(String property, Pattern words, String subject, String object, boolean isOfOne) {}

    private static final List<Verb> VERBS = List.of(
            new Verb(
                    "uses",
                    Pattern.compile("(?i)\\b(?:uses?|used|using|rel(?:y|ies|ied) on)\\b"),
                    "Agency",
                    "Technology",
                    false),
            new Verb(
                    "makes",
                    Pattern.compile("(?i)\\b(?:makes?|made|makers?|builds?|built|develop(?:s|ed)?)\\b"),
                    "Firm",
                    "Technology",
                    true),
            new Verb(
                    "suppliesTo",
                    Pattern.compile("(?i)\\b(?:suppl(?:y|ies|ied)|sells? to|sold to)\\b"),
                    "Firm",
                    "Agency",
                    false));

    private final OnFile file;

    LinkRule(OnFile file) {
        this.file = file;
    }

    List<Opinion> judge(String sentence, List<Mention> mentions) {
        boolean isNegated = isNegated(sentence);
        List<Opinion> opinions = new ArrayList<>();
        VERBS.stream()
                .filter(verb -> verb.words().matcher(sentence).find())
                .forEach(verb -> opinions.addAll(judge(verb, mentions, isNegated)));
        return opinions;
    }

    /** Whether a sentence denies something. */
    static boolean isNegated(String sentence) {
        return NEGATION.matcher(sentence).find();
    }

    private List<Opinion> judge(Verb verb, List<Mention> mentions, boolean isNegated) {
        List<Node> subjects = of(mentions, verb.subject());
        List<Node> objects = of(mentions, verb.object());
        List<Opinion> opinions = new ArrayList<>();
        for (Node object : objects) {
            List<Node> claims = subjects.stream()
                    .filter(subject -> !subject.equals(object))
                    .flatMap(subject -> file.claims(subject, Names.term(verb.property()), object).stream())
                    .toList();
            claims.forEach(claim -> opinions.add(ofClaim(claim, isNegated)));
            if (claims.isEmpty() && !isNegated && subjects.stream().anyMatch(subject -> !subject.equals(object))) {
                opinions.add(ofNone(verb, object));
            }
        }
        return opinions;
    }

    private List<Node> of(List<Mention> mentions, String className) {
        return mentions.stream()
                .map(Mention::thing)
                .filter(thing -> file.isA(thing, className))
                .distinct()
                .toList();
    }

    private Opinion ofClaim(Node claim, boolean isNegated) {
        Verdict verdict = file.stands(claim) == isNegated ? Verdict.DIFFERS : Verdict.AGREES;
        return new Opinion(verdict, "on file: " + file.told(claim));
    }

    private Opinion ofNone(Verb verb, Node object) {
        List<Node> others = verb.isOfOne() ? file.claims(Node.ANY, Names.term(verb.property()), object) : List.of();
        return others.isEmpty()
                ? new Opinion(Verdict.NOTHING_ON_FILE, "no claim links them")
                : new Opinion(Verdict.DIFFERS, "on file: " + file.told(others.get(0)));
    }
}
