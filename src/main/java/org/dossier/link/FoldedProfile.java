package org.dossier.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A profile whose names are taken apart once.
 *
 * @param names each with what it is to its bearer; those without a letter or digit only where there is no other
 * @param relatives by all its names, whichever are compared
 */
record FoldedProfile(Profile profile, List<Folded> names, Relatives relatives) {

    private static final Pattern OTHER_NAME = Pattern.compile(
            "\\b(d/b/a|dba|doing business as|t/a|trading as|a/k/a|aka|f/k/a|fka|formerly known as|formerly)\\b[:.]?",
            Pattern.CASE_INSENSITIVE);

    /** A name and what it is to its bearer. */
    record Folded(Name name, FoldedName folded) {

        private Folded asShort() {
            return new Folded(new Name(name.text(), Name.Role.SHORT), folded);
        }

        private boolean isReadable() {
            return !folded.words().isEmpty();
        }
    }

    static FoldedProfile of(Profile profile) {
        Map<Name, Folded> names = new LinkedHashMap<>();
        for (Name name : profile.names()) {
            for (Name part : parts(name)) {
                names.putIfAbsent(part, new Folded(part, NameReader.shared().read(part.text())));
            }
        }
        names.replaceAll((name, folded) -> isAcronym(folded, names.values()) ? folded.asShort() : folded);
        if (names.values().stream().anyMatch(Folded::isReadable)) {
            names.values().removeIf(folded -> !folded.isReadable());
        }
        List<Folded> all = List.copyOf(names.values());
        return new FoldedProfile(
                profile,
                all,
                Relatives.of(profile, all.stream().map(Folded::folded).toList()));
    }

    /** Whether a source lists among the other names what is only the acronym of one. */
    private static boolean isAcronym(Folded name, Collection<Folded> all) {
        return name.name().role() == Name.Role.ALIAS
                && name.folded().words().size() == 1
                && all.stream()
                        .anyMatch(other -> other.folded()
                                .initials()
                                .contains(name.folded().words().get(0).written()));
    }

    /** The same one with its preferred name and one other. */
    FoldedProfile only(Folded name) {
        Folded preferred = names.get(0);
        return new FoldedProfile(
                profile, preferred.equals(name) ? List.of(preferred) : List.of(preferred, name), relatives);
    }

    /** The same one with the names of both. */
    FoldedProfile with(FoldedProfile more) {
        List<Folded> all = new ArrayList<>(names);
        more.names().stream().filter(name -> !all.contains(name)).forEach(all::add);
        return new FoldedProfile(profile, all, relatives);
    }

    /** <i>X LLC dba Y</i> is two names in one. */
    private static List<Name> parts(Name name) {
        List<Name> parts = new ArrayList<>();
        Matcher link = OTHER_NAME.matcher(name.text());
        int start = 0;
        Name.Role role = name.role();
        while (link.find()) {
            addPart(name.text().substring(start, link.start()), role, parts);
            boolean isFormer = link.group(1).toLowerCase(Locale.ROOT).startsWith("f");
            role = isFormer ? Name.Role.FORMER : Name.Role.ALIAS;
            start = link.end();
        }
        addPart(name.text().substring(start), role, parts);
        return parts;
    }

    private static void addPart(String text, Name.Role role, List<Name> parts) {
        if (!text.isBlank()) {
            parts.add(new Name(text.strip(), role));
        }
    }
}
