/**
 * Who is the same as whom: proposed by machine, decided by people, remembered as text.
 * {@link org.dossier.link.Scorer} compares two {@link org.dossier.link.Profile}s and shows every feature that it weighed;
 * {@link org.dossier.link.Decisions} are the lines that people appended.
 *
 * <p>Nothing here decides: a score is a proposal, and only an accepted decision reaches the graph.
 */
@NullMarked
package org.dossier.link;

import org.jspecify.annotations.NullMarked;
