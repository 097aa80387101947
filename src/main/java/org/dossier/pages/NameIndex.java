package org.dossier.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The names that a query may use, as it writes them: prefixes, terms of the vocabulary, kinds, and ids of things that have a
 * label. Read from the graph when it is first asked.
 */
final class NameIndex {

    /** More than anybody looks through. */
    private static final int MOST_FOUND = 40;

    /** So that the index of a very large dossier does not take its memory. */
    private static final int MOST_THINGS = 200_000;

    private final Edition edition;
    private @Nullable List<Name> all;

    NameIndex(Edition edition) {
        this.edition = edition;
    }

    /**
     * A name that fits.
     *
     * @param name with its prefix
     * @param label what people call it; for a prefix its namespace
     * @param type a word for what it is, which an editor may show
     */
    record Name(String name, String label, String type) {

        private String local() {
            return name.substring(name.indexOf(':') + 1);
        }
    }

    /** Names that begin like this, or whose label has a word that does; the nearest first. */
    List<Name> like(String typed) {
        String text = typed.toLowerCase(Locale.ROOT);
        int colon = text.indexOf(':');
        String prefix = text.substring(0, colon + 1);
        String start = text.substring(colon + 1);
        return all().stream()
                .filter(name -> name.name().toLowerCase(Locale.ROOT).startsWith(prefix))
                .flatMap(name -> Ranked.of(name, start).stream())
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(ranked -> ranked.name().name()))
                .limit(MOST_FOUND)
                .map(Ranked::name)
                .toList();
    }

    /** How near a name is to what was typed: smaller is nearer. */
    private record Ranked(int rank, Name name) {

        static Optional<Ranked> of(Name name, String start) {
            if (name.local().toLowerCase(Locale.ROOT).startsWith(start)) {
                return Optional.of(new Ranked(0, name));
            }
            if (name.name().toLowerCase(Locale.ROOT).startsWith(start)) {
                return Optional.of(new Ranked(1, name));
            }
            String label = name.label().toLowerCase(Locale.ROOT);
            if (label.startsWith(start)) {
                return Optional.of(new Ranked(2, name));
            }
            return label.contains(" " + start) ? Optional.of(new Ranked(3, name)) : Optional.empty();
        }
    }

    private synchronized List<Name> all() {
        if (all == null) {
            all = read();
        }
        return all;
    }

    private List<Name> read() {
        Map<String, String> prefixes = Names.prefixes(edition.manifest().base());
        TreeSet<Name> names = new TreeSet<>(Comparator.comparing(Name::name));
        prefixes.forEach((prefix, namespace) -> names.add(new Name(prefix + ":", namespace, "prefix")));
        Vocabulary vocabulary = edition.vocabulary();
        vocabulary.classes().forEach(term -> names.add(new Name("dossier:" + term.name(), term.label(), "class")));
        vocabulary
                .properties()
                .forEach(term -> shortened(term.iri(), prefixes)
                        .ifPresent(name -> names.add(new Name(name, term.label(), "property"))));
        vocabulary
                .concepts()
                .forEach(concept -> names.add(new Name("kind:" + concept.name(), concept.label(), "kind")));
        things(prefixes.getOrDefault("id", "")).forEach(names::add);
        return List.copyOf(names);
    }

    private static Optional<String> shortened(String iri, Map<String, String> prefixes) {
        return prefixes.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
                .findFirst();
    }

    private List<Name> things(String base) {
        List<Name> things = new ArrayList<>();
        edition.data()
                .getDefaultGraph()
                .find(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filterKeep(triple -> triple.getSubject().isURI()
                        && triple.getSubject().getURI().startsWith(base)
                        && triple.getObject().isLiteral()
                        && things.size() < MOST_THINGS)
                .forEachRemaining(triple -> things.add(new Name(
                        "id:" + triple.getSubject().getURI().substring(base.length()),
                        Named.plain(triple.getObject().getLiteralLexicalForm()).text(),
                        "id")));
        return things;
    }
}
