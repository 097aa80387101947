package org.dossier.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds legal forms in names, by the table {@code legal-forms.yaml}. */
final class FormTable {

    private static final BuiltInTable FILE = BuiltInTable.read("legal-forms.yaml");

    /** Where in a name a word is a legal form. */
    private enum Stands {
        EVERYWHERE,
        AFTER_START,
        END,
        /** At the very end: behind <i>trust</i>, <i>company</i> makes a bank of it. */
        LAST,
        EITHER_END;

        boolean atStart() {
            return this == EVERYWHERE || this == EITHER_END;
        }

        boolean inside() {
            return this == EVERYWHERE || this == AFTER_START;
        }
    }

    private record Entry(LegalForm form, Stands stands) {}

    private final Phrases<Entry> entries = new Phrases<>();

    FormTable(Folding folding) {
        for (LegalForm.Family family : LegalForm.Family.values()) {
            FILE.section(family.name().toLowerCase(Locale.ROOT))
                    .forEach((name, row) -> add(folding, family, String.valueOf(name), (Map<?, ?>) row));
        }
    }

    private void add(Folding folding, LegalForm.Family family, String name, Map<?, ?> row) {
        LegalForm form = new LegalForm(
                name,
                family,
                Set.copyOf(BuiltInTable.strings(row.get("rendered"))),
                Set.copyOf(BuiltInTable.strings(row.get("countries"))));
        Stands stands = Stands.valueOf(
                String.valueOf(row.get("stands")).replace('-', '_').toUpperCase(Locale.ROOT));
        for (String written : BuiltInTable.strings(row.get("written"))) {
            entries.add(folding.words(written), new Entry(form, stands));
        }
    }

    /** Ways to write a form, the plainest first: what an ideograph is read as. */
    static List<List<String>> spellings() {
        List<List<String>> spellings = new ArrayList<>();
        for (LegalForm.Family family : LegalForm.Family.values()) {
            for (Object row :
                    FILE.section(family.name().toLowerCase(Locale.ROOT)).values()) {
                spellings.add(BuiltInTable.strings(((Map<?, ?>) row).get("written")));
            }
        }
        return spellings;
    }

    /** Whether these words are a legal form, all of them. */
    boolean isForm(List<String> words) {
        Phrases.Found<Entry> entry = words.isEmpty() ? null : entries.startingAt(words, 0);
        return entry != null && entry.length() == words.size();
    }

    /** The words of a name without its legal forms, which are added to those found; at least one word is left. */
    List<String> takeOut(List<String> words, List<LegalForm> found) {
        List<String> left = takeOutAtStart(takeOutAtEnd(words, found), found);
        return takeOutInside(left, found);
    }

    private List<String> takeOutAtEnd(List<String> words, List<LegalForm> found) {
        List<String> left = words;
        for (int start = 1; start < left.size(); start++) {
            Phrases.Found<Entry> entry = entries.startingAt(left, start);
            if (entry != null && start + entry.length() == left.size() && mayEnd(entry, left.size() == words.size())) {
                found.add(entry.meaning().form());
                left = left.subList(0, start);
                start = 0;
            }
        }
        return left;
    }

    private static boolean mayEnd(Phrases.Found<Entry> entry, boolean isLast) {
        return isLast || entry.meaning().stands() != Stands.LAST;
    }

    private List<String> takeOutAtStart(List<String> words, List<LegalForm> found) {
        Phrases.Found<Entry> entry = entries.startingAt(words, 0);
        if (entry == null || entry.length() == words.size() || !leads(entry)) {
            return words;
        }
        found.add(entry.meaning().form());
        return words.subList(entry.length(), words.size());
    }

    private static boolean leads(Phrases.Found<Entry> entry) {
        return entry.length() > 1 || entry.meaning().stands().atStart();
    }

    private List<String> takeOutInside(List<String> words, List<LegalForm> found) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Phrases.Found<Entry> entry = i == 0 ? null : entries.startingAt(words, i);
            if (entry == null || !entry.meaning().stands().inside()) {
                left.add(words.get(i));
            } else {
                found.add(entry.meaning().form());
                i += entry.length() - 1;
            }
        }
        return left;
    }
}
