package org.dossier.mapping;

import org.apache.jena.graph.Node;

/**
 * That a description names a thing.
 *
 * @param words as they stand in the description
 */
record Mention(Node thing, String words) {}
