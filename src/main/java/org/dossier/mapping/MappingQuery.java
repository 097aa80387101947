package org.dossier.mapping;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.dossier.problem.Place;

/** One CONSTRUCT of a mapping, with the places of what stands in it. */
final class MappingQuery {

    private final Query query;
    private final List<Token> tokens;
    private final IdentityHashMap<E_Function, Place> calls = new IdentityHashMap<>();

    MappingQuery(Query query, List<Token> tokens) {
        this.query = query;
        this.tokens = tokens;
        List<E_Function> found = new ArrayList<>();
        collect(query.getQueryPattern(), found);
        List<Place> places = callPlaces();
        for (int at = 0; at < Math.min(found.size(), places.size()); at++) {
            calls.put(found.get(at), places.get(at));
        }
    }

    Query query() {
        return query;
    }

    /** Where the query begins. */
    Place place() {
        return tokens.stream()
                .filter(token -> token.isWord("CONSTRUCT"))
                .map(Token::place)
                .findFirst()
                .orElseThrow();
    }

    /** Where a variable is first mentioned. */
    Place placeOfVariable(String name) {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.VARIABLE
                        && token.text().substring(1).equals(name))
                .map(Token::place)
                .findFirst()
                .orElseGet(this::place);
    }

    /** Where a variable is first mentioned behind the template. */
    Place placeInWhere(String name) {
        return tokens.stream()
                .dropWhile(token -> !token.isSign("}"))
                .filter(token -> token.kind() == Token.Kind.VARIABLE
                        && token.text().substring(1).equals(name))
                .map(Token::place)
                .findFirst()
                .orElseGet(this::place);
    }

    /** Where a variable is last mentioned. */
    Place lastPlaceOfVariable(String name) {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.VARIABLE
                        && token.text().substring(1).equals(name))
                .map(Token::place)
                .reduce((earlier, later) -> later)
                .orElseGet(this::place);
    }

    /** Where an IRI is first mentioned outside the prologue. */
    Place placeOfIri(String iri) {
        int start = 0;
        while (!tokens.get(start).isWord("CONSTRUCT")) {
            start++;
        }
        return tokens.subList(start, tokens.size()).stream()
                .filter(token -> token.isName() && iri.equals(expanded(token)))
                .map(Token::place)
                .findFirst()
                .orElseGet(this::place);
    }

    private String expanded(Token token) {
        return token.kind() == Token.Kind.IRI
                ? query.getPrologue().getResolver() == null ? token.text() : resolved(token)
                : String.valueOf(
                        query.getPrefixMapping().expandPrefix(token.text().replace("\\", "")));
    }

    private String resolved(Token token) {
        String inside = token.text().substring(1, token.text().length() - 1);
        return query.getPrologue().getResolver().resolve(inside).toString();
    }

    /** Where a function is called. */
    Place placeOf(E_Function call) {
        return calls.getOrDefault(call, place());
    }

    /** ARQ's tree and the text name functions in the same order. */
    private List<Place> callPlaces() {
        List<Place> places = new ArrayList<>();
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (tokens.get(at).isName() && tokens.get(at + 1).isSign("(")) {
                places.add(tokens.get(at).place());
            }
        }
        return places;
    }

    private static void collect(Element element, List<E_Function> found) {
        if (element instanceof ElementGroup group) {
            group.getElements().forEach(part -> collect(part, found));
        } else if (element instanceof ElementBind bind) {
            collect(bind.getExpr(), found);
        } else if (element instanceof ElementFilter filter) {
            collect(filter.getExpr(), found);
        }
    }

    private static void collect(Expr expression, List<E_Function> found) {
        if (expression instanceof E_Function call) {
            found.add(call);
        }
        if (expression instanceof ExprFunction function) {
            function.getArgs().forEach(argument -> collect(argument, found));
        }
    }
}
