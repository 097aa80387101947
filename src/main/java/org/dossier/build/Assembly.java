package org.dossier.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dossier.claim.Entity;
import org.dossier.claim.FactsFile;
import org.dossier.evidence.CheckedQuotes;
import org.dossier.evidence.QuoteCheck;
import org.dossier.evidence.QuoteGrade;
import org.dossier.evidence.QuoteLock;
import org.dossier.facts.DossierSettings;
import org.dossier.facts.FactsReader;
import org.dossier.facts.Redirects;
import org.dossier.link.DossierLinks;
import org.dossier.mapping.DossierImports;
import org.dossier.mapping.ImportSettings;
import org.dossier.mapping.Keywords;
import org.dossier.mapping.SourceRows;
import org.dossier.problem.Problems;
import org.dossier.release.UnitLines;
import org.dossier.rules.RuleRun;
import org.dossier.serve.ServerSettings;
import org.dossier.triples.ClaimTriples;
import org.dossier.triples.IriScheme;
import org.dossier.triples.LoadUnit;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.dossier.validate.Positions;
import org.dossier.validate.ShapeCheck;
import org.dossier.vocabulary.Vocabulary;

/**
 * Everything that a dossier says, converted, derived and checked. Nothing is written.
 *
 * @param files what the facts files say
 * @param redirects where ids lead that are no longer used
 * @param quotes what became of their quotes
 * @param units the load units, ontology included, in order of their paths
 * @param imported the load units that files of imports became
 * @param everything all of it as one graph, derived triples included
 */
