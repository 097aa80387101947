/**
 * Derived triples: standing, the links that it lets stand, and what follows from them.
 * {@link org.dossier.rules.RuleRun} is the class to read first; the rules themselves are SPARQL files in
 * {@code ontology/rules/}.
 */
@NullMarked
package org.dossier.rules;

import org.jspecify.annotations.NullMarked;
