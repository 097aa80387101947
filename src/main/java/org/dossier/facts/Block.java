package org.dossier.facts;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.dossier.problem.Place;
import org.dossier.vocabulary.Property;

/**
 * The keys of one thing, each with the property that it names.
 *
 * @param present names of the properties that somebody tried to give, readable or not
 */
record Block(Owner owner, List<Line> lines, Set<String> present) {

    /** One key with its value, or values. */
    record Line(Yaml.Text key, Property property, Yaml value) {

        String name() {
            return property.name();
        }

        Place place() {
            return key.place();
        }
    }

    Block {
        lines = List.copyOf(lines);
        present = Set.copyOf(present);
    }

    boolean has(String property) {
        return present.contains(property);
    }

    List<Line> lines(Predicate<Line> which) {
        return lines.stream().filter(which).toList();
    }
}
