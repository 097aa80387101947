package org.dossier.link;

import java.util.Set;

/**
 * A legal form of organisations, such as <i>limited liability company</i>.
 *
 * @param name stable kebab-case name
 * @param family what kind of body it makes, across countries
 * @param countries ISO codes of the countries whose law knows it; empty when many do
 */
public record LegalForm(String name, Family family, Set<String> countries) implements Comparable<LegalForm> {

    public LegalForm {
        countries = Set.copyOf(countries);
    }

    /** Kinds of bodies. */
    public enum Family {
        /** Shares that can be sold. */
        STOCK,
        /** Members whose liability is limited. */
        LIMITED,
        /** Partners. */
        PARTNERSHIP,
        /** Associations, trusts, state enterprises and others. */
        OTHER
    }

    /** Whether a body could have both forms under the law of one country. */
    boolean sharesCountryWith(LegalForm other) {
        return countries.isEmpty()
                || other.countries.isEmpty()
                || countries.stream().anyMatch(other.countries::contains);
    }

    @Override
    public int compareTo(LegalForm other) {
        return name.compareTo(other.name);
    }
}
