package org.dossier.mapping;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.vocabulary.XSD;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;

/** Compiles mapping files. */
public final class MappingCompiler {

    /** Functions of XPath whose value depends on the machine, and one that calls any other. */
    private static final Set<String> REFUSED = Set.of(
            ARQConstants.fnPrefix + "implicit-timezone",
            ARQConstants.fnPrefix + "adjust-dateTime-to-timezone",
            ARQConstants.fnPrefix + "adjust-date-to-timezone",
            ARQConstants.fnPrefix + "adjust-time-to-timezone",
            ARQConstants.fnPrefix + "apply",
            ARQConstants.fnPrefix + "error");

    private final String base;
    private final CellFunctions functions;
    private final Vocabulary vocabulary;

    /** @param base IRI that ids are put behind */
    MappingCompiler(String base, LookupTables tables, Vocabulary vocabulary) {
        this.base = base;
        this.functions = new CellFunctions(base, tables);
        this.vocabulary = vocabulary;
    }

    /**
     * Compiles a mapping.
     *
     * @param file what problems call it
     * @return nothing when there are errors among the problems
     */
    Optional<Mapping> compile(String file, String text, Problems problems) {
        Problems own = new Problems();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<MappingColumn> columns = new ArrayList<>();
        List<Program> programs = new ArrayList<>();
        List<String> fallbacks = new ArrayList<>();
        Set<String> listed = new TreeSet<>();
        CellReports reports = new CellReports();
        FunctionRegistry registry = registry();
        for (MappingQuery query : new MappingText(file, text, base, own).queries()) {
            ExpressionCompiler expressions = new ExpressionCompiler(query, functions, registry, reports, own);
            QueryCompiler compiler = new QueryCompiler(query, expressions, vocabulary, own, name -> {
                Integer known = numbers.putIfAbsent(name, columns.size());
                if (known == null) {
                    columns.add(new MappingColumn(name, query.placeOfVariable(name)));
                }
                return known == null ? columns.size() - 1 : known;
            });
            programs.add(compiler.program());
            listed.addAll(compiler.listedNames());
            fallbacks.addAll(expressions.fallbacks());
        }
        problems.addAll(own.list());
        return own.hasErrors()
                ? Optional.empty()
                : Optional.of(new Mapping(file, programs, columns, listed, reports, fallbacks));
    }

    /** The functions that a mapping may call: ours, the casts of XML Schema, and those of XPath. */
    private FunctionRegistry registry() {
        FunctionRegistry all = FunctionRegistry.get();
        FunctionRegistry allowed = new FunctionRegistry();
        for (Iterator<String> names = all.keys(); names.hasNext(); ) {
            String name = names.next();
            boolean isStandard =
                    name.startsWith(XSD.getURI()) || name.startsWith("http://www.w3.org/2005/xpath-functions");
            if (isStandard && !REFUSED.contains(name)) {
                allowed.put(name, all.get(name));
            }
        }
        functions
                .all()
                .forEach(function -> allowed.put(Names.FUNCTIONS + function.name(), iri -> new ArqFunction(function)));
        return allowed;
    }
}
