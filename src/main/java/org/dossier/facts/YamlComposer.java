package org.dossier.facts;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Puts the parser's events together to texts, lists and keys, and refuses what YAML offers beyond them. */
final class YamlComposer {

    /** Facts nest five deep; far more would exhaust the stack. */
    private static final int DEEPEST = 40;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    private static final Pattern COMMENT = Pattern.compile("\\s+#.*");
    private static final Pattern HEADER_OF_NUMBER = Pattern.compile("[>|][0-9+-].*");

    private final FileText text;
    private final List<String> lines;
    private final Iterator<Event> events;
    private final List<Problem> found = new ArrayList<>();

    private YamlComposer(FileText text, List<String> lines, Iterator<Event> events) {
        this.text = text;
        this.lines = lines;
        this.events = events;
    }

    /**
     * Reads what is left of a file.
     *
     * @param lines the lines of the file, those that are lost being empty
     * @throws SyntaxMistake when the lines are no YAML
     */
    static YamlFile compose(FileText text, List<String> lines, List<YamlFile.Line> lost, Problems problems)
            throws SyntaxMistake {
        try {
            Iterator<Event> events =
                    new Parse(SETTINGS).parseString(String.join("\n", lines)).iterator();
            YamlComposer composer = new YamlComposer(text, lines, events);
            YamlFile file = composer.document(lost);
            problems.addAll(composer.found);
            return file;
        } catch (MarkedYamlEngineException failure) {
            throw new SyntaxExplainer(text.path(), lines).explain(failure);
        } catch (NumberFormatException failure) {
            throw new SyntaxExplainer(text.path(), lines).numberOfNoCharacter();
        } catch (YamlEngineException failure) {
            throw SyntaxExplainer.ofWholeFile(text.path(), failure);
        }
    }

    private YamlFile document(List<YamlFile.Line> lost) throws SyntaxMistake {
        events.next(); // the stream begins
        if (events.next() instanceof StreamEndEvent) {
            return new YamlFile(text, null, lost);
        }
        Yaml root = node(events.next(), -1, 0);
        events.next(); // the document ends
        List<YamlFile.Line> allLost = new ArrayList<>(lost);
        if (events.next() instanceof DocumentStartEvent second) {
            allLost.addAll(secondDocument(second));
        }
        boolean isEmpty = root instanceof Yaml.Text scalar && scalar.isBlank();
        return new YamlFile(text, isEmpty ? null : root, allLost);
    }

    private List<YamlFile.Line> secondDocument(DocumentStartEvent second) {
        Place place = place(second.getStartMark());
        report(place, "several-documents", "'---' begins a second document", "one file, one document");
        List<YamlFile.Line> rest = new ArrayList<>();
        for (int number = place.line(); number <= lines.size(); number++) {
            rest.add(new YamlFile.Line(number, lines.get(number - 1)));
        }
        return rest;
    }

    /** @param outer column, from 0, of the key or dash that the node belongs to */
    private Yaml node(Event event, int outer, int depth) throws SyntaxMistake {
        if (event instanceof AliasEvent alias) {
            reportAnchor(event);
            return new Yaml.Unreadable(alias.getAlias().getValue(), place(event.getStartMark()));
        }
        if (depth > DEEPEST) {
            throw mistake(event, "lists and keys are nested too deeply here", "write one fact for each item");
        }
        refuseAnchor((NodeEvent) event);
        if (event instanceof SequenceStartEvent sequence) {
            return items(sequence, outer, depth);
        }
        if (event instanceof MappingStartEvent mapping) {
            return keys(mapping, outer, depth);
        }
        return scalar((ScalarEvent) event, outer);
    }

