package org.dossier.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary on one page, made from the labels and definitions of the ontology.
 *
 * @param classes each behind the one that it belongs to
 * @param properties in order of their labels
 * @param schemes the taxonomies that kinds are taken from
 */
public record VocabularyPage(List<Term> classes, List<Term> properties, List<Scheme> schemes) {

    public VocabularyPage {
        classes = List.copyOf(classes);
        properties = List.copyOf(properties);
        schemes = List.copyOf(schemes);
    }

    /**
     * A class or a property.
     *
     * @param anchor its local name
     * @param depth of a class below the topmost ones
     * @param traits what else is to be known, each a property with its values
     */
    public record Term(
            String anchor, String label, String iri, String definition, int depth, List<Description.Line> traits) {}

    /** A taxonomy. */
    public record Scheme(Named scheme, List<Named> concepts) {}

    static VocabularyPage of(Catalogue catalogue) {
        Vocabulary vocabulary = catalogue.vocabulary();
        List<Term> classes = new ArrayList<>();
        addBelow(null, 0, vocabulary, classes);
        return new VocabularyPage(
                classes,
                vocabulary.properties().stream()
                        .sorted(Comparator.comparing(Property::label))
                        .map(property -> term(property, vocabulary))
                        .toList(),
                schemes(catalogue));
    }

    private static void addBelow(@Nullable String parent, int depth, Vocabulary vocabulary, List<Term> classes) {
        Collection<TermClass> all = vocabulary.classes();
        all.stream()
                .filter(term -> Objects.equals(term.parent(), parent))
                .sorted(Comparator.comparing(TermClass::label))
                .forEach(term -> {
                    classes.add(term(term, depth, vocabulary));
                    addBelow(term.name(), depth + 1, vocabulary, classes);
                });
    }

    private static Term term(TermClass term, int depth, Vocabulary vocabulary) {
        List<Description.Line> traits = new ArrayList<>();
        if (term.parent() != null) {
            traits.add(line("Is a kind of", classLink(term.parent(), vocabulary)));
        }
        if (term.kindScheme() != null) {
            traits.add(line("Kinds from", scheme(term.kindScheme(), vocabulary)));
        }
        List<Named> own = vocabulary.properties().stream()
                .filter(property -> property.domains().contains(term.name()))
                .sorted(Comparator.comparing(Property::label))
                .map(property -> Named.inside(property.label(), "#" + Address.encoded(property.name())))
                .toList();
        if (!own.isEmpty()) {
            traits.add(new Description.Line("Properties", own));
        }
        return new Term(term.name(), term.label(), Names.TERMS + term.name(), term.definition(), depth, traits);
    }

    private static Term term(Property property, Vocabulary vocabulary) {
        List<Description.Line> traits = new ArrayList<>();
        List<Named> domains = property.domains().stream()
                .map(domain -> classLink(domain, vocabulary))
                .toList();
        if (!domains.isEmpty()) {
            traits.add(new Description.Line("Of", domains));
        }
        if (property.range() != null) {
            traits.add(line("Leads to", classLink(property.range(), vocabulary)));
        } else if (property.scheme() != null) {
            traits.add(line("Leads to", scheme(property.scheme(), vocabulary)));
        } else {
            traits.add(line("Value", Named.plain(property.form().name().toLowerCase(Locale.ROOT))));
        }
        if (property.needsClaim()) {
            traits.add(line("Evidence", Named.plain("exists only as a claim with evidence")));
        }
        if (property.isComputed()) {
            traits.add(line("Written by", Named.plain("rules, never typed")));
        }
        return new Term(property.name(), property.label(), property.iri(), property.definition(), 0, traits);
    }

    private static Description.Line line(String property, Named value) {
        return new Description.Line(property, List.of(value));
    }

    private static Named classLink(String name, Vocabulary vocabulary) {
        return vocabulary
                .classFor(name)
                .map(term -> Named.inside(term.label(), "#" + Address.encoded(term.name())))
                .orElseGet(() -> Named.plain(name));
    }

    private static Named scheme(String name, Vocabulary vocabulary) {
        return Named.inside(vocabulary.schemeLabel(name), "/doc/kind/" + Address.encoded(name));
    }

    private static List<Scheme> schemes(Catalogue catalogue) {
        Vocabulary vocabulary = catalogue.vocabulary();
        return vocabulary.concepts().stream()
                .map(Concept::scheme)
                .distinct()
                .sorted(Comparator.comparing(vocabulary::schemeLabel))
                .map(scheme -> new Scheme(
                        scheme(scheme, vocabulary),
                        vocabulary.conceptsOf(scheme).stream()
                                .map(VocabularyPage::concept)
                                .sorted(Comparator.comparing(Named::text))
                                .toList()))
                .toList();
    }

    private static Named concept(Concept concept) {
        return Named.inside(concept.label(), "/doc/kind/" + Address.encoded(concept.name()));
    }
}
