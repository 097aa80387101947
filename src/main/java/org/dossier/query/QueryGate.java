package org.dossier.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.lang.SyntaxVarScope;
import org.apache.jena.sparql.lang.sparql_12.javacc.ParseException;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants;
import org.apache.jena.sparql.lang.sparql_12.javacc.Token;
import org.apache.jena.sparql.lang.sparql_12.javacc.TokenMgrError;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;

/**
 * Every query passes here before it runs: it is parsed once, as SPARQL without Jena's own additions, and refused with
 * reasons when it would reach outside the graph, call what is no function of SPARQL, or is too large.
 */
public final class QueryGate {

    static final String REFUSED = "query-refused";

    private static final List<String> PROPERTY_FUNCTIONS = List.of(
            "java:",
            "http://jena.apache.org/ARQ/",
            "http://jena.hpl.hp.com/ARQ/",
            "http://jena.apache.org/text#",
            "http://jena.apache.org/spatial#");

    private final Map<String, String> prefixes;
    private final GateRules rules;

    /** @param prefixes that a query may use without declaring them; what {@code id} stands for is also its base */
    public QueryGate(Map<String, String> prefixes, GateRules rules) {
        this.prefixes = Map.copyOf(prefixes);
        this.rules = rules;
    }

    public GateRules rules() {
        return rules;
    }

    /**
     * The query, ready to run.
     *
     * @param file how problems name it
     * @throws QueryRefusal with every reason why it may not run
     */
    public Query admit(String file, String text) throws QueryRefusal {
        refuseIfTooLong(file, text);
        QueryWords words = QueryWords.of(file, text);
        Optional<Place> tooDeep = words.firstDeeperThan(rules.nesting());
        if (tooDeep.isPresent()) {
            throw new QueryRefusal(
                    refusal(tooDeep.get(), "more than " + rules.nesting() + " brackets are open here (nesting)", ""));
        }
        try {
            Query query = parse(words, text);
            List<Problem> reasons = reasons(words, query);
            if (!reasons.isEmpty()) {
                throw new QueryRefusal(reasons);
            }
            return query;
        } catch (StackOverflowError tooLong) {
            throw new QueryRefusal(refusal(words.wholeFile(), "an expression of the query is too long", "split it"));
        }
    }

    private void refuseIfTooLong(String file, String text) throws QueryRefusal {
        int bytes = text.getBytes(UTF_8).length;
        if (bytes > rules.textBytes()) {
            throw new QueryRefusal(refusal(
                    Place.wholeFile(file),
                    "the query is " + bytes + " bytes long, and at most " + rules.textBytes()
                            + " are taken (query-bytes)",
                    ""));
        }
    }

    private Query parse(QueryWords words, String text) throws QueryRefusal {
        Query query = new Query();
        query.getPrefixMapping().setNsPrefixes(prefixes);
        query.setBaseURI(prefixes.getOrDefault("id", "urn:x-dossier:"));
        SyntaxProblems problems = new SyntaxProblems(words, prefixes.keySet());
        try {
            SPARQLParser12 parser = new SPARQLParser12(BoundedReading.words(text));
            query.setStrict(true);
            parser.setQuery(query);
            parser.QueryUnit();
            SyntaxVarScope.check(query);
            return query;
        } catch (ParseException misplaced) {
            throw new QueryRefusal(problems.misplaced(misplaced));
        } catch (BoundedReading.Exhausted tangled) {
            throw new QueryRefusal(problems.tangled());
        } catch (TokenMgrError unreadable) {
            throw new QueryRefusal(problems.unreadable(String.valueOf(unreadable.getMessage())));
        } catch (Error badEscape) {
            if (QueryWords.isBadEscape(badEscape)) {
                throw new QueryRefusal(problems.badEscape());
            }
            throw badEscape;
        } catch (IllegalFormatException badSeparator) {
            throw new QueryRefusal(problems.badSeparator());
        } catch (QueryParseException unfit) {
            throw new QueryRefusal(problems.unfit(unfit));
        } catch (JenaException unfit) {
            throw new QueryRefusal(problems.unfit(new QueryParseException(unfit.getMessage(), -1, -1)));
        }
    }

