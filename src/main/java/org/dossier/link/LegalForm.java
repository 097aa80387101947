package org.dossier.link;

import java.util.Locale;
import java.util.Set;

/**
 * A legal form of organisations, such as <i>limited liability company</i>.
 *
 * @param name stable kebab-case name
 * @param family what kind of body it makes, across countries
 * @param rendered names of the forms that it is rendered as in English, such as <i>joint stock company</i> for an open one
 * @param countries ISO codes of the countries whose law knows it; empty when many do
 */
public record LegalForm(String name, Family family, Set<String> rendered, Set<String> countries)
        implements Comparable<LegalForm> {

    public LegalForm {
        rendered = Set.copyOf(rendered);
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

    /** Whether the law of a country may know the form. */
    boolean isKnownIn(String country) {
        return countries.isEmpty() || countries.contains(country.toUpperCase(Locale.ROOT));
    }

    /** Whether one may stand for the other in a translated name. */
    boolean isRenderingOf(LegalForm other) {
        return rendered.contains(other.name) || other.rendered.contains(name);
    }

    @Override
    public int compareTo(LegalForm other) {
        return name.compareTo(other.name);
    }
}
