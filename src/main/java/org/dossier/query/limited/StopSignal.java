package org.dossier.query.limited;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;

/** Tells one running query to stop, and why. Whoever works for the query looks at it often. */
public final class StopSignal {

    /** Why a query was stopped. */
    public enum Reason {
        /** It took longer than it may. */
        TIME,
        /** Whoever asked is no longer there. */
        GONE,
        /** Together with the others it needed more memory than there is. */
        MEMORY,
        /** The answer, or something on the way to it, became larger than it may. */
        SIZE,
        /** The program ends. */
        END
    }

    /**
     * What stopped a query.
     *
     * @param sentence what happened, for whoever asked
     */
    public record Stop(Reason reason, String sentence) {}

    /** Jena's own operators look at this very object. */
    private final AtomicBoolean raised = new AtomicBoolean();

    private volatile @Nullable Stop stop;

    /** Stops the query; only the first reason counts. */
    public void stop(Reason reason, String sentence) {
        synchronized (raised) {
            if (stop == null) {
                stop = new Stop(reason, sentence);
            }
        }
        raised.set(true);
    }

    /** What stopped the query, or nothing when it may go on. */
    public Optional<Stop> stopped() {
        return Optional.ofNullable(stop);
    }

    /** @throws QueryCancelledException when the query has to stop */
    void check() {
        if (raised.get()) {
            throw new QueryCancelledException();
        }
    }

    /** Stops the query from within. */
    QueryCancelledException tooLarge(String sentence) {
        stop(Reason.SIZE, sentence);
        return new QueryCancelledException();
    }

    AtomicBoolean raised() {
        return raised;
    }
}
