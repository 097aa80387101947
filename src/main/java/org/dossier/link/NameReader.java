package org.dossier.link;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes names apart into words and legal forms, by the tables {@code words.yaml}, {@code legal-forms.yaml} and
 * {@code places.yaml} beside this class.
 */
final class NameReader {

    private static final Pattern IDEOGRAPHS =
            Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}]+");
    private static final Pattern FILER_SUFFIX = Pattern.compile("\\s*/\\s*([A-Za-z]{2,3})\\s*/?\\s*$");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> UNITED_STATES = Set.of("us", "usa");
    private static final int SHORTEST_WITH_ACRONYM = 3;

    private static final NameReader SHARED = new NameReader();

    private final Folding folding = new Folding(ideographs());
    private final WordTable words = new WordTable(folding);
    private final FormTable forms = new FormTable(folding);
    private final PlaceTable places = new PlaceTable(folding);

    private NameReader() {}

    /** The tables never change, so one reader serves all. */
    static NameReader shared() {
        return SHARED;
    }

    private static Map<String, String> ideographs() {
        Map<String, String> meanings = new HashMap<>();
        WordTable.spellings()
                .forEach((word, others) -> addIdeographs(BuiltInTable.strings(others), String.valueOf(word), meanings));
        FormTable.spellings().forEach(written -> addIdeographs(written, written.get(0), meanings));
        PlaceTable.spellings().forEach((code, names) -> {
            List<String> written = BuiltInTable.strings(names);
            addIdeographs(written, ULocale.getDisplayCountry("und-" + code, ULocale.ENGLISH), meanings);
        });
        return meanings;
    }

    private static void addIdeographs(List<String> written, String meaning, Map<String, String> meanings) {
        written.stream()
                .filter(other -> IDEOGRAPHS.matcher(other).matches())
                .forEach(other -> meanings.put(other, meaning));
    }

    /** A name without a single letter or digit has no words. */
    FoldedName read(String name) {
        List<String> raw = folding.words(spaced(withoutFilerSuffix(name)));
        List<LegalForm> found = new ArrayList<>();
        List<String> core = forms.takeOut(raw, found);
        List<Word> all = withoutOwnAcronym(words(core));
        List<Word> read = found.isEmpty() ? withoutCountryOfAgency(all) : all;
        List<String> formWords = new ArrayList<>(raw);
        core.forEach(formWords::remove);
        return new FoldedName(
                name,
                read,
                found.stream().distinct().sorted().toList(),
                formWords,
                glued(raw),
                Initials.of(all, spoken(raw)));
    }

    /** Whether a text is a legal form and nothing else. */
    boolean isLegalForm(String text) {
        return forms.isForm(folding.words(text));
    }

    /** The words of any text as folded, without looking for legal forms, places or numbers. */
    List<String> foldedWords(String text) {
        return folding.words(text);
    }

    private String withoutFilerSuffix(String name) {
        Matcher suffix = FILER_SUFFIX.matcher(name);
        return suffix.find() && places.isFilerSuffix(suffix.group(1)) ? name.substring(0, suffix.start()) : name;
    }

    /** <i>IronHarborCorp</i> is three words, since the last is a legal form; <i>PayPal</i> is one. */
    private String spaced(String name) {
        String apart = HUMP.matcher(name.strip()).replaceAll(" ");
        int last = apart.lastIndexOf(' ');
        boolean isOneWord = last > 0 && name.strip().chars().noneMatch(Character::isWhitespace);
        return isOneWord && isLegalForm(apart.substring(last + 1)) ? apart : name;
    }

    /** All words of a name as one run of letters, without articles. */
    String glued(String name) {
        return glued(folding.words(name));
    }

    private String glued(List<String> raw) {
        return String.join("", spoken(raw));
    }

    private List<String> spoken(List<String> raw) {
        return raw.stream().filter(word -> !words.isFiller(word)).toList();
    }

    private List<Word> words(List<String> core) {
        List<Word> read = new ArrayList<>();
        for (int i = 0; i < core.size(); ) {
            Phrases.Found<Word> word = wordAt(core, i);
            read.add(word.meaning());
            i += word.length();
        }
        return read;
    }

    private Phrases.Found<Word> wordAt(List<String> core, int start) {
        Phrases.Found<String> place = places.startingAt(core, start);
        Phrases.Found<String> spelling = words.spellingAt(core, start);
        if (place != null && (spelling == null || place.length() >= spelling.length())) {
            String written = written(core, start, place.length());
            return new Phrases.Found<>(new Word(place.meaning(), written, Word.Sort.PLACE, true), place.length());
        }
        if (spelling != null) {
            String written = written(core, start, spelling.length());
            return new Phrases.Found<>(words.word(spelling.meaning(), written), spelling.length());
        }
        Phrases.Found<Integer> number = words.numberAt(core, start);
        if (number != null) {
            String written = written(core, start, number.length());
            Word word = new Word(String.valueOf(number.meaning()), written, Word.Sort.NUMBER, true);
            return new Phrases.Found<>(word, number.length());
        }
        return new Phrases.Found<>(words.word(core.get(start), core.get(start)), 1);
    }

    private static String written(List<String> core, int start, int length) {
        return String.join(" ", core.subList(start, start + length));
    }

    /** The U.S. Department of Justice is the Department of Justice; what it says of its country is an article. */
    private List<Word> withoutCountryOfAgency(List<Word> all) {
        if (all.stream().noneMatch(words::isOfAgencies)) {
            return all;
        }
        return all.stream()
                .map(word -> UNITED_STATES.contains(word.text())
                        ? new Word(word.text(), word.written(), Word.Sort.FILLER, false)
                        : word)
                .toList();
    }

    /** <i>Infrastructure Security Agency (ISA)</i> says the same thing twice. */
    private static List<Word> withoutOwnAcronym(List<Word> words) {
        if (words.size() < SHORTEST_WITH_ACRONYM) {
            return words;
        }
        List<Word> rest = words.subList(0, words.size() - 1);
        String last = words.get(words.size() - 1).text();
        return Initials.of(rest, List.of()).contains(last) ? rest : words;
    }
}
