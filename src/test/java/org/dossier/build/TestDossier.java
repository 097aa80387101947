package org.dossier.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dossier.explain.Background;
import org.dossier.explain.RowReasons;
import org.dossier.explain.WhyRows;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.problem.Severity;
import org.dossier.query.Answer;
import org.dossier.query.Asking;
import org.dossier.query.DisplayNames;
import org.dossier.query.GateRules;
import org.dossier.query.Limits;
import org.dossier.query.ParameterValues;
import org.dossier.query.QueryGate;
import org.dossier.query.QueryRefusal;
import org.dossier.query.Questions;
import org.dossier.query.ResultTable;
import org.dossier.query.SavedQuestion;
import org.dossier.triples.Literals;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A dossier put together as the program does it, and asked the shipped questions. */
final class TestDossier {

    private static final Path SHIPPED = Path.of("").toAbsolutePath();
    private static final GateRules RULES = GateRules.local(false);

    private final Assembly assembly;

    private TestDossier(Assembly assembly) {
        this.assembly = assembly;
    }

    /** The dossier in a folder, which must have no errors. */
    static TestDossier in(Path folder) {
        Problems problems = new Problems();
        Assembly assembly = Assembly.of(folder, Options.USUAL, problems, Stages.silent());
        List<Problem> errors = problems.list().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        assertThat(errors).isEmpty();
        return new TestDossier(assembly);
    }

    /**
     * A dossier with files of imports, which the shipped mappings read.
     *
     * @param folder with the files in {@code imports/NAME/files/}
     * @param scratch takes a copy of the folder, with the mappings beside the files
     */
    static TestDossier withShippedMappings(Path folder, Path scratch) {
        try {
            copy(folder, scratch);
            copy(SHIPPED.resolve("imports/tables"), scratch.resolve("imports/tables"));
            try (Stream<Path> imports = Files.list(folder.resolve("imports"))) {
                for (Path each : imports.filter(Files::isDirectory).toList()) {
                    copyMapping(String.valueOf(each.getFileName()), scratch.resolve("imports"));
                }
            }
            return in(scratch);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The shipped dossier with further files of imports.
     *
     * @param files by the name of their import
     * @param scratch takes a copy of the dossier, with links to the files
     */
    static TestDossier shippedWith(Map<String, List<Path>> files, Path scratch) {
        try {
            Files.copy(SHIPPED.resolve("dossier.yaml"), scratch.resolve("dossier.yaml"));
            for (String part : List.of("facts", "imports", "links", "ontology")) {
                copy(SHIPPED.resolve(part), scratch.resolve(part));
            }
            for (Map.Entry<String, List<Path>> each : files.entrySet()) {
                Path own = scratch.resolve("imports").resolve(each.getKey()).resolve("files");
                Files.createDirectories(own);
                for (Path file : each.getValue()) {
                    Files.createSymbolicLink(own.resolve(file.getFileName()), file.toAbsolutePath());
                }
            }
            return in(scratch);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copyMapping(String name, Path imports) throws IOException {
        Path shipped = SHIPPED.resolve("imports").resolve(name);
        for (String part : List.of("mapping.rq", "source.yaml")) {
            Files.copy(shipped.resolve(part), imports.resolve(name).resolve(part));
        }
        if (Files.isDirectory(shipped.resolve("tables"))) {
            copy(shipped.resolve("tables"), imports.resolve(name).resolve("tables"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
    }

    static TestDossier shipped() {
        return in(SHIPPED);
    }

    /** The questions that come with the shipped dossier, none of them with a problem. */
    Questions questions() {
        Problems problems = new Problems();
        QueryGate gate = new QueryGate(Names.prefixes(base()), RULES);
        Questions questions = Questions.in(SHIPPED, vocabulary(), gate, problems);
        assertThat(problems.list()).isEmpty();
        return questions;
    }

    private Node thing(String id) {
        return NodeFactory.createURI(base() + id);
    }

    /** Whether two things are linked in one hop. */
    boolean holds(String subject, String property, String object) {
        return assembly.everything().contains(thing(subject), Names.term(property), thing(object));
    }

    /** At which sources the trail of a record's evidence ends, and whether they are held. */
    List<String> roots(String record) {
        return assembly.everything().find(thing(record), Names.term("hasRoot"), Node.ANY).toList().stream()
                .map(triple -> triple.getObject())
                .map(root -> Names.localName(root) + (isHeld(root) ? " is held" : " is not held"))
                .toList();
    }

    private boolean isHeld(Node source) {
        return assembly.everything().contains(source, Names.term("isHeld"), Literals.flag(true));
    }

    /** How a record stands: the local name of a concept. */
    String standing(String record) {
        return assembly.everything().find(thing(record), Names.HAS_STANDING, Node.ANY).toList().stream()
                .map(triple -> Names.localName(triple.getObject()))
                .collect(Collectors.joining(" and "));
    }

    private String base() {
        return assembly.settings().base();
    }

    private Vocabulary vocabulary() {
        return assembly.ontology().vocabulary();
    }

    /** The lines of a question's answer: names of columns, then rows, with tabs between cells and IRIs shortened. */
    List<String> answer(SavedQuestion asked, Map<String, String> parameters) {
        Problems problems = new Problems();
        Map<String, Node> values =
                new ParameterValues(assembly.everything(), vocabulary(), base()).of(asked, parameters, problems);
        assertThat(problems.list()).isEmpty();
        try {
            Answer answer = new Asking(
                            DatasetGraphFactory.wrap(assembly.everything()), RULES, Limits.local(Duration.ofMinutes(1)))
                    .answer(asked.query(), values);
            return lines(((Answer.Rows) answer).table());
        } catch (QueryRefusal refusal) {
            throw new AssertionError(refusal.problems().toString(), refusal);
        }
    }

    /** What each row of a question's answer rests on. */
    RowReasons reasons(SavedQuestion asked, Map<String, String> parameters) {
        Map<String, Node> values =
                new ParameterValues(assembly.everything(), vocabulary(), base()).of(asked, parameters, new Problems());
        WhyRows why = new WhyRows(assembly.everything(), base(), places(), asked.query());
        Asking asking =
                new Asking(DatasetGraphFactory.wrap(assembly.everything()), RULES, Limits.local(Duration.ofMinutes(1)));
        try {
            Answer.Rows shown = (Answer.Rows) asking.answer(asked.query(), values);
            Answer.Rows origins = (Answer.Rows) asking.answer(why.query(), values);
            return why.of(shown.table(), origins.table());
        } catch (QueryRefusal refusal) {
            throw new AssertionError(refusal.problems().toString(), refusal);
        }
    }

    private Background places() {
        Map<String, Place> definitions = assembly.positions().definitions();
        return new Background() {
            @Override
            public Optional<Place> place(String iri) {
                return Optional.ofNullable(definitions.get(iri));
            }

            @Override
            public Optional<String> context(String evidence) {
                return Optional.empty();
            }

            @Override
            public Optional<String> rule(String standing) {
                return Optional.empty();
            }

            @Override
            public Optional<String> commit(Place place) {
                return Optional.empty();
            }
        };
    }

    private List<String> lines(ResultTable table) {
        DisplayNames names = DisplayNames.iris(Names.prefixes(base()));
        List<String> lines = new ArrayList<>();
        lines.add(String.join("\t", table.columns()));
        table.rows()
                .forEach(row ->
                        lines.add(row.stream().map(cell -> cell(names, cell)).collect(Collectors.joining("\t"))));
        return lines;
    }

    private static String cell(DisplayNames names, @Nullable Node cell) {
        return cell == null ? "" : names.of(cell);
    }
}
