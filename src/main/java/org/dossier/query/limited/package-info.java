/**
 * Runs a query so that it can be stopped: Jena looks at the clock between rows only, and this package makes it look
 * wherever else a query can stay for long, and stops what grows without end. Read
 * {@link org.dossier.query.limited.LimitedRun} first.
 *
 * <p>It knows nothing of who asks, and refuses nothing before it runs; that is the gate's.
 */
@NullMarked
package org.dossier.query.limited;

import org.jspecify.annotations.NullMarked;
