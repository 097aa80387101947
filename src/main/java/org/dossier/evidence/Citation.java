package org.dossier.evidence;

import org.dossier.claim.Evidence;

/**
 * Evidence, and how surely the facts speak on its strength.
 *
 * @param isFlat whether a link or record is put forward on it without reserve and without a remark
 * @param isContested whether the facts already hold something against that link or record
 */
record Citation(Evidence evidence, boolean isFlat, boolean isContested) {}
