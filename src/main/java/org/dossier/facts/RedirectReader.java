package org.dossier.facts;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dossier.claim.EntityId;
import org.dossier.claim.PartialDate;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** Reads the lines of {@code facts/redirects.tsv}; what is wrong with one is reported at its cell. */
final class RedirectReader {

    private final Map<String, Redirect> byOld = new TreeMap<>();
    private final FileText file;
    private final Problems problems;

    private RedirectReader(FileText file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static Redirects read(FileText file, Problems problems) {
        RedirectReader reader = new RedirectReader(file, problems);
        reader.read();
        return new Redirects(reader.byOld);
    }

    private void read() {
        if (!file.lines().get(0).equals(Redirects.HEADER)) {
            problems.error(
                    new Place(file.path(), 1, 1),
                    "redirect-line",
                    "the first line names the columns",
                    "write 'old', 'new', 'reason' and 'date', divided by tabs");
            return;
        }
        for (int i = 1; i < file.lines().size(); i++) {
            if (!file.lines().get(i).isBlank()) {
                line(file.lines().get(i), new Place(file.path(), i + 1, 1));
            }
        }
        byOld.values().stream().filter(this::isOnARing).toList().forEach(this::refuseRing);
    }

    private void line(String line, Place place) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 4) {
            problems.error(
                    place,
                    "redirect-line",
                    "this line has " + cells.length + " columns",
                    "write old, new, reason and date, divided by tabs; the new id is empty when the thing was withdrawn");
            return;
        }
        Place ofNew = place.right(length(cells[0]) + 1);
        Place ofReason = ofNew.right(length(cells[1]) + 1);
        boolean isOld = isId(cells[0], place);
        boolean isNew = cells[1].isEmpty() || isId(cells[1], ofNew);
        boolean hasReason = hasReason(cells, ofReason);
        boolean isFirst = isFirst(cells[0], place);
        try {
            PartialDate date = Dates.parse(cells[3]);
            if (isOld && isNew && hasReason && isFirst) {
                byOld.put(
                        cells[0], new Redirect(cells[0], cells[1].isEmpty() ? null : cells[1], cells[2], date, place));
            }
        } catch (Mistake mistake) {
            Place ofDate = ofReason.right(length(cells[2]) + 1);
            problems.error(ofDate, mistake.code(), mistake.message(), mistake.remedy());
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private boolean isId(String cell, Place place) {
        if (EntityId.isId(cell)) {
            return true;
        }
        problems.error(place, "redirect-id", "'" + cell + "' is not an id", "write the id alone, without address");
        return false;
    }

    /** Somebody who meets what is gone wants to know why; of what only moved, the new place is enough. */
    private boolean hasReason(String[] cells, Place place) {
        if (!cells[1].isEmpty() || !cells[2].isBlank()) {
            return true;
        }
        problems.error(
                place,
                "redirect-reason",
                "'" + cells[0] + "' was withdrawn without a reason",
                "say why; whoever comes with the old address reads it");
        return false;
    }

    private boolean isFirst(String old, Place place) {
        Redirect first = byOld.get(old);
        if (first == null) {
            return true;
        }
        problems.error(
                place,
                "redirect-twice",
                "'" + old + "' stands here twice (first in line "
                        + first.place().line() + ")",
                "delete the line that no longer holds");
        return false;
    }

    private boolean isOnARing(Redirect start) {
        Set<String> seen = new HashSet<>();
        Redirect at = start;
        while (at != null && at.successor() != null && seen.add(at.old())) {
            if (at.successor().equals(start.old())) {
                return true;
            }
            at = byOld.get(at.successor());
        }
        return false;
    }

    private void refuseRing(Redirect line) {
        byOld.remove(line.old());
        problems.error(
                line.place(),
                "redirect-ring",
                "'" + line.old() + "' leads back to itself",
                "delete the line that no longer holds");
    }
}
