package org.dossier.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.dossier.mapping.ImportSettings;

/** Shows on a terminal, in one line that is written over, how far an import is. Elsewhere it shows nothing. */
final class ImportProgress implements ImportSettings.Progress, AutoCloseable {

    private static final long INTERVAL = Duration.ofMillis(250).toNanos();

    private final PrintWriter terminal;
    private final boolean isShown = Screen.showsProgress();
    private long start = System.nanoTime();
    private long shown;
    private long rowsBefore;
    private boolean hasLine;

    ImportProgress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(long rows, long bytesRead, long bytes) {
        long now = System.nanoTime();
        if (rows < rowsBefore) {
            start = now;
        }
        rowsBefore = rows;
        if (isShown && now - shown >= INTERVAL) {
            shown = now;
            hasLine = true;
            terminal.print("\r" + line(rows, bytesRead, bytes, Duration.ofNanos(now - start)) + "\u001b[K");
            terminal.flush();
        }
    }

    /** {@code 1,204,224 rows, 43 %, 210,000 rows/s, 0:08 left}. */
    static String line(long rows, long bytesRead, long bytes, Duration passed) {
        double seconds = Math.max(passed.toMillis(), 1) / 1000.0;
        String rate = String.format(Locale.ROOT, "%,d rows, %,.0f rows/s", rows, rows / seconds);
        if (bytes == 0 || bytesRead == 0) {
            return rate;
        }
        long left = Math.max(0, Math.round(seconds * (bytes - bytesRead) / bytesRead));
        return String.format(
                Locale.ROOT, "%s, %d %%, %d:%02d left", rate, 100 * bytesRead / bytes, left / 60, left % 60);
    }

    @Override
    public void close() {
        if (hasLine) {
            terminal.print("\r\u001b[K");
            terminal.flush();
        }
    }
}
