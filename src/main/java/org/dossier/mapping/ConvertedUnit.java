package org.dossier.mapping;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.problem.Problem;
import org.dossier.triples.IriScheme;
import org.dossier.triples.Literals;
import org.dossier.triples.Names;

/**
 * A file of an import as the load unit that it became.
 *
 * @param path that it is known by, such as {@code imports/usaspending-awards/awards.csv}
 * @param triples its N-Triples, one on each line, as the mapping gave them; a few stand there twice
 * @param rejects the rows and cells that it lost
 * @param problems what should be looked at; no errors
 */
public record ConvertedUnit(String path, Path triples, Path rejects, Balance balance, List<Problem> problems) {

    public ConvertedUnit {
        problems = List.copyOf(problems);
    }

    public Node name() {
        return IriScheme.loadUnit(path);
    }

    /** What the dossier says of it. How many triples it has is not among it, since that is known only once they are sorted. */
    public List<Triple> description() {
        return List.of(
                Triple.create(name(), RDF.type.asNode(), Names.LOAD_UNIT),
                Triple.create(name(), Names.term("path"), Literals.text(path)),
                Triple.create(name(), Names.SHA256, Literals.text(balance.sha256())));
    }
}
