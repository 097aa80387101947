/**
 * The pages of a release as HTML: {@link org.dossier.pages.Pages} is the class to read first. Each page has a class that
 * gathers what it shows into records, and a template of the same name under {@code src/main/jte} that shows it.
 *
 * <p>The package knows no HTTP: a page is asked for by its path and parameters, and the same pages can be served or written
 * to files.
 */
@NullMarked
package org.dossier.pages;

import org.jspecify.annotations.NullMarked;
