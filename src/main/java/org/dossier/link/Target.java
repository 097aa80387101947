package org.dossier.link;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.dossier.table.Layout;
import org.jspecify.annotations.Nullable;

/**
 * A register that things of a dossier can be linked with, as {@code links/targets/NAME.yaml} describes it.
 *
 * @param name of the description, without its ending
 * @param kind name of the class that its entries have here, such as {@code Firm}
 * @param file where its copy on this machine is looked for, or the answers of its service are kept, relative to the
 *     dossier's folder; empty where the dossier itself is the register
 * @param loadUnits patterns of the paths of load units whose things are the entries; none for registers elsewhere
 * @param service that is asked for entries; absent for files
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
        List<String> loadUnits,
        @Nullable Service service,
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
        loadUnits = List.copyOf(loadUnits);
        names = List.copyOf(names);
        identifiers = Map.copyOf(identifiers);
        only = Map.copyOf(only);
    }

    /**
     * A Reconciliation Service.
     *
     * @param type of the entries that are asked for, as the service calls it; absent for any
     */
    public record Service(URI address, @Nullable String type) {}

    /** Whether its entries are things of the dossier itself, which an import brought. */
    public boolean isOwn() {
        return !loadUnits.isEmpty();
    }

    /** The same with other names for its entries. */
    Target calling(TargetIds its) {
        return new Target(
                name,
                title,
                kind,
                its,
                file,
                loadUnits,
                service,
                homepage,
                licence,
                layout,
                select,
                id,
                names,
                identifiers,
                country,
                place,
                parents,
                only,
                dropped);
    }

    /** A column of names, and what they are to their bearers. */
    public record NameColumn(TargetColumn column, Name.Role role) {}
}
