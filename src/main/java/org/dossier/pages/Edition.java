package org.dossier.pages;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dossier.explain.Background;
import org.dossier.explain.change.ReleaseChanges;
import org.dossier.facts.DossierSettings;
import org.dossier.query.Inquiry;
import org.dossier.query.Questions;
import org.dossier.release.Manifest;
import org.dossier.vocabulary.Vocabulary;

/**
 * One release with all that its pages tell.
 *
 * @param data everything in its default graph; read in transactions
 * @param inquiry answers questions over the same data, within limits
 * @param background where things were typed
 * @param changes what it says otherwise than the release before; nothing when there is none before, and slow the first
 *     time
 */
public record Edition(
        Manifest manifest,
        DatasetGraph data,
        DossierSettings settings,
        Vocabulary vocabulary,
        Questions questions,
        Inquiry inquiry,
        Background background,
        Supplier<Optional<ReleaseChanges>> changes) {}
