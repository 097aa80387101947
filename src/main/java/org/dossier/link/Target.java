package org.dossier.link;

import java.util.List;
import java.util.Map;
import org.dossier.table.Layout;
import org.jspecify.annotations.Nullable;

/**
 * A register that things of a dossier can be linked with, as {@code links/targets/NAME.yaml} describes it.
 *
 * @param name of the description, without its ending
 * @param kind name of the class that its entries have here, such as {@code Firm}
 * @param file where its copy on this machine is looked for, relative to the dossier's folder
 * @param homepage where to get it
 * @param select SPARQL that answers the entries of an RDF file, each variable one column; absent for tables
 * @param only columns and the values that a row must have one of, to be an entry
 * @param dropped what is cut out of names, such as a country in brackets at their end
 */
public record Target(
        String name,
        String title,
        String kind,
        TargetIds ids,
        String file,
        @Nullable String homepage,
        @Nullable String licence,
        Layout layout,
        @Nullable String select,
        TargetColumn id,
        List<NameColumn> names,
        Map<String, TargetColumn> identifiers,
        @Nullable TargetColumn country,
        @Nullable TargetColumn place,
        @Nullable TargetColumn parents,
        Map<String, List<String>> only,
        @Nullable String dropped) {

    public Target {
        names = List.copyOf(names);
        identifiers = Map.copyOf(identifiers);
        only = Map.copyOf(only);
    }

    /** A column of names, and what they are to their bearers. */
    public record NameColumn(TargetColumn column, Name.Role role) {}
}
