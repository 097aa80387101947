package org.dossier.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Every id and every claim of all files, those in broken files and blocks too, so that no mention of them is an error. */
final class Definitions {

    private final Map<String, Definition> byId = new TreeMap<>();
    private final Map<String, Definition> standIns = new HashMap<>();
    private final Map<String, Set<String>> idsByName = new HashMap<>();
    private final Set<String> claims = new HashSet<>();
    private final List<String> lostTexts = new ArrayList<>();

    /** Adds a definition; answers with the earlier one of the same id, if there is one. */
    Optional<Definition> add(Definition definition) {
        return Optional.ofNullable(byId.putIfAbsent(definition.id(), definition));
    }

    /** Lets mentions of an id pass although its definition is mistyped or cannot be read. */
    void addStandIn(Definition definition) {
        standIns.putIfAbsent(definition.id(), definition);
    }

    void addName(String name, String id) {
        idsByName.computeIfAbsent(folded(name), any -> new TreeSet<>()).add(id);
    }

    void addClaim(String identity) {
        claims.add(identity);
    }

    Optional<Definition> of(String id) {
        return Optional.ofNullable(byId.get(id)).or(() -> Optional.ofNullable(standIns.get(id)));
    }

    /** The ids of what is called so, in order. */
    List<String> idsCalled(String name) {
        return List.copyOf(idsByName.getOrDefault(folded(name), Set.of()));
    }

    void addLostText(String line) {
        lostTexts.add(line);
    }

    /** Whether a claim is put forward, or may be in a line that cannot be read. */
    boolean isClaimed(String identity, String typed) {
        return claims.contains(identity) || lostTexts.stream().anyMatch(line -> line.contains(typed));
    }

    Collection<String> claims() {
        return claims;
    }

    /** The ids of things of a class, or of all things. */
    List<String> idsOf(@Nullable String className, Vocabulary vocabulary) {
        return byId.values().stream()
                .filter(definition -> className == null
                        || (definition.type() != null && vocabulary.isA(definition.type(), className)))
                .map(Definition::id)
                .toList();
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
