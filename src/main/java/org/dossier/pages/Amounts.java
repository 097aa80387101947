package org.dossier.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dossier.query.Figures;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Concept;
import org.jspecify.annotations.Nullable;

/** Amounts as a sentence would say them: <i>nearly 1,400 TB</i>, <i>more than $75,000,000,000</i>. */
final class Amounts {

    /** What puts in order does not count: <i>rank 1</i>. */
    private static final String RANK = "rank";

    private static final String CURRENCY = "\\p{Sc}";

    private Amounts() {}

    /**
     * A number with the words around it.
     *
     * @param precision how closely it is known, where that is said
     * @param unit what it counts, where that is said
     */
    static String words(@Nullable Node precision, Node number, @Nullable Node unit, Catalogue catalogue) {
        return before(precision, catalogue) + counted(Figures.grouped(number.getLiteralLexicalForm()), unit, catalogue);
    }

    /** The same where the unit is known by what a question says of its columns. */
    static String words(@Nullable Node precision, Node number, Concept unit, Catalogue catalogue) {
        String lexical = number.getLiteralLexicalForm();
        Optional<String> currency = first(unit.notations(), CURRENCY);
        String words = currency.isPresent()
                ? signed(currency.get(), money(lexical))
                : counted(Figures.grouped(lexical), unit.notations(), unit.label());
        return before(precision, catalogue) + words;
    }

    /** Large numbers in as few letters as a drawing has room for: <i>$10.2 billion</i>. */
    static String rounded(Node number, Concept unit) {
        Optional<String> currency = first(unit.notations(), CURRENCY);
        String words = Figures.rounded(number.getLiteralLexicalForm());
        return currency.isPresent() ? signed(currency.get(), words) : counted(words, unit.notations(), unit.label());
    }

    /** A sum that records give to the cent. */
    static String dollars(String lexical) {
        return signed("$", money(lexical));
    }

    /** Whole sums as they are, others with two digits for the cents. */
    private static String money(String lexical) {
        try {
            BigDecimal sum = new BigDecimal(lexical).stripTrailingZeros();
            return sum.scale() <= 0 ? Figures.grouped(sum) : Figures.cents(sum);
        } catch (NumberFormatException odd) {
            return lexical;
        }
    }

    private static String signed(String currency, String number) {
        return number.startsWith("−") ? "−" + currency + number.substring(1) : currency + number;
    }

    /** As given and exact need no word. */
    private static String before(@Nullable Node precision, Catalogue catalogue) {
        if (precision == null) {
            return "";
        }
        return switch (Names.localName(precision)) {
            case "as-given", "exact" -> "";
            case "approximate" -> "about ";
            default -> catalogue.name(precision) + " ";
        };
    }

    /** The signs that people write for a unit say how: a currency's before the number, TB or % behind it. */
    private static String counted(String number, @Nullable Node unit, Catalogue catalogue) {
        if (unit == null) {
            return number;
        }
        List<String> signs = catalogue
                .vocabulary()
                .concept(Names.localName(unit))
                .map(Concept::notations)
                .orElse(List.of());
        return counted(number, signs, catalogue.name(unit));
    }

    private static String counted(String number, List<String> signs, String name) {
        Optional<String> currency = first(signs, CURRENCY);
        if (currency.isPresent()) {
            return signed(currency.get(), number);
        }
        if (signs.contains("%")) {
            return number + "%";
        }
        if (name.equals(RANK)) {
            return name + "\u00A0" + number;
        }
        String word = first(signs, "[A-Z]?B").orElseGet(() -> word(number, signs, name));
        return number + "\u00A0" + word;
    }

    private static Optional<String> first(List<String> signs, String pattern) {
        return signs.stream().filter(sign -> sign.matches(pattern)).findFirst();
    }

    /** In the plural unless it is one: <i>412 signatures</i>, <i>1 person</i>. */
    private static String word(String number, List<String> signs, String name) {
        boolean isSingular = signs.contains(name + "s");
        if (!number.equals("1")) {
            return isSingular ? name + "s" : name;
        }
        return isSingular
                ? name
                : signs.stream()
                        .filter(sign -> signs.contains(sign + "s"))
                        .findFirst()
                        .orElse(name);
    }
}
