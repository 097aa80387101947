package org.dossier.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words by which the sentence of a quote, or one beside it, denies what the quote seems to say. English only. */
final class Denials {

    /** Words that deny all that follows them in their clause. */
    private static final Pattern NEGATION =
            Pattern.compile("\\b(?:no (?:evidence|proof|record|sign)|denie[sd]|deny|denying"
                    + "|refute[sd]?|disput(?:es|ed) (?:that|having)|reject(?:s|ed) (?:that|the)|contrary to|myth|nonsense|not true|untrue|false(?:ly)?|not the case"
                    + "|failed to (?:show|prove|find)|wrongly|dropped the charge|taken back|cannot rule out)\\b");

    /** A negation governs the few words that follow it. */
    private static final Pattern NEAR_NEGATION = Pattern.compile(
            "\\b(?:not|[a-z]+n't|cannot|never|nobody|no longer|hardly)"
                    + "(?! (?:only|the only|just|long|least|yet|until|even))(?: (?!and\\b|but\\b|that\\b)[\\w'-]+){0,4}$");

    /** Words that deny what stands before them in the same sentence. */
    private static final Pattern AFTERTHOUGHT = Pattern.compile(
            "\\b(?:(?:is|are|was|were|has been|have been) (?:false|untrue|not"
                    + " true|wrong|denied|refuted|retracted|withdrawn|corrected|disputed|baseless|forged)|later clarified|but not)\\b");

    /** Words that deny what the sentence before them says. */
    private static final Pattern REPLY =
            Pattern.compile("\\b(?:den(?:ied|ies) (?:it|this|that|the (?:claim|report|charge|accusation)s?)"
                    + "|(?:refut|disput|reject|contradict)(?:ed|es|s) (?:this|that|the (?:claim|report|charge|accusation|account|number|figure)s?)"
                    + "|retracted|withdrew|corrected|correction|later clarified|clarified|untrue|nonsense|baseless|forged|the record straight"
                    + "|(?:is|are|was|were|proved|turned out to be) (?:false|wrong|fake|unfounded)|not the case|nothing of the kind"
                    + "|apologi[sz]ed|there (?:is|was) none|never heard of|cleared (?:the|it|him|her|them)\\b|found nothing"
                    + "|(?:taken|took) (?:that|this|it) back|no (?:evidence|proof)|(?:none|nobody|not|cannot)(?: [\\w']+){0,3} (?:be )?(?:verif(?:y|ied)|confirm(?:ed)?)"
                    + "|show otherwise|said (?:that )?(?:it|he|she|they) (?:does|did|do|has|had|have|is|was|were) (?:not|no|never))\\b"
                    + "|^(?:it|he|she|they) (?:does|did|do|has|had|is|was|were) not[,.]");

    private Denials() {}

    /**
     * A denial and where it stands.
     *
     * @param words by which it is denied
     * @param where <i>the sentence</i>, <i>the next sentence</i> …
     */
    record Denial(String words, String where) {}

    static Optional<Denial> in(Surroundings passage) {
        String clause = Hedges.clauseBefore(passage.before());
        return first(NEGATION, clause, "the sentence")
                .or(() -> first(NEAR_NEGATION, clause, "the sentence"))
                .or(() -> first(AFTERTHOUGHT, passage.after(), "the sentence"))
                .or(() -> first(REPLY, passage.next(), "the next sentence"));
    }

    private static Optional<Denial> first(Pattern pattern, String text, String where) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(new Denial(matcher.group(), where)) : Optional.empty();
    }
}
