package org.dossier.link;

/**
 * One thing that speaks for or against two organisations being one.
 *
 * @param trait what was looked at
 * @param value how far it is so, from 0 to 1
 * @param weight points for a value of 1; positive when it speaks for
 */
public record Feature(Trait trait, double value, double weight) {

    /** Its part in the sum of points. */
    public double points() {
        return value * weight;
    }
}
