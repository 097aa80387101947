package org.dossier.link;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.dossier.triples.Names;

/** Things of a dossier that imports brought and nobody curated, such as the recipients of awards. */
final class ImportedThings {

    private static final Node PATH = Names.term("path");
    private static final String CURATED = "facts/";

    private final DatasetGraph data;
    private final String base;

    /** @param data with a named graph for each load unit */
    ImportedThings(DatasetGraph data, String base) {
        this.data = data;
        this.base = base;
    }

    /**
     * Ids of the things that load units of such paths bring; of imports without those that facts files speak of too.
     *
     * @param pathPatterns such as {@code imports/usaspending-actions/*}; a star is any part of a path
     */
    Set<String> ids(List<String> pathPatterns) {
        Set<String> ids = new TreeSet<>();
        pathPatterns.forEach(pattern -> ids.addAll(ids(pattern)));
        return ids;
    }

    private Set<String> ids(String pathPattern) {
        Pattern pattern = Pattern.compile(Pattern.quote(pathPattern).replace("*", "\\E.*\\Q"));
        Set<String> ids = typedIn(path -> pattern.matcher(path).matches());
        if (!pathPattern.startsWith(CURATED)) {
            ids.removeAll(typedIn(path -> path.startsWith(CURATED)));
        }
        return ids;
    }

    private Set<String> typedIn(Predicate<String> path) {
        return units(path).stream()
                .flatMap(unit -> data.stream(unit, Node.ANY, RDF.type.asNode(), Node.ANY))
                .map(Quad::getSubject)
                .filter(thing -> thing.isURI() && thing.getURI().startsWith(base))
                .map(thing -> thing.getURI().substring(base.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Node> units(Predicate<String> path) {
        return data.getDefaultGraph().find(Node.ANY, PATH, Node.ANY).toList().stream()
                .filter(unit -> path.test(unit.getObject().getLiteralLexicalForm()))
                .map(unit -> unit.getSubject())
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }
}
