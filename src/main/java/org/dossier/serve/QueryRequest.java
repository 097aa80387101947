package org.dossier.serve;

import java.time.Duration;
import org.apache.jena.sparql.core.DatasetDescription;
import org.dossier.pages.Address;
import org.dossier.pages.SparqlPages;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of {@code /sparql}.
 *
 * @param query text of it
 * @param graphs that it is about, in place of those that the query names; absent when the request names none
 * @param format name of the format that the address asks for; absent when it names none
 * @param accept formats that the client can read, as HTTP says it; absent when it says nothing
 * @param compressed whether the client can read gzip
 * @param time that it is ready to wait
 * @param reader who reads HTML; absent for programs
 */
record QueryRequest(
        String query,
        @Nullable DatasetDescription graphs,
        @Nullable String format,
        @Nullable String accept,
        boolean compressed,
        Duration time,
        @Nullable Reader reader) {

    /**
     * Somebody with a browser.
     *
     * @param address what they asked for, with the order and the part of the table that they chose
     */
    record Reader(SparqlPages pages, Address address) {}
}
