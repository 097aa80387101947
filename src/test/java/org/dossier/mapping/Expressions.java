package org.dossier.mapping;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.util.Context;
import org.dossier.problem.Problems;
import org.dossier.table.Batch;
import org.dossier.table.Column;
import org.dossier.table.Format;
import org.dossier.table.Layout;
import org.dossier.table.Table;
import org.dossier.table.TableFile;
import org.dossier.table.UnreadableTableException;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Evaluates one expression over rows, compiled and by ARQ alone. */
final class Expressions {

    static final String BASE = "https://example.org/id/";
    static final Vocabulary NO_TERMS = new Vocabulary(List.of(), List.of(), List.of(), Map.of(), List.of());
    private static final Layout CSV =
            new Layout(Format.CSV, StandardCharsets.UTF_8, null, null, null, Set.of(), Map.of());

    /**
     * What an expression gives for one row.
     *
     * @param compiled the term, and the same from the bytes that were written
     * @param reports what the compiled functions told, one a line
     */
    record Result(
            @Nullable Node compiled,
            @Nullable Node byArq,
            String written,
            List<String> reports,
            List<String> arqReports) {}

    private final Path folder;
    private final CellFunctions functions;
    private final MappingCompiler compiler;

    Expressions(Path folder) {
        this.folder = folder;
        LookupTables tables = LookupTables.in(List.of(folder.resolve("tables")), BASE, Path::toString, new Problems());
        this.functions = new CellFunctions(BASE, tables);
        this.compiler = new MappingCompiler(BASE, tables, NO_TERMS);
    }

    static LookupTables noTables() {
        return LookupTables.in(List.of(), BASE, Path::toString, new Problems());
    }

    static String mapping(String expression) {
        return """
                PREFIX fn: <https://w3id.org/dossier/fn/>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                PREFIX xfn: <http://www.w3.org/2005/xpath-functions#>
                CONSTRUCT { <s> <p> ?result } WHERE { BIND( %s AS ?result) }
                """.formatted(expression);
    }

    Mapping compile(String expression) {
        Problems problems = new Problems();
        return compiler.compile("test.rq", mapping(expression), problems)
                .orElseThrow(() -> new AssertionError(expression + ": " + problems.list()));
    }

    /** @param rows the cells of the columns a, b and c */
    List<Result> results(String expression, List<List<String>> rows) throws IOException, UnreadableTableException {
        Mapping mapping = compile(expression);
        Code code = mapping.programs().get(0).triples().get(0).object();
        Expr plain = plain(expression);
        List<Result> results = new ArrayList<>();
        try (Table table = table(rows)) {
            List<Column> columns = mapping.columns().stream()
                    .map(column -> table.header().named(column.name()).orElseThrow())
                    .toList();
            table.select(columns, List.of());
            Batch batch = new Batch(columns.size());
            int[] places = new int[columns.size()];
            java.util.Arrays.setAll(places, at -> at);
            Row row = new Row(batch, places, mapping.reports());
            while (table.fill(batch)) {
                for (int at = 0; at < batch.size(); at++) {
                    row.moveTo(batch, at);
                    results.add(result(code, plain, columns, row));
                }
            }
        }
        return results;
    }

    private Result result(Code code, Expr plain, List<Column> columns, Row row) {
        CellReports reports = row.reports();
        Node compiled = code.node(row);
        Bytes out = new Bytes();
        code.write(row, out);
        List<String> own = reports.list().stream().map(Object::toString).toList();
        reports.clear();
        BindingBuilder binding = Binding.builder();
        for (int at = 0; at < columns.size(); at++) {
            String cell = row.cell(at);
            if (cell != null) {
                binding.add(Var.alloc(columns.get(at).name()), Type.TEXT.node(cell));
            }
        }
        Node byArq = evaluate(plain, binding.build(), environment(reports, columns));
        List<String> arqs = reports.list().stream().map(Object::toString).toList();
        reports.clear();
        return new Result(compiled, byArq, out.toString(), own, arqs);
    }

    private static @Nullable Node evaluate(Expr plain, Binding binding, FunctionEnv environment) {
        try {
            return plain.eval(binding, environment).asNode();
        } catch (ExprException noValue) {
            return null;
        } catch (RuntimeException odd) {
            return null; // ARQ itself fails on some odd texts
        }
    }

    private static Expr plain(String expression) {
        Query query = QueryFactory.create(mapping(expression), BASE, Syntax.syntaxSPARQL_11);
        return ((ElementBind) ((ElementGroup) query.getQueryPattern()).get(0)).getExpr();
    }

    private FunctionEnv environment(CellReports reports, List<Column> columns) {
        FunctionRegistry registry = FunctionRegistry.createFrom(FunctionRegistry.get());
        functions
                .all()
                .forEach(function -> registry.put(Names.FUNCTIONS + function.name(), iri -> new ArqFunction(function)));
        Context context = new Context();
        FunctionRegistry.set(context, registry);
        context.set(ArqFunction.REPORTS, reports);
        Map<Var, List<String>> names = new java.util.HashMap<>();
        columns.forEach(column -> names.put(Var.alloc(column.name()), List.of(column.name())));
        context.set(ArqFunction.COLUMNS, names);
        return new FunctionEnvBase(context);
    }

    private Table table(List<List<String>> rows) throws IOException, UnreadableTableException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("a", "b", "c");
            rows.forEach(csv::writeRecord);
        }
        Path file = Files.writeString(folder.resolve("rows.csv"), text.toString());
        return Table.open(new TableFile(file, null), CSV, bytes -> {}, new Problems());
    }
}
