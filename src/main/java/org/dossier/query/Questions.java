package org.dossier.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryScopeException;
import org.apache.jena.sparql.syntax.syntaxtransform.QuerySyntaxSubstituteScope;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.vocabulary.Vocabulary;

/** The saved questions of a dossier. */
public final class Questions {

    /** The folder that they are kept in, below the dossier's. */
    public static final String FOLDER = "queries";

    private static final String FILE_END = ".rq";

    private static final Comparator<SavedQuestion> BY_GROUP =
            Comparator.comparing(SavedQuestion::group).thenComparing(SavedQuestion::name);

    private final List<SavedQuestion> questions;

    private Questions(Collection<SavedQuestion> questions) {
        this.questions = questions.stream().sorted(BY_GROUP).toList();
    }

    /**
     * Reads every {@code .rq} file of the folder {@code queries/}; what is wrong with one of them is a problem with its
     * place, and that one is left out.
     *
     * @throws UncheckedIOException when the folder or a file cannot be read
     */
    public static Questions in(Path dossierFolder, Vocabulary vocabulary, QueryGate gate, Problems problems) {
        Path folder = dossierFolder.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return new Questions(List.of());
        }
        List<SavedQuestion> questions = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            text(file, FOLDER + "/" + name, problems)
                    .flatMap(text -> question(FOLDER + "/" + name, text, vocabulary, gate, problems))
                    .ifPresent(questions::add);
        }
        return new Questions(questions);
    }

    /**
     * The one question of this name, without reading the others.
     *
     * @return nothing when there is none, or something is wrong with it, which is added to the problems
     */
    public static Optional<SavedQuestion> one(
            String name, Path dossierFolder, Vocabulary vocabulary, QueryGate gate, Problems problems) {
        Path file = dossierFolder.resolve(FOLDER).resolve(name + FILE_END);
        if (!namesIn(dossierFolder).contains(name)) {
            return Optional.empty();
        }
        String path = FOLDER + "/" + name + FILE_END;
        return text(file, path, problems).flatMap(text -> question(path, text, vocabulary, gate, problems));
    }

    /** The names of all questions, good or not, in order. */
    public static List<String> namesIn(Path dossierFolder) {
        Path folder = dossierFolder.resolve(FOLDER);
        return Files.isDirectory(folder)
                ? files(folder).stream()
                        .map(file -> file.getFileName().toString())
                        .map(name -> name.substring(0, name.length() - FILE_END.length()))
                        .toList()
                : List.of();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(FILE_END))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + folder, failure);
        }
    }

    private static Optional<String> text(Path file, String name, Problems problems) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            problems.error(Place.wholeFile(name), QuestionHeader.CODE, "the file is not UTF-8", "save it as UTF-8");
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    /**
     * One question from its text.
     *
     * @return nothing when something is wrong with it, which is added to the problems
     */
    public static Optional<SavedQuestion> question(
            String file, String text, Vocabulary vocabulary, QueryGate gate, Problems problems) {
        Problems found = new Problems();
        QuestionHeader header = QuestionHeader.of(file, text, vocabulary, found);
        try {
            Query query = gate.admit(file, text);
            checkParameters(header, query, QueryWords.of(file, text), found);
            checkChart(header, query, found);
            header.checkUnits(columns(query), found);
            problems.addAll(found.list());
            return found.hasErrors() ? Optional.empty() : Optional.of(assemble(file, text, header, query));
        } catch (QueryRefusal refusal) {
            problems.addAll(found.list());
            problems.addAll(refusal.problems());
            return Optional.empty();
        }
    }

    private static SavedQuestion assemble(String file, String text, QuestionHeader header, Query query) {
        String name = file.substring(file.lastIndexOf('/') + 1, file.length() - FILE_END.length());
        return new SavedQuestion(
                name,
                file,
                header.title(),
                header.description(),
                header.group(),
                header.parameters(),
                header.chart().orElse(null),
                header.units(),
                text,
                query);
    }

    private static void checkParameters(QuestionHeader header, Query query, QueryWords words, Problems problems) {
        for (Parameter parameter : header.parameters()) {
            if (!words.has(word -> QueryWords.isVariable(word, parameter.name()))) {
                problems.error(
                        parameter.place(),
                        QuestionHeader.CODE,
                        "the query does not use the parameter '" + parameter.name() + "'",
                        "use it as ?" + parameter.name() + ", or delete the line");
            } else if (!canBeSet(query, parameter)) {
                problems.error(
                        parameter.place(),
                        QuestionHeader.CODE,
                        "the query itself sets '" + parameter.name() + "', so that nobody else can",
                        "rename what BIND, VALUES or AS sets");
            }
        }
    }

    private static boolean canBeSet(Query query, Parameter parameter) {
        try {
            Var variable = Var.alloc(parameter.name());
            QuerySyntaxSubstituteScope.scopeCheck(query, List.of(variable));
            return !query.hasValues() || !query.getValuesVariables().contains(variable);
        } catch (QueryScopeException setInside) {
            return false;
        }
    }

    private static void checkChart(QuestionHeader header, Query query, Problems problems) {
        header.chart()
                .ifPresent(chart -> chart.columns().stream()
                        .filter(column ->
                                !query.isSelectType() || !query.getResultVars().contains(column))
                        .forEach(column -> problems.error(
                                header.chartPlace(),
                                QuestionHeader.CODE,
                                "the chart shows '" + column + "', which is no column of the answer",
                                "its columns are " + String.join(", ", columns(query)))));
    }

    private static List<String> columns(Query query) {
        return query.isSelectType() ? query.getResultVars() : List.of();
    }

    /** All of them, by group and then by name. */
    public List<SavedQuestion> list() {
        return questions;
    }

    public Optional<SavedQuestion> named(String name) {
        return questions.stream()
                .filter(question -> question.name().equals(name))
                .findFirst();
    }

    public List<String> names() {
        return questions.stream().map(SavedQuestion::name).toList();
    }
}
