package org.dossier.explain.change;

import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * One state of a dossier.
 *
 * @param name what people called it: a revision, a release or a folder
 * @param data everything in its default graph
 * @param base IRI that its ids are put behind
 * @param folder where its questions are
 */
public record Version(String name, DatasetGraph data, String base, Path folder) {}
