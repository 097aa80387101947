package org.dossier.link;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Points of each trait. They add up on the logistic scale: 0 points is an even chance, 3 points 95 in a hundred.
 *
 * @param base where the sum starts
 */
public record Weights(double base, Map<Trait, Double> points) {

    public Weights {
        points = Map.copyOf(points);
    }

    /** Those of the file {@code weights.yaml}. */
    public static Weights standard() {
        BuiltInTable file = BuiltInTable.read("weights.yaml");
        Map<Trait, Double> points = new EnumMap<>(Trait.class);
        file.section("points")
                .forEach((trait, value) -> points.put(Trait.valueOf(String.valueOf(trait)), number(value)));
        return new Weights(number(file.section("start").get("base")), points);
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }

    double of(Trait trait) {
        return points.getOrDefault(trait, 0.0);
    }

    /** The value between 0 and 1 that a sum of points stands for, the same on every machine. */
    static double chance(double sum) {
        return 1 / (1 + StrictMath.exp(-sum));
    }
}
