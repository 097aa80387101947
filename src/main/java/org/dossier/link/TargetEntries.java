package org.dossier.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of a target as its rows come in; several rows about one id make one entry. */
final class TargetEntries {

    private final Target target;
    private final @Nullable Pattern dropped;
    private final SortedMap<String, Entry> entries = new TreeMap<>();

    TargetEntries(Target target) {
        this.target = target;
        this.dropped = target.dropped() == null ? null : Pattern.compile(target.dropped());
    }

    /** @param cells by their headers; empty ones are left out */
    void add(Map<String, String> cells) {
        boolean counts = target.only().entrySet().stream()
                .allMatch(only -> only.getValue().contains(cells.getOrDefault(only.getKey(), "")));
        if (counts) {
            values(target.id(), cells)
                    .forEach(id -> entries.computeIfAbsent(id, Entry::new).add(cells));
        }
    }

    /** Those that have a name, in order of their ids. */
    List<Profile> profiles() {
        return entries.values().stream().flatMap(Entry::profile).toList();
    }

    private static List<String> values(@Nullable TargetColumn column, Map<String, String> cells) {
        if (column == null) {
            return List.of();
        }
        TargetColumn.Condition when = column.when();
        return when == null || when.value().equals(cells.get(when.header()))
                ? column.values(cells.get(column.header()))
                : List.of();
    }

    /** One of them. */
    private final class Entry {
        private final String id;
        private final List<Name> names = new ArrayList<>();
        private final SortedMap<String, Set<String>> identifiers = new TreeMap<>();
        private final Set<String> parents = new HashSet<>();
        private @Nullable String country;
        private @Nullable String place;

        Entry(String id) {
            this.id = id;
        }

        void add(Map<String, String> cells) {
            for (Target.NameColumn column : target.names()) {
                values(column.column(), cells).forEach(text -> addName(text, column.role()));
            }
            target.identifiers()
                    .forEach((scheme, column) -> values(column, cells)
                            .forEach(value -> identifiers
                                    .computeIfAbsent(scheme, unknown -> new HashSet<>())
                                    .add(value)));
            parents.addAll(values(target.parents(), cells));
            country = country == null
                    ? first(target.country(), cells).map(Countries::code).orElse(null)
                    : country;
            place = place == null ? first(target.place(), cells).orElse(null) : place;
        }

        private Optional<String> first(@Nullable TargetColumn column, Map<String, String> cells) {
            return values(column, cells).stream().findFirst();
        }

        /** The first preferred name leads; what else is preferred in later rows is another name. */
        private void addName(String text, Name.Role role) {
            String name = dropped == null
                    ? text
                    : dropped.matcher(text).replaceAll("").strip();
            if (name.isEmpty()
                    || names.stream().anyMatch(present -> present.text().equals(name))) {
                return;
            }
            if (role != Name.Role.PREFERRED) {
                names.add(new Name(name, role));
            } else if (names.stream().noneMatch(present -> present.role() == Name.Role.PREFERRED)) {
                names.add(0, Name.preferred(name));
            } else {
                names.add(new Name(name, Name.Role.ALIAS));
            }
        }

        Stream<Profile> profile() {
            if (names.isEmpty()) {
                return Stream.empty();
            }
            Context context = new Context(country, place, parents, Set.of(), null, null);
            return Stream.of(new Profile(id, names, identifiers, context));
        }
    }
}
