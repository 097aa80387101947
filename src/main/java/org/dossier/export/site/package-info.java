/**
 * The pages of a release as files for any web host: {@link org.dossier.export.site.StaticSite} is the class to read first. The
 * pages are those of {@code pages}; here their links are made to lead from file to file, and what needs a server is taken out.
 */
@NullMarked
package org.dossier.export.site;

import org.jspecify.annotations.NullMarked;
