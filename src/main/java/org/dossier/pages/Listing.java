package org.dossier.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files that list a record without words to quote, as one line: what they are, then each by its name.
 *
 * @param what empty where the only file is called by its whole name
 */
public record Listing(String what, List<Named> files) {

    private static final String BETWEEN = ", ";

    public Listing {
        files = List.copyOf(files);
    }

    /** Files of one data set, which are called alike up to the name of the file, in one line; no file that is quoted too. */
    static List<Listing> of(List<Passage> passages) {
        Set<Named> quoted = passages.stream()
                .filter(passage -> !isListing(passage))
                .flatMap(passage -> Optional.ofNullable(passage.source()).stream())
                .collect(Collectors.toSet());
        Map<String, List<Named>> alike = new LinkedHashMap<>();
        for (Passage passage : passages) {
            Named source = passage.source();
            if (isListing(passage) && source != null && !quoted.contains(source)) {
                alike.computeIfAbsent(dataSet(source), name -> new ArrayList<>())
                        .add(source);
            }
        }
        return alike.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whether a passage says no more than which file it stands for. */
    static boolean isListing(Passage passage) {
        return passage.quote().isEmpty()
                && passage.source() != null
                && passage.locator() == null
                && passage.hedge() == null
                && passage.reliesOn().isEmpty()
                && passage.assertedBy().isEmpty();
    }

    private static String dataSet(Named source) {
        int end = source.text().lastIndexOf(BETWEEN);
        return end < 0 ? source.text() : source.text().substring(0, end);
    }

    private static Listing of(String dataSet, List<Named> files) {
        List<Named> distinct = files.stream().distinct().toList();
        return distinct.size() == 1
                ? new Listing("", distinct)
                : new Listing(
                        dataSet,
                        distinct.stream()
                                .map(file -> file(dataSet, file))
                                .sorted(Named.BY_TEXT)
                                .toList());
    }

    private static Named file(String dataSet, Named source) {
        String name = source.text().substring(dataSet.length()).replaceFirst("^" + BETWEEN, "");
        return new Named(name.isEmpty() ? source.text() : name, source.href(), source.isOutside());
    }
}
