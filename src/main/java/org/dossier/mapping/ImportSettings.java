package org.dossier.mapping;

import org.dossier.claim.PartialDate;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How an import is run.
 *
 * @param threads 1, or 2 to read the file on a thread of its own; the result is the same
 * @param sample how many rows are read at most; then numbers that are expected are not checked
 * @param mostRejects how many rows may be rejected before the import stops
 * @param writesStanding whether records get the standing that their source gives them; otherwise the rules must
 * @param retrieved when the files were fetched
 */
public record ImportSettings(
        int threads,
        long sample,
        long mostRejects,
        boolean writesStanding,
        @Nullable PartialDate retrieved,
        Progress progress) {

    /** Told now and then how far the import is. */
    public interface Progress {
        /**
         * @param rows read so far of the present file
         * @param bytesRead of it
         * @param bytes it has, or 0 when that is not known
         */
        void at(long rows, long bytesRead, long bytes);
    }

    /** Two threads where there are two processors; all rows; any number of rejects. */
    public static ImportSettings usual() {
        int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
        return new ImportSettings(threads, Long.MAX_VALUE, Long.MAX_VALUE, true, null, (rows, read, bytes) -> {});
    }

    /** Whether whole files are read. */
    boolean isWhole() {
        return sample == Long.MAX_VALUE;
    }

    Problem tooManyRejects(String fileName) {
        return Problem.error(
                Place.wholeFile(fileName),
                "too-many-rejects",
                "more than " + mostRejects + " rows were rejected",
                "see rejects.csv for what is wrong with them");
    }

    /** The same with a number of threads. */
    public ImportSettings withThreads(int number) {
        return new ImportSettings(number, sample, mostRejects, writesStanding, retrieved, progress);
    }

    /** The same for the first rows of each file. */
    public ImportSettings withSample(long rows) {
        return new ImportSettings(threads, rows, mostRejects, writesStanding, retrieved, progress);
    }

    /** The same, stopping when more rows than this are rejected. */
    public ImportSettings withMostRejects(long rows) {
        return new ImportSettings(threads, sample, rows, writesStanding, retrieved, progress);
    }

    /** The same, with somebody who wants to know how far it is. */
    public ImportSettings withProgress(Progress told) {
        return new ImportSettings(threads, sample, mostRejects, writesStanding, retrieved, told);
    }
}
