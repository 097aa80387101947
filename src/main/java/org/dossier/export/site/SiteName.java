package org.dossier.export.site;

import java.util.List;
import org.dossier.pages.Address;

/**
 * What a page is found by.
 *
 * @param file of the page, relative to the site's folder
 * @param kind what it is a page of
 * @param further other names, with spaces between
 */
record SiteName(String name, String file, String kind, String further) {

    /** What leads to the page from the top of the site. */
    String href() {
        return Address.of("/" + file).href().substring(1);
    }

    List<String> parts() {
        return List.of(name, href(), kind, further);
    }
}
