package org.dossier.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
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
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A dossier put together as the program does it, and asked the shipped questions. */
final class TestDossier {

    private static final Path SHIPPED = Path.of("").toAbsolutePath();

    private final Assembly assembly;
    private final Questions questions;
    private final QueryGate gate;

    private TestDossier(Assembly assembly) {
        this.assembly = assembly;
        Problems problems = new Problems();
        gate = new QueryGate(Names.prefixes(base()), GateRules.local(false));
        questions = Questions.in(SHIPPED, vocabulary(), gate, problems);
        assertThat(problems.list()).isEmpty();
    }

    /** The dossier in a folder, which must have no errors. */
    static TestDossier in(Path folder) {
        Problems problems = new Problems();
        Assembly assembly = Assembly.of(folder, problems, Stages.silent());
        List<Problem> errors = problems.list().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        assertThat(errors).isEmpty();
        return new TestDossier(assembly);
    }

    static TestDossier shipped() {
        return in(SHIPPED);
    }

    List<String> questions() {
        return questions.names();
    }

    /** How a record stands: the local name of a concept. */
    String standing(String record) {
        Node node = NodeFactory.createURI(base() + record);
        return assembly.everything().find(node, Names.HAS_STANDING, Node.ANY).toList().stream()
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
    List<String> answer(String question, Map<String, String> parameters) {
        SavedQuestion asked = questions.named(question).orElseThrow();
        Problems problems = new Problems();
        Map<String, Node> values =
                new ParameterValues(assembly.everything(), vocabulary(), base()).of(asked, parameters, problems);
        assertThat(problems.list()).isEmpty();
        try {
            Answer answer = new Asking(
                            DatasetGraphFactory.wrap(assembly.everything()),
                            gate.rules(),
                            Limits.local(Duration.ofMinutes(1)))
                    .answer(asked.query(), values);
            return lines(((Answer.Rows) answer).table());
        } catch (QueryRefusal refusal) {
            throw new AssertionError(refusal.problems().toString(), refusal);
        }
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
