package org.dossier.link;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A cell in which somebody wrote whom a thing was bought from, such as {@code UiPath; Microsoft; Apryse}, taken apart.
 * Nothing is minted from it: a mention is a proposal, for people to judge.
 *
 * @param cell as the file has it
 * @param parts in order
 */
public record VendorText(String cell, List<Part> parts) {

    /** One part of a cell. */
    public sealed interface Part {

        /**
         * What may be the name of a firm or product.
         *
         * @param remark what stood beside it, such as {@code hosting provider}; may be empty
         */
        record Mention(String name, String remark) implements Part {}

        /** Words that say the name is kept back. */
        record Withheld(String words) implements Part {}

        /** Words that say nobody is named: in-house, to be determined. */
        record Nobody(String words) implements Part {}

        /** Words that only a person can read: a sentence, an address, the number of an award. */
        record Note(String words) implements Part {}
    }

    private static final Pattern WITHHELD = Pattern.compile(
            "(?i).*\\b(law enforcement sensitive|redacted|withheld|classified|sensitive information)\\b.*");
    private static final Pattern NOBODY = Pattern.compile("(?i)(none|n/?a|not (available|applicable|yet selected|known)"
            + "|no vendors?\\b.*|to be determined|tbd|unknown|various|multiple|other|see (above|below).*"
            + "|(developed )?in[- ]?house\\b.*|internal\\b.*|open[- ]source\\b.*|government (developed|staff).*"
            + "|contractor teams?|(an? )?ai (service|model) provider|vendor|contractors?)");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern AWARD = Pattern.compile("(?=.*\\d)[A-Z0-9][A-Z0-9-]{9,}");
    private static final Pattern NUMBER =
            Pattern.compile("(?i)\\b(piid|procurement instrument id\\b.*?|contract( number| no\\.?)?)\\s*:.*");
    private static final Pattern REMARK = Pattern.compile("\\s*\\(([^()]*)\\)");
    private static final Pattern LED =
            Pattern.compile("(?i)^(purchased from a vendor|development|maintenance|vendor|by)\\s*(--?|:)\\s*");
    private static final Pattern PLAIN_BREAK =
            Pattern.compile("\\s*(?:[;\\n\\r\\t|]|\\s/\\s|(?<=\\p{L}{3})/(?=\\p{L}{3}))\\s*");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*(?:and\\s+)?(?![^(]*\\))");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+(?=\\p{Lu})");
    private static final Pattern WITH = Pattern.compile(
            "(?:^|\\s+)(?:using|via|hosted (?:on|by)|subcontracted to|powered by|acquired by|under the)\\s+");
    private static final int LONGEST_NAME = 8;
    private static final Pattern LOWERCASE = Pattern.compile("\\p{Ll}[\\p{Ll}'’-]*");
    private static final int WORDS_OF_SENTENCE = 3;

    public VendorText {
        parts = List.copyOf(parts);
    }

    /** Takes a cell apart. */
    public static VendorText read(String cell) {
        List<Part> parts = new ArrayList<>();
        String names = ADDRESS.matcher(cell).replaceAll("").strip();
        if (isSentence(cell) || (names.isEmpty() && !cell.isBlank())) {
            parts.add(new Part.Note(cell.strip()));
        } else {
            PLAIN_BREAK.splitAsStream(names).flatMap(VendorText::names).forEach(name -> addPart(name, parts));
        }
        return new VendorText(cell, parts);
    }

    public List<Part.Mention> mentions() {
        return parts.stream()
                .flatMap(part -> part instanceof Part.Mention mention ? Stream.of(mention) : Stream.empty())
                .toList();
    }

    /** Names are capitalised; several small words that are no conjunctions make a sentence. */
    private static boolean isSentence(String text) {
        String[] words = REMARK.matcher(text).replaceAll("").strip().split("\\s+");
        long small = Stream.of(words)
                .filter(word ->
                        LOWERCASE.matcher(word.replaceAll("[.,;:]$", "")).matches())
                .filter(word -> !List.of("and", "of", "the", "for", "using", "to", "subcontracted")
                        .contains(word))
                .count();
        return words.length > LONGEST_NAME && small >= WORDS_OF_SENTENCE;
    }

    /** The names in a list; a comma before a legal form belongs to the name. */
    private static Stream<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (String piece : COMMA.split(list)) {
            int last = names.size() - 1;
            if (last >= 0 && isLegalForm(piece)) {
                names.set(last, names.get(last) + ", " + piece);
            } else {
                names.add(piece);
            }
        }
        return names.stream().flatMap(VendorText::sides);
    }

    private static boolean isLegalForm(String piece) {
        return NameReader.shared().isLegalForm(REMARK.matcher(piece).replaceAll(""));
    }

    /** <i>Leidos and Highrise</i> are two; <i>Dun and Bradstreet Inc.</i>, by its legal form, is one. */
    private static Stream<String> sides(String name) {
        boolean isOne =
                !NameReader.shared().read(name.isBlank() ? "-" : name).forms().isEmpty();
        return WITH.splitAsStream(name).flatMap(side -> isOne ? Stream.of(side) : AND.splitAsStream(side));
    }

    private static void addPart(String text, List<Part> parts) {
        String words = text.strip();
        if (!words.isEmpty()) {
            parts.add(part(words));
        }
    }

    private static Part part(String words) {
        if (WITHHELD.matcher(words).matches()) {
            return new Part.Withheld(words);
        }
        if (NOBODY.matcher(words).matches()) {
            return new Part.Nobody(words);
        }
        String name = bare(words);
        boolean isName = name.codePoints().anyMatch(Character::isLetter)
                && !AWARD.matcher(name).matches()
                && !isSentence(name)
                && !NOBODY.matcher(name).matches();
        return isName ? new Part.Mention(name, remark(words)) : new Part.Note(words);
    }

    private static String bare(String words) {
        String name = LED.matcher(words).replaceFirst("");
        for (Pattern cut : List.of(NUMBER, REMARK)) {
            name = cut.matcher(name).replaceAll("");
        }
        String trimmed = name.replaceAll("\\s+", " ").replaceAll("^[\\s,.:-]+|[\\s,:-]+$", "");
        String last = trimmed.substring(trimmed.lastIndexOf(' ') + 1);
        return last.endsWith(".") && !isLegalForm(last) ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }

    private static String remark(String words) {
        List<String> remarks = new ArrayList<>();
        Matcher inBrackets = REMARK.matcher(words);
        while (inBrackets.find()) {
            remarks.add(inBrackets.group(1).strip());
        }
        Matcher number = NUMBER.matcher(words);
        if (number.find()) {
            remarks.add(number.group().strip());
        }
        return String.join("; ", remarks);
    }
}
