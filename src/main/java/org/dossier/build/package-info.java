/**
 * Puts the stations together: reads a dossier's folder, derives, checks, and leaves a release.
 * {@link org.dossier.build.Build} is the class to read first.
 */
@NullMarked
package org.dossier.build;

import org.jspecify.annotations.NullMarked;
