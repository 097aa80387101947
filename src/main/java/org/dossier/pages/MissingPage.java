package org.dossier.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * There is nothing at an address, or no longer.
 *
 * @param wanted what was asked for
 * @param suggestions what may have been meant
 * @param reason why it was withdrawn; absent for what never was
 */
public record MissingPage(
        String wanted, List<Named> suggestions, @Nullable String reason) {

    private static final int FEW = 8;
    private static final int LONGEST = 120;

    public MissingPage {
        suggestions = List.copyOf(suggestions);
        wanted = Named.shortened(wanted, LONGEST);
    }

    static MissingPage of(Address address, SearchIndex index, Edition edition, Catalogue catalogue) {
        String path = address.path();
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.[a-z]+$", "");
        String words = Named.shortened(name, LONGEST).replace('-', ' ').replace('_', ' ');
        List<Named> found = new ArrayList<>(found(words, index, edition, catalogue));
        if (found.isEmpty()) {
            index.correction(words).ifPresent(right -> found.addAll(found(right, index, edition, catalogue)));
        }
        return new MissingPage(name, found, null);
    }

    private static List<Named> found(String words, SearchIndex index, Edition edition, Catalogue catalogue) {
        return index.found(words, Optional.empty(), edition.vocabulary()).stream()
                .limit(FEW)
                .flatMap(hit -> hit
                        .thing()
                        .map(catalogue::named)
                        .or(() -> hit.question()
                                .flatMap(edition.questions()::named)
                                .map(QuestionPage::named))
                        .stream())
                .toList();
    }
}
