/**
 * The server: SPARQL over a release, and the pages around it. {@link org.dossier.serve.DossierServer} is the class to read
 * first, then {@link org.dossier.serve.QueryEndpoint}, which answers queries.
 *
 * <p>Nothing here can change data: the dataset is read-only, and only the query operation is offered. The package knows
 * HTTP; what pages look like is none of its business, see {@link org.dossier.serve.Site}.
 */
@NullMarked
package org.dossier.serve;

import org.jspecify.annotations.NullMarked;
