package org.dossier.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/**
 * Contracts of a thing with what their actions bound and released, by year.
 *
 * @param contracts the largest first
 * @param years in order
 */
record Contracts(List<Sum> contracts, Map<String, Year> years) {

    private static final Node IS_ACTION_OF = Names.term("isActionOf");
    private static final Node OBLIGATED = Names.term("obligatedAmount");
    private static final Node DATE = Names.term("date");
    private static final int DIGITS_OF_A_YEAR = 4;

    /** A contract, what its actions come to, and how many there are. */
    record Sum(Node contract, @Nullable BigDecimal obligated, int actions, String lastDate) {}

    /** What the actions of one year come to. */
    record Year(BigDecimal obligated, int actions) {
        Year and(BigDecimal amount) {
            return new Year(obligated.add(amount), actions + 1);
        }
    }

    /** Whether there is nothing to tell but that a contract is one. */
    boolean isNothingButItself(Node thing) {
        return contracts.isEmpty()
                || (years.isEmpty()
                        && contracts.size() == 1
                        && contracts.get(0).contract().equals(thing));
    }

    private static final Comparator<Sum> LARGEST_FIRST = Comparator.comparing(
                    Sum::obligated, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(sum -> sum.contract().toString());

    static Contracts of(List<Node> contracts, Graph graph) {
        Map<String, Year> years = new TreeMap<>();
        List<Sum> sums = new ArrayList<>(contracts.size());
        for (Node contract : contracts) {
            sums.add(sum(contract, graph, years));
        }
        sums.sort(LARGEST_FIRST);
        return new Contracts(List.copyOf(sums), years);
    }

    private static Sum sum(Node contract, Graph graph, Map<String, Year> years) {
        BigDecimal total = null;
        int count = 0;
        String last = "";
        for (Node action : graph.find(Node.ANY, IS_ACTION_OF, contract)
                .mapWith(Triple::getSubject)
                .toList()) {
            Optional<BigDecimal> amount = literal(action, OBLIGATED, graph).map(BigDecimal::new);
            String date = literal(action, DATE, graph).orElse("");
            if (amount.isPresent()) {
                total = total == null ? amount.get() : total.add(amount.get());
                String year = date.length() < DIGITS_OF_A_YEAR ? "undated" : date.substring(0, DIGITS_OF_A_YEAR);
                years.merge(year, new Year(amount.get(), 1), (one, other) -> one.and(other.obligated()));
            }
            count++;
            last = last.compareTo(date) < 0 ? date : last;
        }
        return new Sum(contract, total, count, last);
    }

    private static Optional<String> literal(Node thing, Node property, Graph graph) {
        return graph.find(thing, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .nextOptional()
                .map(Node::getLiteralLexicalForm);
    }
}
