package org.dossier.link;

import java.util.List;

/**
 * How likely two organisations are one, and why.
 *
 * @param value from 0 to 1
 * @param answer what kind of kinship it looks like
 * @param left the name of the left one that was compared
 * @param right the name of the right one that was compared
 * @param features everything that counted, in the order of {@link Trait}; their points and the base add up to the value
 *     on the logistic scale
 */
public record Score(double value, Answer answer, Name left, Name right, List<Feature> features) {

    public Score {
        features = List.copyOf(features);
    }
}
