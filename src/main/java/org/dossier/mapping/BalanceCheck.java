package org.dossier.mapping;

import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** Compares a balance with what was expected, and tells what nobody accounts for. */
final class BalanceCheck {

    private final SourceDescription source;
    private final ImportSettings settings;
    private final Problems problems;

    BalanceCheck(SourceDescription source, ImportSettings settings, Problems problems) {
        this.source = source;
        this.settings = settings;
        this.problems = problems;
    }

    void check(Balance balance) {
        Place place = Place.wholeFile(balance.file());
        for (String header : balance.unknownColumns()) {
            problems.warning(
                    place,
                    "unknown-column",
                    "nobody reads the column '" + header + "', and it is not empty",
                    "map it, or list it under 'ignored' in source.yaml with the reason");
        }
        if (settings.isWhole() && balance.read() > 0 && balance.rejected() == balance.read()) {
            problems.error(
                    place,
                    "all-rejected",
                    "all of its rows were rejected: " + balance.reasons(),
                    "rejects.csv says why for each; it may be another file, or one that a spreadsheet changed");
        }
        if (settings.isWhole()) {
            source.expected().forEach((what, expected) -> check(what, expected, balance, place));
        }
    }

    private void check(String what, SourceDescription.Expected expected, Balance balance, Place place) {
        long found = what.equals(SourceDescription.ROWS)
                ? balance.read()
                : balance.things().getOrDefault(what, 0L);
        if (!expected.holds(found)) {
            problems.error(
                    place,
                    "unexpected-count",
                    what + ": " + found + ", but source.yaml expects " + expected,
                    "the file may be cut short or be another one; if it is right, change 'expect'");
        }
    }
}