record Assembly(
        DossierSettings settings,
        Ontology ontology,
        List<FactsFile> files,
        Redirects redirects,
        CheckedQuotes quotes,
        List<LoadUnit> units,
        ImportedTriples imported,
        Graph derived,
        Graph everything,
        Positions positions) {

    /** The local name of the graph that rules write into. */
    private static final String DERIVED = "derived";

    /** The local name of the graph that says what the load units are. */
    private static final String UNITS = "load-units";

    /**
     * Where files of imports come from and what becomes of them.
     *
     * @param kept folder of what files were converted to before
     * @param scratch folder that takes what is converted now
     */
    record Converting(Path kept, Path scratch) {}

    /**
     * Assembles the dossier in a folder, without a trace on the disk.
     *
     * @param problems receives all that a curator can fix; after an error in the facts nothing is derived or checked
     *     further, since what is missing would only be told again
     */
    static Assembly of(Path folder, Options options, Problems problems, Stages stages) {
        return of(folder, Import.converted(folder), options, problems, stages);
    }

    /**
     * Assembles the dossier in a folder, without a trace on the disk.
     *
     * @param kept folder of what files of imports were converted to before
     */
    static Assembly of(Path folder, Path kept, Options options, Problems problems, Stages stages) {
        try (TemporaryFolder scratch = TemporaryFolder.create()) {
            return of(folder, options, new Converting(kept, scratch.path()), problems, stages);
        }
    }

    /** Assembles the dossier in a folder. */
    static Assembly of(Path folder, Options options, Converting converting, Problems problems, Stages stages) {
        return new Steps(folder, options, converting, problems, stages).run();
    }

    /** The steps, each told to {@code stages}. */
    private record Steps(Path folder, Options options, Converting converting, Problems problems, Stages stages) {

        Assembly run() {
            DossierSettings settings = DossierSettings.read(folder, problems);
            ServerSettings.chosen(settings.serve(), problems);
            Ontology ontology = timed("ontology", () -> Ontology.of(folder, problems), Steps::describe);
            Vocabulary vocabulary = ontology.vocabulary();
            List<FactsFile> files =
                    timed("facts", () -> FactsReader.read(folder, vocabulary, problems), Steps::describe);
            Redirects redirects = Redirects.read(folder, problems);
            checkKeywords(settings, vocabulary, files);
            CheckedQuotes quotes = timed("quotes", () -> check(files), Steps::describe);
            tellQuotes(quotes);
            List<LoadUnit> units =
                    timed("triples", () -> convert(files, quotes, ontology, settings), Steps::describeUnits);
            Graph everything = union(units);
            ImportedTriples imported =
                    timed("imports", () -> load(settings, ontology, units, everything), ImportedTriples::describe);
            List<LoadUnit> links = timed("links", () -> links(settings, everything), Steps::describeUnits);
            links.forEach(unit -> add(unit, everything));
            units.addAll(links);
            RuleRun rules = problems.hasErrors()
                    ? new RuleRun(Graph.emptyGraph, new TreeMap<>())
                    : timed(
                            "rules",
                            () -> RuleRun.over(everything, imported.settled(), ontology.rules(), problems),
                            Steps::describe);
            rules.matches().entrySet().stream()
                    .filter(rule -> rule.getValue() == 0)
                    .forEach(rule -> stages.detail("rules", rule.getKey() + " matched nothing"));
            if (!problems.hasErrors()) {
                redirects.check(id -> isKnown(settings.base() + id, everything), problems);
            }
            Positions positions = new Positions(units, everything);
            if (!problems.hasErrors()) {
                timed("shapes", () -> check(ontology, everything, positions, imported), Function.identity());
            }
            return new Assembly(
                    settings,
                    ontology,
                    files,
                    redirects,
                    quotes,
                    units,
                    imported,
                    rules.derived(),
                    everything,
                    positions);
        }

        private static boolean isKnown(String iri, Graph everything) {
            return everything.contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY);
        }

        private void checkKeywords(DossierSettings settings, Vocabulary vocabulary, List<FactsFile> files) {
            List<Entity> entities =
                    files.stream().flatMap(file -> file.entities().stream()).toList();
            Keywords.read(folder, settings.base(), vocabulary, problems).requireThings(entities, vocabulary, problems);
        }

        private ImportedTriples load(
                DossierSettings settings, Ontology ontology, List<LoadUnit> written, Graph everything) {
            DossierImports imports = Import.imports(
                    folder, settings.base(), ontology, converting.kept(), converting.scratch(), problems);
            DossierImports.Found found = imports.units(options.files(), ImportSettings.usual());
            return ImportedTriples.into(everything, found, new SourceRows(imports, found.units()), written);
        }

        private List<LoadUnit> links(DossierSettings settings, Graph everything) {
            return new DossierLinks(folder, new IriScheme(settings.base()), problems).units(() -> everything);
        }

        private <T> T timed(String stage, Supplier<T> step, Function<T, String> describe) {
            return Stages.timed(stages, stage, step, describe);
        }

        private CheckedQuotes check(List<FactsFile> files) {
            QuoteLock lock = QuoteLock.read(folder, problems);
            return QuoteCheck.check(files, options.texts(folder), lock, options.isStrict(), problems);
        }

        private void tellQuotes(CheckedQuotes quotes) {
            quotes.countsBySource()
                    .forEach((source, counts) -> stages.detail("quotes", source + ": " + describe(counts)));
        }

        private static String describe(CheckedQuotes quotes) {
            return describe(quotes.counts());
        }

        private static String describe(Map<QuoteGrade, Long> counts) {
            return counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey().concept())
                    .collect(Collectors.joining(", "));
        }

        private List<LoadUnit> convert(
                List<FactsFile> files, CheckedQuotes quotes, Ontology ontology, DossierSettings settings) {
            List<LoadUnit> units = new ArrayList<>(ontology.units());
            ClaimTriples triples = new ClaimTriples(
                    ontology.allTerms(), ontology.vocabulary(), new IriScheme(settings.base()), new Findings(quotes));
            files.forEach(file -> units.add(triples.loadUnit(file)));
            return units;
        }

        private String check(Ontology ontology, Graph everything, Positions positions, ImportedTriples imported) {
            long before = problems.list().size();
            ShapeCheck check = new ShapeCheck(ontology.shapes(), positions, imported::rows);
            check.check(everything, problems);
            check.idle(everything).forEach(shape -> stages.detail("shapes", shape + " had nothing to look at"));
            return problems.list().size() - before + " problems";
        }

        private static String describe(Ontology ontology) {
            return ontology.texts().size() + " files";
        }

        private static String describe(List<FactsFile> files) {
            long claims = files.stream().mapToLong(file -> file.claims().size()).sum();
            long records =
                    files.stream().mapToLong(file -> file.records().size()).sum();
            return files.size() + " files, " + claims + " claims, " + records + " records";
        }

        private static String describeUnits(List<LoadUnit> units) {
            long triples =
                    units.stream().mapToLong(unit -> unit.triples().size()).sum();
            return units.size() + " load units, " + triples + " triples";
        }

        private static String describe(RuleRun run) {
            return run.matches().size() + " rules, " + run.derived().size() + " triples";
        }
    }

    private static Graph union(List<LoadUnit> units) {
        Graph everything = GraphMemFactory.createGraphMem2();
        units.forEach(unit -> add(unit, everything));
        return everything;
    }

    private static void add(LoadUnit unit, Graph everything) {
        GraphUtil.addInto(everything, unit.triples());
        unit.description().forEach(everything::add);
    }

    private Graph descriptions() {
        Graph descriptions = GraphMemFactory.createGraphMem2();
        units.forEach(unit -> unit.description().forEach(descriptions::add));
        imported.units().forEach(unit -> unit.description().forEach(descriptions::add));
        return descriptions;
    }

    /** The triples of each named graph by its local name: what people wrote, what is known of units, what was derived. */
    public SortedMap<String, Graph> graphs() {
        SortedMap<String, Graph> graphs = new TreeMap<>();
        units.forEach(unit -> graphs.put(Names.localName(unit.name()), unit.triples()));
        graphs.put(UNITS, descriptions());
        graphs.put(DERIVED, derived);
        return graphs;
    }

    /** The lines of each converted load unit by the local name of its graph. */
    SortedMap<String, UnitLines> converted() {
        SortedMap<String, UnitLines> lines = new TreeMap<>();
        imported.units().forEach(unit -> lines.put(Names.localName(unit.name()), imported.lines(unit)));
        return lines;
    }

    /** Path and SHA-256 of every input. */
    public SortedMap<String, String> inputs() {
        SortedMap<String, String> inputs = new TreeMap<>();
        units.forEach(unit -> inputs.put(unit.path(), unit.sha256()));
        imported.units().forEach(unit -> inputs.put(unit.path(), unit.balance().sha256()));
        return inputs;
    }
}
