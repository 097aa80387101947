package org.dossier.evidence;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The words that a curator quotes, taken apart where {@code [...]} marks that some of the source's are left out.
 *
 * @param whole the folded quote as it is typed
 * @param parts the folded parts between the elisions; none when there are no words to look for
 * @param typedParts the same parts as they are typed
 */
record Quote(String whole, List<String> parts, List<String> typedParts) {

    private static final Pattern ELISION = Pattern.compile("\\[\\s?(?:\\.\\.\\.|\u2026)\\s?\\]");

    static Quote of(String typed) {
        List<String> typedParts = typedParts(typed);
        return new Quote(
                foldPart(typed), typedParts.stream().map(Quote::foldPart).toList(), typedParts);
    }

    private static List<String> typedParts(String typed) {
        return ELISION.splitAsStream(typed)
                .map(String::strip)
                .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static String foldPart(String part) {
        return Normaliser.fold(part).folded().strip();
    }

    boolean isElided() {
        return parts.size() > 1;
    }
}
