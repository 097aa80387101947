package org.dossier.link;

import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds countries and the states of the United States in names. */
final class PlaceTable {

    private static final BuiltInTable FILE = BuiltInTable.read("places.yaml");

    private final Phrases<String> codes = new Phrases<>();
    private final Set<String> filerSuffixes = new HashSet<>(FILE.list("suffixes"));

    /** States come first: Georgia in a name is more often the state. */
    PlaceTable(Folding folding) {
        FILE.section("states").forEach((postal, name) -> {
            String code = String.valueOf(postal).toLowerCase(Locale.ROOT);
            codes.add(folding.words(String.valueOf(name)), "us-" + code);
            filerSuffixes.add(code);
        });
        FILE.list("united-states-of-america").forEach(name -> codes.add(folding.words(name), "usa"));
        FILE.section("countries")
                .forEach((code, names) -> BuiltInTable.strings(names)
                        .forEach(name -> codes.add(folding.words(name), lower(String.valueOf(code)))));
        for (String code : ULocale.getISOCountries()) {
            String name = ULocale.getDisplayCountry("und-" + code, ULocale.ENGLISH);
            codes.add(folding.words(name), lower(code));
        }
    }

    /** Ways to write each country, by its code. */
    static Map<?, ?> spellings() {
        return FILE.section("countries");
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    /** The place named by the words from a position on: {@code us}, or {@code us-tx} for a state;
     * {@code usa} is kept apart. */
    Phrases.@Nullable Found<String> startingAt(List<String> words, int start) {
        return codes.startingAt(words, start);
    }

    /** Whether it is one of the marks that the SEC sets behind a filer's name, such as /DE/. */
    boolean isFilerSuffix(String letters) {
        return filerSuffixes.contains(lower(letters));
    }
}
