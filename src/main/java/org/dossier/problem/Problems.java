package org.dossier.problem;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Collects problems, so that one run shows all of them; the same problem found twice is told once. */
public final class Problems {

    private final TreeSet<Problem> found = new TreeSet<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    public void error(Place place, String code, String message, String remedy) {
        add(Problem.error(place, code, message, remedy));
    }

    public void warning(Place place, String code, String message, String remedy) {
        add(Problem.warning(place, code, message, remedy));
    }

    /** All problems in reading order: by file, line and column. */
    public List<Problem> list() {
        return List.copyOf(found);
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    public long count(Severity severity) {
        return found.stream().filter(problem -> problem.severity() == severity).count();
    }
}