    private Yaml items(SequenceStartEvent start, int outer, int depth) throws SyntaxMistake {
        refuseTag(start.getTag(), start);
        int column = column(start, outer);
        List<Yaml> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, column, depth + 1));
        }
        return new Yaml.Items(items, start.isFlow(), place(start.getStartMark()));
    }

    private Yaml keys(MappingStartEvent start, int outer, int depth) throws SyntaxMistake {
        refuseTag(start.getTag(), start);
        int column = column(start, outer);
        List<Yaml.Entry> entries = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            Yaml key = node(event, column, depth + 1);
            Yaml value = node(events.next(), column, depth + 1);
            if (key instanceof Yaml.Text name) {
                entries.add(new Yaml.Entry(name, value));
            } else if (!(key instanceof Yaml.Unreadable)) {
                report(key.place(), "yaml", "a list or keys stand where a key is wanted", "a key is a single text");
            }
        }
        return new Yaml.Keys(entries, start.isFlow(), place(start.getStartMark()));
    }

    /** Within brackets and braces indentation does not count. */
    private static int column(CollectionStartEvent start, int outer) {
        return start.isFlow() ? outer : mark(start.getStartMark()).getColumn();
    }

    private Yaml scalar(ScalarEvent scalar, int outer) throws SyntaxMistake {
        refuseTag(scalar.getTag(), scalar);
        if (scalar.isPlain()) {
            return isWhole(scalar)
                    ? text(scalar, 0, comment(scalar))
                    : new Yaml.Unreadable(scalar.getValue(), place(scalar.getStartMark()));
        }
        if (scalar.isSQuoted() || scalar.isDQuoted()) {
            refuseUnclosed(scalar, outer);
            return text(scalar, 1, null);
        }
        return block(scalar);
    }

    private Yaml.Text text(ScalarEvent scalar, int inset, @Nullable Place comment) {
        Mark start = mark(scalar.getStartMark());
        String line = lineFrom(start);
        int faithful = 0;
        String value = scalar.getValue();
        while (faithful < value.length()
                && faithful + inset < line.length()
                && value.charAt(faithful) == line.charAt(faithful + inset)) {
            faithful++;
        }
        return new Yaml.Text(value, place(start), inset, faithful, comment);
    }

    /** What follows {@code |} or {@code >}. A blank one is a number that somebody wrote with the sign before it. */
    private Yaml block(ScalarEvent scalar) {
        Place place = place(scalar.getStartMark());
        Matcher header = HEADER_OF_NUMBER.matcher(lineFrom(mark(scalar.getStartMark())));
        if (scalar.getValue().isBlank() && header.matches()) {
            found.add(SyntaxExplainer.badStart(place, header.group()));
            return new Yaml.Unreadable(scalar.getValue(), place);
        }
        return new Yaml.Text(scalar.getValue().strip(), place, 0, 0, null);
    }

    private @Nullable Place comment(ScalarEvent scalar) {
        Mark end = mark(scalar.getEndMark());
        String rest = lineFrom(end);
        return COMMENT.matcher(rest).matches() ? place(end).right(rest.indexOf('#')) : null;
    }

    /** A text runs on in the next line only if that is indented further; otherwise its quotation mark was forgotten. */
    private void refuseUnclosed(ScalarEvent scalar, int outer) throws SyntaxMistake {
        Mark start = mark(scalar.getStartMark());
        int last = mark(scalar.getEndMark()).getLine();
        for (int line = start.getLine() + 1; line <= last; line++) {
            String continuation = lines.get(line);
            if (!continuation.isBlank()
                    && continuation.length() - continuation.stripLeading().length() <= outer) {
                throw unclosed(scalar);
            }
        }
    }

    /** A mark at the end of a line closes some other text that lost its first one; elsewhere it opens one. */
    private SyntaxMistake unclosed(ScalarEvent scalar) {
        Mark start = mark(scalar.getStartMark());
        Mark end = mark(scalar.getEndMark());
        return lineFrom(end).isBlank()
                ? SyntaxExplainer.unclosedQuote(place(start), start.getLine(), end.getLine())
                : SyntaxExplainer.unclosedQuote(place(start), start.getLine());
    }

    /** Whether no further line was taken for the rest of a text because it is indented too far, or by a tab. */
    private boolean isWhole(ScalarEvent scalar) {
        int first = mark(scalar.getStartMark()).getLine();
        int last = Math.min(mark(scalar.getEndMark()).getLine(), lines.size() - 1);
        for (int line = first + 1; line <= last; line++) {
            String continuation = lines.get(line);
            int start = continuation.length() - continuation.stripLeading().length();
            int tab = continuation.substring(0, start).indexOf('\t');
            if (tab >= 0) {
                found.add(SyntaxExplainer.tab(new Place(text.path(), line + 1, tab + 1)));
                return false;
            }
            if (continuation.startsWith("- ", start)) {
                found.add(SyntaxExplainer.wrongIndent(new Place(text.path(), line + 1, start + 1), line));
                return false;
            }
        }
        return true;
    }

    private void refuseAnchor(NodeEvent event) {
        if (event.getAnchor().isPresent()) {
            reportAnchor(event);
        }
    }

    private void reportAnchor(Event event) {
        report(place(event.getStartMark()), "yaml-anchor", "no anchors or aliases", "name a thing by its id");
    }

    private void refuseTag(Optional<String> tag, Event event) {
        if (tag.isPresent()) {
            Place place = place(event.getStartMark());
            String typed = lineFrom(mark(event.getStartMark())).split("[\\s,\\]}]", 2)[0];
            report(place, "yaml-tag", "'" + typed + "': no tags", "the ontology says what a value is");
        }
    }

    private SyntaxMistake mistake(Event event, String message, String remedy) {
        Place place = place(event.getStartMark());
        return new SyntaxMistake(Problem.error(place, "yaml", message, remedy), place.line() - 1);
    }

    private void report(Place place, String code, String message, String remedy) {
        found.add(Problem.error(place, code, message, remedy));
    }

    private String lineFrom(Mark mark) {
        if (mark.getLine() >= lines.size()) {
            return "";
        }
        String line = lines.get(mark.getLine());
        return line.substring(line.offsetByCodePoints(0, mark.getColumn()));
    }

    private Place place(Optional<Mark> mark) {
        return place(mark(mark));
    }

    private Place place(Mark mark) {
        return new Place(text.path(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Mark mark(Optional<Mark> mark) {
        return mark.orElseThrow(() -> new IllegalStateException("the parser gives no places"));
    }
}
