package org.dossier.pages;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.dossier.explain.change.ReleaseChanges;

/** The difference to the release before, which takes too long for a page to wait for it. */
final class Changes {

    private static final int PATIENCE_SECONDS = 2;

    private final FutureTask<Optional<ReleaseChanges>> comparing;
    private final AtomicBoolean isBegun = new AtomicBoolean();

    Changes(Supplier<Optional<ReleaseChanges>> difference) {
        this.comparing = new FutureTask<>(difference::get);
    }

    /** The difference; nothing yet while it is being found. */
    Optional<Optional<ReleaseChanges>> known() {
        begin();
        try {
            return Optional.of(comparing.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException | CancellationException notYet) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the releases cannot be compared", failed.getCause());
        }
    }

    /** The difference when it is known already; nobody waits. */
    Optional<ReleaseChanges> atOnce() {
        begin();
        return comparing.isDone() ? known().flatMap(difference -> difference) : Optional.empty();
    }

    /** Whether it is known; begins to find out if nobody has. */
    boolean isKnown() {
        begin();
        return comparing.isDone();
    }

    private void begin() {
        if (isBegun.compareAndSet(false, true)) {
            Thread thread = new Thread(comparing, "changes");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
