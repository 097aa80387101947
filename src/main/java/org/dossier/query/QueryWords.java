package org.dossier.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12TokenManager;
import org.apache.jena.sparql.lang.sparql_12.javacc.Token;
import org.apache.jena.sparql.lang.sparql_12.javacc.TokenMgrError;
import org.dossier.problem.Place;

/** The words and signs of a query's text, and where each of them stands; up to the first that SPARQL does not know. */
final class QueryWords implements SPARQLParser12Constants {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String file;
    private final List<String> lines;
    private final List<Token> words;

    private QueryWords(String file, List<String> lines, List<Token> words) {
        this.file = file;
        this.lines = lines;
        this.words = words;
    }

    static QueryWords of(String file, String text) {
        SPARQLParser12TokenManager reader = BoundedReading.words(text);
        List<Token> words = new ArrayList<>();
        try {
            Token word = reader.getNextToken();
            while (word.kind != EOF) {
                words.add(word);
                word = reader.getNextToken();
            }
        } catch (TokenMgrError unknown) {
            // The parser stops at the same place and says so.
            return new QueryWords(file, lines(text), words);
        } catch (Error badEscape) {
            if (isBadEscape(badEscape)) {
                return new QueryWords(file, lines(text), words);
            }
            throw badEscape;
        }
        return new QueryWords(file, lines(text), words);
    }

    /** The reader of backslash, u and four digits has no failure of its own: it throws a bare error. */
    static boolean isBadEscape(Error failure) {
        return failure.getClass() == Error.class;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n|\r|\n", -1));
    }

    List<Token> list() {
        return words;
    }

    /** The place of a character, counted as the parser does: line and UTF-16 unit, both from 1. */
    Place place(int line, int unit) {
        String text = lines.get(line - 1);
        int before = Math.min(Math.max(unit - 1, 0), text.length());
        return new Place(file, line, text.codePointCount(0, before) + 1);
    }

    Place place(Token word) {
        return place(word.beginLine, word.beginColumn);
    }

    Place wholeFile() {
        return Place.wholeFile(file);
    }

    /** Where the first such word stands, or the file as a whole when none is found. */
    Place placeOf(Predicate<Token> wanted) {
        return words.stream().filter(wanted).findFirst().map(this::place).orElseGet(this::wholeFile);
    }

    /** Where a variable stands behind the last AS that sets it. */
    Place placeOfAssigned(String variable) {
        for (int i = words.size() - 1; i > 0; i--) {
            if (words.get(i - 1).kind == AS && isVariable(words.get(i), variable)) {
                return place(words.get(i));
            }
        }
        return wholeFile();
    }

    static boolean isVariable(Token word, String name) {
        return (word.kind == VAR1 || word.kind == VAR2)
                && word.image.substring(1).equals(name);
    }

    boolean has(Predicate<Token> wanted) {
        return words.stream().anyMatch(wanted);
    }

    /** Where the text stops having anything to say: behind its last word. */
    Place end() {
        if (words.isEmpty()) {
            return place(1, 1);
        }
        Token last = words.get(words.size() - 1);
        return place(last.endLine, last.endColumn + 1);
    }

    /** Where the first character stands that belongs to no word, with the rest of its line. */
    Optional<Rest> firstUnknown() {
        int line = words.isEmpty() ? 1 : words.get(words.size() - 1).endLine;
        int from = words.isEmpty() ? 0 : words.get(words.size() - 1).endColumn;
        while (line <= lines.size()) {
            String text = lines.get(line - 1);
            int start = skipSpace(text, Math.min(from, text.length()));
            if (start < text.length() && text.charAt(start) != '#') {
                return Optional.of(new Rest(place(line, start + 1), text.substring(start)));
            }
            line++;
            from = 0;
        }
        return Optional.empty();
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && (" \t\f".indexOf(text.charAt(at)) >= 0 || text.charAt(at) == BYTE_ORDER_MARK)) {
            at++;
        }
        return at;
    }

    /** A place and the rest of its line. */
    record Rest(Place place, String text) {}

    /** The first bracket that opens deeper than this many, or nothing. */
    Optional<Place> firstDeeperThan(int most) {
        int open = 0;
        for (Token word : words) {
            open += change(word);
            if (open > most) {
                return Optional.of(place(word));
            }
        }
        return Optional.empty();
    }

    private static int change(Token word) {
        return switch (word.kind) {
            case LPAREN, LBRACE, LBRACKET, L_TRIPLE, LT2, L_ANN -> 1;
            case RPAREN, RBRACE, RBRACKET, R_TRIPLE, GT2, R_ANN -> -1;
            default -> 0;
        };
    }
}
