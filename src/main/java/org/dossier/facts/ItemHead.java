package org.dossier.facts;

import java.util.Optional;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The key of an item that says what the item is: a class, whose value is the id.
 *
 * @param type absent when the key is {@code also} or names no class
 * @param isFirst whether it stands where it should
 */
record ItemHead(Yaml.Entry entry, @Nullable TermClass type, boolean isFirst) {

    static final String ALSO = "also";

    /** The head of an item; nothing when no key of it could be one. */
    static Optional<ItemHead> of(Yaml.Keys item, Vocabulary vocabulary) {
        if (item.entries().isEmpty()) {
            return Optional.empty();
        }
        Yaml.Entry first = item.entries().get(0);
        String key = first.key().value();
        Optional<TermClass> type = vocabulary.classFor(key);
        if (type.isPresent() || key.equals(ALSO)) {
            return Optional.of(new ItemHead(first, type.orElse(null), true));
        }
        Optional<ItemHead> further = item.entries().stream()
                .skip(1)
                .filter(entry -> isClassKey(entry, vocabulary))
                .findFirst()
                .map(entry -> new ItemHead(
                        entry, vocabulary.classFor(entry.key().value()).orElse(null), false));
        boolean isMisspelt = vocabulary.propertyFor(key).isEmpty();
        return further.or(() -> isMisspelt ? Optional.of(new ItemHead(first, null, true)) : Optional.empty());
    }

    /** Whether a key names a class, or is {@code also}, and is no property at the same time. */
    static boolean isClassKey(Yaml.Entry entry, Vocabulary vocabulary) {
        String key = entry.key().value();
        return key.equals(ALSO)
                || (vocabulary.classFor(key).isPresent()
                        && vocabulary.propertyFor(key).isEmpty());
    }

    boolean isAlso() {
        return entry.key().value().equals(ALSO);
    }

    boolean isClaim() {
        return type != null && type.name().equals("Claim");
    }
}
