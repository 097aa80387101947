package org.dossier.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of licences that readers know better than their addresses. */
final class Licences {

    private static final Map<String, String> NAMES = Map.of(
            "creativecommons.org/licenses/by/4.0", "CC BY 4.0",
            "creativecommons.org/licenses/by-sa/4.0", "CC BY-SA 4.0",
            "creativecommons.org/licenses/by-nc/4.0", "CC BY-NC 4.0",
            "creativecommons.org/publicdomain/zero/1.0", "CC0 1.0 (public domain)",
            "opendatacommons.org/licenses/odbl/1-0", "ODbL 1.0");

    private Licences() {}

    /** A licence by its address; absent when there is none. */
    static @Nullable Named named(@Nullable String address) {
        if (address == null) {
            return null;
        }
        Named link = Catalogue.address(address);
        String key = address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
        return new Named(NAMES.getOrDefault(key, address), link.href(), link.isOutside());
    }
}
