package org.dossier.link;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.claim.EntityId;
import org.dossier.facts.FileText;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Reads a file of decisions: SSSOM as TSV, one line for each decision. */
public final class DecisionReader {

    private static final Pattern PREFIX = Pattern.compile("#\\s+\"?([A-Za-z][\\w.-]*)\"?:\\s+\"?(\\S+?)\"?\\s*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final List<String> NEEDED = List.of(
            DecisionColumns.SUBJECT,
            DecisionColumns.PREDICATE,
            DecisionColumns.OBJECT,
            DecisionColumns.JUSTIFICATION,
            DecisionColumns.AUTHOR,
            DecisionColumns.DATE);

    private final FileText text;
    private final String base;
    private final Problems problems;
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Decision> decisions = new ArrayList<>();

    private DecisionReader(FileText text, String base, Problems problems) {
        this.text = text;
        this.base = base;
        this.problems = problems;
    }

    /**
     * Reads a file; lines that cannot be understood are reported and left out.
     *
     * @param path relative to the dossier's folder; a file that is not there holds no decisions
     * @param base IRI that the dossier's ids are put behind
     * @throws org.dossier.problem.SurroundingsException when the file is there and cannot be read
     */
    public static Decisions read(Path dossier, String path, String base, Problems problems) {
        if (!Files.exists(dossier.resolve(path))) {
            return Decisions.none(path);
        }
        return new DecisionReader(FileText.read(dossier, path, problems), base, problems).read();
    }

    private Decisions read() {
        int line = 1;
        while (line <= text.lines().size() && isHeadOrEmpty(text.line(line))) {
            readHead(text.line(line));
            line++;
        }
        if (line <= text.lines().size() && readColumns(line)) {
            for (int row = line + 1; row <= text.lines().size(); row++) {
                readRow(row);
            }
        }
        return new Decisions(text.path(), text.sha256(), List.copyOf(columns.keySet()), prefixes, decisions);
    }

    private static boolean isHeadOrEmpty(String line) {
        return line.startsWith("#") || line.isBlank();
    }

    private void readHead(String line) {
        Matcher prefix = PREFIX.matcher(line);
        if (prefix.matches()) {
            prefixes.put(prefix.group(1), prefix.group(2));
        }
    }

