package org.dossier.export;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.triples.Names;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;

/**
 * A part of the Turtle: the things of one class.
 *
 * @param rank of the part's heading among the others
 * @param title its heading
 */
record Section(int rank, String title) implements Comparable<Section> {

    /** Who and what first, then what is said of them, then what it rests on. */
    private static final List<String> ORDER =
            List.of("Actor", "Technology", "Claim", "Record", "Source", "Evidence", "LoadUnit");

    private static final Section OTHER = new Section(ORDER.size(), "Other");

    private static final Comparator<Section> READING_ORDER =
            Comparator.comparingInt(Section::rank).thenComparing(Section::title);

    /** Where a block belongs: by the narrowest class of its subject that the vocabulary knows. */
    static Section of(List<Triple> block, Vocabulary vocabulary) {
        return block.stream()
                .filter(triple -> triple.getPredicate().equals(RDF.type.asNode()))
                .map(Triple::getObject)
                .filter(Node::isURI)
                .flatMap(type -> vocabulary.classFor(Names.localName(type)).stream())
                .map(TermClass::name)
                .max(Comparator.comparingLong((String name) -> depth(name, vocabulary))
                        .thenComparing(Comparator.reverseOrder()))
                .map(name -> new Section(rankOf(name, vocabulary), name))
                .orElse(OTHER);
    }

    private static long depth(String name, Vocabulary vocabulary) {
        return vocabulary.classes().stream()
                .filter(above -> vocabulary.isA(name, above.name()))
                .count();
    }

    private static int rankOf(String name, Vocabulary vocabulary) {
        int rank = 0;
        while (rank < ORDER.size() && !vocabulary.isA(name, ORDER.get(rank))) {
            rank++;
        }
        return rank;
    }

    @Override
    public int compareTo(Section other) {
        return READING_ORDER.compare(this, other);
    }
}
