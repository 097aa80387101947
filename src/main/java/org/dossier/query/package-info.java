/**
 * Saved questions, their parameters, and the tables that answer them. Read {@link org.dossier.query.SavedQuestion} first,
 * then {@link org.dossier.query.QueryGate}, which every query passes, and {@link org.dossier.query.Asking}, which runs it.
 *
 * <p>It knows nothing of HTTP, of the command line, or of how a release is stored: it is given a dataset.
 */
@NullMarked
package org.dossier.query;

import org.jspecify.annotations.NullMarked;
