package org.dossier.build;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Is told when a stage of a build has ended. */
public interface Stages {

    /**
     * @param stage one word, such as {@code facts}
     * @param result what it gave, such as {@code 3 files, 120 records}
     */
    void ended(String stage, String result, Duration took);

    /** One more line about a stage, for whoever wants to know all of it. */
    default void detail(String stage, String line) {}

    /** Runs a step and tells what came of it and how long it took. */
    static <T> T timed(Stages stages, String stage, Supplier<T> step, Function<T, String> describe) {
        long start = System.nanoTime();
        T result = step.get();
        stages.ended(stage, describe.apply(result), Duration.ofNanos(System.nanoTime() - start));
        return result;
    }

    /** Tells nobody. */
    static Stages silent() {
        return (stage, result, took) -> {};
    }
}
