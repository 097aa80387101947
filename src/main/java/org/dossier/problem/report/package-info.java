/**
 * Problems as people and programs read them: lines with the place underlined, JSON, SARIF, JUnit and GitHub's annotations.
 * {@link org.dossier.problem.report.Reports} is the class to read first.
 */
@NullMarked
package org.dossier.problem.report;

import org.jspecify.annotations.NullMarked;
