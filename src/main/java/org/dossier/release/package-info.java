/**
 * Immutable releases: written beside the old one, verified by reading back, renamed, and only then pointed at.
 * {@link org.dossier.release.Releases} is the class to read first.
 *
 * <p>Nothing else is ever queried or served. A build that fails or is killed leaves the old release as it was.
 */
@NullMarked
package org.dossier.release;

import org.jspecify.annotations.NullMarked;
