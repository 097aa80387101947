package org.dossier.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.dossier.explain.Things;
import org.dossier.query.Figures;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/**
 * Contracts as a page shows them: sums by year, and a part of the list.
 *
 * @param total of all actions; absent when no action says a sum
 * @param isOfOne whether the page is that of the only contract, whose list would but repeat it
 */
public record Money(
        List<Year> years,
        @Nullable String total,
        List<Row> contracts,
        Paging paging,
        boolean hasSums,
        boolean isOfOne) {

    public Money {
        years = List.copyOf(years);
        contracts = List.copyOf(contracts);
    }

    private static final int ROWS = 50;

    private static final List<Node> PARTNERS = Stream.of("isAwardedTo", "hasBuyer", "isFundedBy", "covers")
            .map(Names::term)
            .toList();

    /**
     * What the actions of one year come to.
     *
     * @param share of the largest year, for a bar beside the number: 0 to 100
     */
    public record Year(String year, String obligated, String actions, int share) {}

    /** One contract, and those that have part in it. */
    public record Row(
            Named contract,
            String text,
            List<Named> partners,
            String obligated,
            String actions,
            @Nullable Standing standing) {}

    static Money of(Contracts contracts, Node about, Address address, Catalogue catalogue) {
        Paging paging = Paging.of(contracts.contracts().size(), ROWS, address, "contracts");
        BigDecimal largest = contracts.years().values().stream()
                .map(Contracts.Year::obligated)
                .reduce(BigDecimal.ONE, BigDecimal::max);
        List<Year> years = contracts.years().entrySet().stream()
                .map(year -> year(year.getKey(), year.getValue(), largest))
                .toList();
        BigDecimal total = contracts.years().values().stream()
                .map(Contracts.Year::obligated)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(
                years,
                years.isEmpty() ? null : Amounts.dollars(total.toPlainString()),
                paging.part(contracts.contracts()).stream()
                        .map(sum -> row(sum, about, catalogue))
                        .toList(),
                paging,
                !years.isEmpty(),
                contracts.contracts().size() == 1
                        && contracts.contracts().get(0).contract().equals(about));
    }

    private static Year year(String name, Contracts.Year year, BigDecimal largest) {
        int share = year.obligated()
                .max(BigDecimal.ZERO)
                .movePointRight(2)
                .divideToIntegralValue(largest)
                .intValue();
        return new Year(
                name,
                Amounts.dollars(year.obligated().toPlainString()),
                Figures.grouped(year.actions()),
                Math.min(100, share));
    }

    private static Row row(Contracts.Sum sum, Node about, Catalogue catalogue) {
        Things things = catalogue.things();
        BigDecimal obligated = sum.obligated();
        return new Row(
                catalogue.named(sum.contract()),
                things.text(sum.contract(), Names.term("text")).orElse(""),
                PARTNERS.stream()
                        .flatMap(property -> things.objects(sum.contract(), property).stream())
                        .filter(partner -> !partner.equals(about))
                        .distinct()
                        .map(catalogue::named)
                        .toList(),
                obligated == null ? "" : Amounts.dollars(obligated.toPlainString()),
                sum.actions() == 0 ? "" : Figures.grouped(sum.actions()),
                catalogue.standing(sum.contract()).orElse(null));
    }
}
