package org.dossier.vocabulary;

/**
 * How many values of a property a thing of a class must and may have, as its shape says.
 *
 * @param least 0 when it may be absent
 * @param most {@link Integer#MAX_VALUE} when there is no limit
 */
public record Cardinality(String className, String propertyName, int least, int most) {}
