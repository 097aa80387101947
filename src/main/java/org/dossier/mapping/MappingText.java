package org.dossier.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/**
 * Reads a mapping file as its queries. SPARQL has one query in a file; here several CONSTRUCTs may follow each other, and
 * a prefix holds from where it stands to the end of the file.
 */
final class MappingText {

    private static final Set<String> STARTS = Set.of(
            "PREFIX",
            "BASE",
            "CONSTRUCT",
            "SELECT",
            "ASK",
            "DESCRIBE",
            "INSERT",
            "DELETE",
            "LOAD",
            "WITH",
            "CLEAR",
            "DROP");

    private static final Set<String> PROLOGUE = Set.of("PREFIX", "BASE");
    private static final Pattern POSITION = Pattern.compile("(?i)(?:at )?line (\\d+), column (\\d+)[.:]?");
    /** What a failure of Java puts in front of its words. */
    private static final Pattern CLASS_NAME = Pattern.compile("(?:[a-z]+\\.)+[A-Z]\\w*(?:Exception|Error): ");

    private static final Pattern ENCOUNTERED = Pattern.compile("Encountered \" \\S+ \"(.*?) ?\"\"");

    private final String file;
    private final String text;
    private final String base;
    private final Problems problems;

    /** @param base what relative IRIs are relative to */
    MappingText(String file, String text, String base, Problems problems) {
        this.file = file;
        this.text = text;
        this.base = base;
        this.problems = problems;
    }

    /** The queries that hold no mistake in syntax and ask for nothing but the row. */
    List<MappingQuery> queries() {
        List<MappingQuery> queries = new ArrayList<>();
        StringBuilder prologue = new StringBuilder(blank(text));
        for (List<Token> tokens : split(Token.in(file, text))) {
            int start = tokens.get(0).start();
            int end = tokens.get(tokens.size() - 1).start()
                    + tokens.get(tokens.size() - 1).text().length();
            StringBuilder alone = new StringBuilder(prologue).replace(start, end, text.substring(start, end));
            keepPrologue(tokens, prologue);
            parse(alone.toString(), tokens, queries);
        }
        if (queries.isEmpty() && !problems.hasErrors()) {
            problems.error(Place.wholeFile(file), "mapping-syntax", "the file holds no query", "write a CONSTRUCT");
        }
        return queries;
    }

    /** The text with blanks in place of everything but the ends of lines, so that positions stay what they are. */
    private static String blank(String text) {
        StringBuilder blanks = new StringBuilder(text);
        for (int i = 0; i < blanks.length(); i++) {
            if (blanks.charAt(i) != '\r' && blanks.charAt(i) != '\n') {
                blanks.setCharAt(i, ' ');
            }
        }
        return blanks.toString();
    }

    private void keepPrologue(List<Token> tokens, StringBuilder prologue) {
        int start = tokens.get(0).start();
        int end = tokens.stream()
                .filter(token -> token.isWord("CONSTRUCT"))
                .mapToInt(Token::start)
                .findFirst()
                .orElse(start);
        prologue.replace(start, end, text.substring(start, end));
    }

    /** Each query with the prologue in front of it. */
    private static List<List<Token>> split(List<Token> tokens) {
        List<List<Token>> queries = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        int groups = 0;
        for (Token token : tokens) {
            boolean mayStart = depth == 0 && token.kind() == Token.Kind.WORD && STARTS.contains(upper(token));
            if (mayStart && isComplete(groups, token, current)) {
                queries.add(current);
                current = new ArrayList<>();
                groups = 0;
            }
            depth += token.isSign("{") ? 1 : token.isSign("}") ? -1 : 0;
            groups += depth == 0 && token.isSign("}") ? 1 : 0;
            current.add(token);
        }
        if (!current.isEmpty()) {
            queries.add(current);
        }
        return queries;
    }

    /** Template and WHERE are closed; or another query begins although only one of them was. */
    private static boolean isComplete(int groups, Token next, List<Token> current) {
        return groups > 1
                || (groups == 1
                        && !next.isWord("WHERE")
                        && current.stream().anyMatch(token -> token.isWord(next.text())));
    }

    private static String upper(Token token) {
        return token.text().toUpperCase(Locale.ROOT);
    }

    private void parse(String alone, List<Token> tokens, List<MappingQuery> queries) {
        try {
            Query query = QueryFactory.create(alone, base, Syntax.syntaxSPARQL_11);
            if (!query.isConstructType()) {
                problems.error(
                        placeOfForm(tokens),
                        "not-in-a-mapping",
                        "a mapping is made of CONSTRUCT queries",
                        "write the triples wanted behind CONSTRUCT");
                return;
            }
            if (new RowOnlyCheck(tokens, problems).isPassed()) {
                queries.add(new MappingQuery(query, tokens));
            }
        } catch (QueryException wrong) {
            if (!RowOnlyCheck.tellsWhyNoQuery(tokens, problems)) {
                Place place = wrong instanceof QueryParseException parsing ? place(parsing) : placeOfForm(tokens);
                problems.error(place.line() == 0 ? placeOfForm(tokens) : place, "mapping-syntax", sentence(wrong), "");
            }
        }
    }

    /** Where the query says what it is, behind its prefixes. */
    private static Place placeOfForm(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.WORD
                        && STARTS.contains(upper(token))
                        && !PROLOGUE.contains(upper(token)))
                .findFirst()
                .orElse(tokens.get(0))
                .place();
    }

    /** The exception knows the last token that was right; its message knows the one that was not. */
    private Place place(QueryParseException wrong) {
        Matcher told = POSITION.matcher(String.valueOf(wrong.getMessage()));
        return told.find()
                ? new Place(file, Integer.parseInt(told.group(1)), Integer.parseInt(told.group(2)))
                : new Place(file, Math.max(wrong.getLine(), 0), Math.max(wrong.getColumn(), 0));
    }

    /** ARQ's words without the position, which it repeats, and without the hundred tokens that might have stood there. */
    private static String sentence(QueryException wrong) {
        String message = String.valueOf(wrong.getMessage()).strip();
        Matcher encountered = ENCOUNTERED.matcher(message);
        if (message.startsWith("Encountered \"<EOF>\"")) {
            return "the file ends in the middle of a query";
        }
        if (encountered.lookingAt()) {
            return "did not expect '" + encountered.group(1) + "' here";
        }
        String words = POSITION.matcher(message.lines().findFirst().orElse("this is not SPARQL"))
                .replaceAll("");
        return CLASS_NAME.matcher(words).replaceAll("").strip();
    }
}
