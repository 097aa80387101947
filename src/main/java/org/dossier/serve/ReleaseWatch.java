package org.dossier.serve;

import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Release;
import org.dossier.release.Releases;

/** Lets a server follow the pointer to the current release. */
public final class ReleaseWatch implements AutoCloseable {

    private static final long LOOK_EVERY_MILLISECONDS = 1_000;

    private final Releases releases;
    private final DossierServer server;
    private final Consumer<String> told;
    private final ScheduledThreadPoolExecutor thread;
    private String seen = "";
    private String trouble = "";

    /** @param told receives a line for each release that is served from now on, or cannot be */
    public ReleaseWatch(Releases releases, DossierServer server, Consumer<String> told) {
        this.releases = releases;
        this.server = server;
        this.told = told;
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread watching = new Thread(work, "release-watch");
            watching.setDaemon(true);
            return watching;
        });
    }

    /** Looks every second, until it is closed. */
    public void start() {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                this::look, LOOK_EVERY_MILLISECONDS, LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Looks once, soon and in a thread of its own; what cannot be served is tried again. */
    public void lookAgain() {
        thread.execute(() -> {
            seen = "";
            trouble = "";
            look();
        });
    }

    /** What cannot be served is not tried again before a build has made it current again. */
    void look() {
        try {
            Optional<String> pointing = releases.pointing();
            if (pointing.isPresent() && !pointing.get().equals(seen)) {
                seen = pointing.get();
                releases.current().filter(this::isAnother).ifPresent(this::serve);
            }
        } catch (SurroundingsException failure) {
            tell(String.valueOf(failure.getMessage()));
        } catch (RuntimeException | Error mistake) {
            // Whoever runs a thread at intervals ends it at the first failure, and nobody would notice.
            tell(mistake.toString());
        }
    }

    private boolean isAnother(Release next) {
        return !next.manifest().id().equals(server.releaseId());
    }

    private void serve(Release next) {
        server.switchTo(next);
        trouble = "";
        told.accept("serving release " + next.manifest().id());
    }

    /** Once, and not at each look. */
    private void tell(String reason) {
        if (!reason.equals(trouble)) {
            trouble = reason;
            told.accept("still serving the release before: " + reason);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
