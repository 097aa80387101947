package org.dossier.export;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.triples.Names;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;

/** The parts of the Turtle: the things of one class stand together, under its name. */
final class Sections {

    /** Who and what first, then what is said of them, then what it rests on. */
    private static final List<String> ORDER =
            List.of("Actor", "Technology", "Claim", "Record", "Source", "Evidence", "LoadUnit");

    private static final Section OTHER = new Section("Other", ORDER.size(), 0);

    private final Map<String, Section> byClass = new HashMap<>();

    Sections(Vocabulary vocabulary) {
        vocabulary.classes().forEach(term -> byClass.put(term.name(), section(term, vocabulary)));
    }

    /**
     * One of them.
     *
     * @param rank among those of {@link #ORDER} that its class belongs to
     * @param depth how many classes its own one belongs to
     */
    record Section(String title, int rank, long depth) implements Comparable<Section> {

        private static final Comparator<Section> READING_ORDER =
                Comparator.comparingInt(Section::rank).thenComparing(Section::title);

        private static final Comparator<Section> NARROWEST_LAST =
                Comparator.comparingLong(Section::depth).thenComparing(Section::title, Comparator.reverseOrder());

        @Override
        public int compareTo(Section other) {
            return READING_ORDER.compare(this, other);
        }
    }

    private static Section section(TermClass term, Vocabulary vocabulary) {
        int rank = 0;
        while (rank < ORDER.size() && !vocabulary.isA(term.name(), ORDER.get(rank))) {
            rank++;
        }
        long depth = vocabulary.classes().stream()
                .filter(above -> vocabulary.isA(term.name(), above.name()))
                .count();
        return new Section(term.name(), rank, depth);
    }

    /** Where a block belongs: by the narrowest class of its subject that the vocabulary knows. */
    Section of(List<Triple> block) {
        return block.stream()
                .filter(triple -> triple.getPredicate().equals(RDF.type.asNode()))
                .map(Triple::getObject)
                .filter(Node::isURI)
                .flatMap(type -> Optional.ofNullable(byClass.get(Names.localName(type))).stream())
                .max(Section.NARROWEST_LAST)
                .orElse(OTHER);
    }
}
