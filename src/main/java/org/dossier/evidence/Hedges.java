package org.dossier.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the word by which a source holds back from what it says in a quote. English only. */
final class Hedges {

    /** Words of reserve that govern what follows them in their clause. */
    private static final Pattern RESERVE = Pattern.compile(
            "\\b(?:reportedly|allegedly|purportedly|supposedly|presumably"
                    + "|apparently|possibly|perhaps|probably|likely|may|might|could|appears?|appeared|seems?|seemed"
                    + "|suggests?|suggested|impl(?:y|ies|ied)|hints?|hinted|speculates?|speculated|estimates?|estimated"
                    + "|alleges?|alleged|claims?|claimed|fears?|feared|hopes?|hoped|guess(?:es|ed)?"
                    + "|rumou?rs?|rumou?red|suspected|unconfirmed|unclear|uncertain|impression"
                    + "|by (?:its|his|her|their) own account|according to (?:a|one|two|several|some) (?:person|people|sources?)"
                    + "|if (?:it is|they are|it was|they were) (?:genuine|true|right|authentic)"
                    + "|(?:is|are|was|were) (?:said|reported|believed|thought|understood|accused)|what (?:it|he|she|they) calls?)\\b");

    /** Words of reserve that follow what they govern. */
    private static final Pattern AFTERTHOUGHT = Pattern.compile(
            ", (?:[\\w']+ ){1,4}(?:reportedly |allegedly )?(?:alleged|alleges|claimed|claims|suggested)\\b"
                    + "|, (?:[\\w']+ ){0,4}(?:reportedly|allegedly)\\b");

    private static final Pattern CLAUSE_END = Pattern.compile(";|, (?:but|while|although|though|whereas) ");
    private static final Pattern CONCESSION =
            Pattern.compile("^(?:while|although|though|whereas|even if|even though)\\b[^,]*,");

    private Hedges() {}

    /** The word that hedges the quote. */
    static Optional<String> in(Surroundings passage) {
        return last(RESERVE, clauseBefore(passage.before())).or(() -> first(AFTERTHOUGHT, passage.after()));
    }

    /** What stands before the quote in its own clause. */
    static String clauseBefore(String before) {
        String main = CONCESSION.matcher(before).replaceFirst("");
        return CLAUSE_END.splitAsStream(main).reduce("", (earlier, later) -> later);
    }

    private static Optional<String> last(Pattern pattern, String text) {
        return pattern.matcher(text).results().reduce((one, other) -> other).map(found -> found.group());
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group().replaceFirst("^, ", "")) : Optional.empty();
    }
}