    private List<Problem> reasons(QueryWords words, Query query) {
        QueryParts parts = QueryParts.of(query);
        List<Problem> reasons = new ArrayList<>();
        parts.services().stream()
                .filter(service -> !mayAsk(service))
                .forEach(service -> reasons.add(service(words, service)));
        Stream.concat(parts.functions().stream(), parts.predicates().stream().flatMap(QueryGate::asFunction))
                .filter(function -> !rules.mayCall(function))
                .forEach(function -> reasons.add(function(words, query, function)));
        parts.calls().stream()
                .filter(call -> rules.mayCall(call.getFunctionIRI()))
                .forEach(call -> misuse(words, query, call).ifPresent(reasons::add));
        if (parts.valuesRows() > rules.valuesRows()) {
            reasons.add(values(words, parts.valuesRows()));
        }
        return reasons;
    }

    private boolean mayAsk(Node service) {
        return rules.services().allow(service.isURI() ? service.getURI() : "");
    }

    private static Problem service(QueryWords words, Node service) {
        String whom = service.isURI() ? "'" + service.getURI() + "'" : "an address that the query itself finds";
        return Problem.error(
                words.placeOf(word -> word.kind == SPARQLParser12Constants.SERVICE),
                "query-network",
                "SERVICE would ask " + whom + " over the network",
                "that is off unless whoever runs the query allows it; on the command line with --network");
    }

    /** Some predicates are no data: they make Jena compute something. */
    private static Stream<String> asFunction(Node predicate) {
        return predicate.isURI() && PROPERTY_FUNCTIONS.stream().anyMatch(predicate.getURI()::startsWith)
                ? Stream.of(predicate.getURI())
                : Stream.empty();
    }

    private static Problem function(QueryWords words, Query query, String function) {
        return Problem.error(
                words.placeOf(word -> iri(query, word).equals(function)),
                "query-function",
                "no function '" + function + "' may be called",
                "queries can use the functions of SPARQL, casts such as xsd:integer, and those of XPath");
    }

    /** Jena counts the arguments when the query begins to run, which is too late to refuse it. */
    private static Optional<Problem> misuse(QueryWords words, Query query, E_Function call) {
        String function = call.getFunctionIRI();
        FunctionFactory factory = FunctionRegistry.get().get(function);
        try {
            if (factory != null) {
                factory.create(function).build(function, new ExprList(call.getArgs()), ARQ.getContext());
            }
            return Optional.empty();
        } catch (QueryBuildException | ExprEvalException misfit) {
            String message = String.valueOf(misfit.getMessage());
            int takes = message.indexOf("takes ");
            String reason =
                    takes < 0 ? "is called with " + arguments(call.getArgs().size()) : message.substring(takes);
            return Optional.of(Problem.error(
                    words.placeOf(word -> iri(query, word).equals(function)),
                    "query-function",
                    "'" + function + "' " + reason,
                    "count what stands between its brackets"));
        }
    }

    private static String arguments(int number) {
        return number == 1 ? "1 argument" : number + " arguments";
    }

    private static String iri(Query query, Token word) {
        return switch (word.kind) {
            case SPARQLParser12Constants.IRIref -> word.image.substring(1, word.image.length() - 1);
            case SPARQLParser12Constants.PNAME_LN, SPARQLParser12Constants.PNAME_NS ->
                query.getPrefixMapping().expandPrefix(word.image);
            default -> "";
        };
    }

    private Problem values(QueryWords words, int rows) {
        return refusal(
                words.placeOf(word -> word.kind == SPARQLParser12Constants.VALUES),
                "VALUES holds " + rows + " rows, and at most " + rules.valuesRows() + " are taken (values-rows)",
                "ask in several steps");
    }

    private static Problem refusal(Place place, String message, String remedy) {
        return Problem.error(place, REFUSED, message, remedy);
    }
}
