package org.dossier.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants;
import org.apache.jena.sparql.lang.sparql_12.javacc.Token;
import org.apache.jena.vocabulary.RDF;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Problem;

/**
 * Finds names in a query that the graph does not have. SPARQL answers a misspelt name with no rows, as if that were the
 * truth; nobody should have to notice it.
 */
final class UnknownNames {

    private final Graph graph;
    private final List<String> namespaces;

    /** @param namespaces those in which the graph holds all there is: terms, kinds and ids */
    UnknownNames(Graph graph, List<String> namespaces) {
        this.graph = graph;
        this.namespaces = List.copyOf(namespaces);
    }

    /** A warning for each of them, once. */
    List<Problem> in(String file, String text, Query query) {
        List<Problem> warnings = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        QueryWords words = QueryWords.of(file, text);
        for (Token word : words.list()) {
            String iri = query.getPrefixMapping().expandPrefix(word.image);
            if (word.kind == SPARQLParser12Constants.PNAME_LN && isMissing(iri) && told.add(iri)) {
                warnings.add(Problem.warning(
                        words.place(word),
                        "query-name",
                        "the dossier has no '" + word.image + "'",
                        DidYouMean.remedy(known(iri, query), word.image, "nothing will be found for it")));
            }
        }
        return warnings;
    }

    private boolean isMissing(String iri) {
        Node name = NodeFactory.createURI(iri);
        return namespaces.stream().anyMatch(iri::startsWith)
                && !graph.contains(name, Node.ANY, Node.ANY)
                && !graph.contains(Node.ANY, name, Node.ANY)
                && !graph.contains(Node.ANY, Node.ANY, name);
    }

    /** All names of the same namespace, as the query would write them. */
    private Set<String> known(String iri, Query query) {
        Set<String> known = new TreeSet<>();
        String namespace =
                namespaces.stream().filter(iri::startsWith).findFirst().orElseThrow();
        graph.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .mapWith(triple -> triple.getSubject())
                .filterKeep(Node::isURI)
                .mapWith(Node::getURI)
                .filterKeep(name -> name.startsWith(namespace))
                .forEachRemaining(name -> known.add(query.getPrefixMapping().shortForm(name)));
        return known;
    }
}
