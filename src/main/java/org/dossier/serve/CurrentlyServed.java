package org.dossier.serve;

/** The release that requests get now; each keeps the one that it began with. */
final class CurrentlyServed {

    private volatile Served current;

    CurrentlyServed(Served first) {
        this.current = first;
    }

    /** The current one, to be left by whoever asked for it. */
    Served enter() {
        Served served = current;
        while (!served.enter()) {
            served = current;
        }
        return served;
    }

    /** Requests from now on get another one. */
    synchronized void switchTo(Served next) {
        Served before = current;
        current = next;
        before.leave();
    }

    /** For good: nobody may ask for it any more. */
    void close() {
        current.leave();
    }
}
