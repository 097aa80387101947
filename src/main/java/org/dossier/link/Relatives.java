package org.dossier.link;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody is called, and whom it is stated to belong to or to sell for; spelled once, since thousands are compared.
 *
 * @param ids its id and identifiers
 * @param letters of its names
 * @param parents whom it is stated to belong to
 * @param makers whose goods it is stated to sell
 */
record Relatives(Set<String> ids, Set<String> letters, List<Stated> parents, List<Stated> makers) {

    /**
     * An id, identifier or name of somebody else.
     *
     * @param letters of the name that it may be
     */
    private record Stated(String text, String letters) {

        static List<Stated> of(Collection<String> texts) {
            return texts.stream()
                    .sorted()
                    .map(text -> new Stated(text, NameReader.shared().glued(text)))
                    .toList();
        }
    }

    /** @param names all that the profile bears */
    static Relatives of(Profile profile, Collection<FoldedName> names) {
        Set<String> ids = new HashSet<>(Set.of(profile.id()));
        profile.identifiers().values().forEach(ids::addAll);
        Set<String> letters = names.stream().map(FoldedName::glued).collect(Collectors.toUnmodifiableSet());
        // Registers name a body without a parent as its own parent.
        List<Stated> parents = Stated.of(profile.context().parents()).stream()
                .filter(stated -> !letters.contains(stated.letters()))
                .toList();
        return new Relatives(
                Set.copyOf(ids), letters, parents, Stated.of(profile.context().sellsFor()));
    }

    boolean belongsTo(Relatives parent) {
        return parents.stream().anyMatch(parent::isMeantBy);
    }

    boolean sellsFor(Relatives maker) {
        return makers.stream().anyMatch(maker::isMeantBy);
    }

    private boolean isMeantBy(Stated stated) {
        return ids.contains(stated.text()) || letters.contains(stated.letters());
    }
}
