package org.dossier.pages;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dossier.query.Figures;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Concept;
import org.jspecify.annotations.Nullable;

/** Amounts as a sentence would say them: <i>nearly 1,400 TB</i>, <i>more than $75,000,000,000</i>. */
final class Amounts {

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

    /** A sum that records give to the cent. */
    static String dollars(String lexical) {
        String number = Figures.grouped(lexical);
        return number.startsWith("−") ? "−$" + number.substring(1) : "$" + number;
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
        Optional<String> currency = first(signs, "\\p{Sc}");
        if (currency.isPresent()) {
            boolean isNegative = number.startsWith("−");
            return isNegative ? "−" + currency.get() + number.substring(1) : currency.get() + number;
        }
        if (signs.contains("%")) {
            return number + "%";
        }
        String word = first(signs, "[A-Z]?B").orElseGet(() -> word(number, signs, catalogue.name(unit)));
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