    private boolean readColumns(int line) {
        List<Cell> names = Cell.of(text, line);
        for (int i = 0; i < names.size(); i++) {
            Cell name = names.get(i);
            if (!DecisionColumns.ALL.contains(name.text())) {
                String remedy = DidYouMean.remedy(
                        DecisionColumns.ALL, name.text(), "the columns are " + String.join(", ", DecisionColumns.ALL));
                problems.warning(name.place(), "link-column", "no column is called '" + name.text() + "'", remedy);
            }
            columns.putIfAbsent(name.text(), i);
        }
        List<String> missing =
                NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            problems.error(
                    new Place(text.path(), line, 1),
                    "link-column",
                    "the columns " + String.join(", ", missing) + " are missing",
                    "name the columns in the first line below the comments, with a tab between them");
        }
        return missing.isEmpty();
    }

    private void readRow(int line) {
        if (isHeadOrEmpty(text.line(line))) {
            return;
        }
        List<Cell> cells = Cell.of(text, line);
        if (cells.size() > columns.size()) {
            problems.error(
                    cells.get(columns.size()).place(),
                    "link-column",
                    "the line has " + cells.size() + " cells for " + columns.size() + " columns",
                    "a tab stands between cells, and none within them");
            return;
        }
        new RowReader(cells, new Place(text.path(), line, 1)).read().ifPresent(decisions::add);
    }

    /** One line as it comes to be a decision. */
    private final class RowReader {
        private final List<Cell> cells;
        private final Place start;
        private boolean isGood = true;

        RowReader(List<Cell> cells, Place start) {
            this.cells = cells;
            this.start = start;
        }

        Optional<Decision> read() {
            Optional<EntityId> subject = subject();
            Optional<String> object = object();
            Optional<Verdict> verdict = verdict(object.orElse(null));
            Optional<Justification> justification = justification();
            Optional<LocalDate> date = date();
            String author = author();
            if (!isGood || subject.isEmpty() || verdict.isEmpty() || justification.isEmpty() || date.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Decision(
                    subject.get(),
                    cell(DecisionColumns.SUBJECT_LABEL).text(),
                    verdict.get(),
                    object.orElse(null),
                    cell(DecisionColumns.OBJECT_LABEL).text(),
                    justification.get(),
                    author,
                    date.get(),
                    cell(DecisionColumns.COMMENT).text(),
                    start));
        }

        private Cell cell(String column) {
            Integer index = columns.get(column);
            return index == null || index >= cells.size() ? new Cell("", start) : cells.get(index);
        }

        private void bad(Cell cell, String code, String message, String remedy) {
            isGood = false;
            problems.error(cell.place(), code, message, remedy);
        }

        private Optional<EntityId> subject() {
            Cell cell = cell(DecisionColumns.SUBJECT);
            String iri = iri(cell).orElse("");
            String id = iri.startsWith(base) ? iri.substring(base.length()) : "";
            if (EntityId.isId(id)) {
                return Optional.of(new EntityId(id));
            }
            if (isGood) {
                bad(cell, "link-subject", "'" + cell.text() + "' is no thing of this dossier", "write id:… and its id");
            }
            return Optional.empty();
        }

        private Optional<String> object() {
            Cell cell = cell(DecisionColumns.OBJECT);
            return cell.text().equals(Verdict.NO_TERM) ? Optional.empty() : iri(cell);
        }

        /** Short names are spelt out; whole addresses stay. */
        private Optional<String> iri(Cell cell) {
            int colon = cell.text().indexOf(':');
            String prefix = colon < 0 ? "" : cell.text().substring(0, colon);
            if (prefixes.containsKey(prefix)) {
                return Optional.of(prefixes.get(prefix) + cell.text().substring(colon + 1));
            }
            if (cell.text().startsWith("https://") || cell.text().startsWith("http://")) {
                return Optional.of(cell.text());
            }
            bad(
                    cell,
                    "link-prefix",
                    "'" + cell.text() + "' has no prefix that the file explains",
                    DidYouMean.remedy(
                            prefixes.keySet(), prefix, "add a line such as '#  " + prefix + ": https://…' at its top"));
            return Optional.empty();
        }

        private Optional<Verdict> verdict(@Nullable String object) {
            Cell predicate = cell(DecisionColumns.PREDICATE);
            Cell modifier = cell(DecisionColumns.MODIFIER);
            if (!Verdict.predicates().contains(predicate.text())) {
                bad(
                        predicate,
                        "link-predicate",
                        "'" + predicate.text() + "' is no kind of link",
                        DidYouMean.remedy(
                                Verdict.predicates(),
                                predicate.text(),
                                "write " + String.join(", ", Verdict.predicates())));
                return Optional.empty();
            }
            Optional<Verdict> verdict = Verdict.of(predicate.text(), modifier.text(), object);
            if (verdict.isEmpty() && isGood) {
                bad(
                        modifier,
                        "link-predicate",
                        "'" + modifier.text() + "' does not go with " + predicate.text() + " here",
                        "only skos:exactMatch is denied, by Not, and only of an entry");
            }
            return verdict;
        }

        private Optional<Justification> justification() {
            Cell cell = cell(DecisionColumns.JUSTIFICATION);
            Optional<Justification> justification = Justification.of(cell.text());
            if (justification.isEmpty()) {
                bad(
                        cell,
                        "link-justification",
                        "'" + cell.text() + "' is no reason that a decision may rest on",
                        DidYouMean.remedy(
                                Justification.terms(),
                                cell.text(),
                                "write one of " + String.join(", ", Justification.terms())));
            }
            return justification;
        }

        private Optional<LocalDate> date() {
            Cell cell = cell(DecisionColumns.DATE);
            try {
                if (DATE.matcher(cell.text()).matches()) {
                    return Optional.of(LocalDate.parse(cell.text()));
                }
            } catch (DateTimeException noSuchDay) {
                // Told below, like what does not look like a day.
            }
            bad(cell, "bad-date", "'" + cell.text() + "' is no day", "write it as 2026-01-31");
            return Optional.empty();
        }

        private String author() {
            Cell cell = cell(DecisionColumns.AUTHOR);
            if (cell.text().isBlank()) {
                bad(cell, "link-author", "the line does not say who decided", "write a name under author_label");
            }
            return cell.text();
        }
    }
}
