package org.dossier.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.lang.sparql_12.javacc.ParseException;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants;
import org.apache.jena.sparql.lang.sparql_12.javacc.Token;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;

/** Says in plain words what the parser of SPARQL does not understand: what stands there, and what could. */
final class SyntaxProblems implements SPARQLParser12Constants {

    static final String CODE = "query-syntax";

    /** More than this many possibilities help nobody. */
    private static final int MOST_SHOWN = 6;

    private static final int LONGEST_SHOWN = 40;

    /** Signs from here on may look like others, or like nothing. */
    private static final int FIRST_UNUSUAL = 0x80;

    private static final Set<Integer> CHANGES = Set.of(
            INSERT, DELETE, INSERT_DATA, DELETE_DATA, DELETE_WHERE, LOAD, CLEAR, CREATE, ADD, MOVE, COPY, DROP, WITH);

    private static final Pattern FIRST_LETTERS = Pattern.compile("[A-Za-z_]+");
    private static final Pattern PREFIXED = Pattern.compile("Unresolved prefixed name: (([^:]*):.*)", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\?([\\w\\u0080-\\uFFFF]+)");
    private static final Pattern TOO_LARGE = Pattern.compile("Number '(.+)' is a valid number .*");

    /** What a failure of Java puts in front of its words. */
    private static final Pattern CLASS_NAME = Pattern.compile("(?:[a-z]+\\.)+[A-Z]\\w*(?:Exception|Error): ");

    private static final Pattern PLACE_AT_FRONT =
            Pattern.compile("^(Line -?\\d+, column -?\\d+: |\\[line: -?\\d+, col: -?\\d+\\] )");

    private final QueryWords words;
    private final Collection<String> prefixes;

    SyntaxProblems(QueryWords words, Collection<String> prefixes) {
        this.words = words;
        this.prefixes = prefixes;
    }

    /** A word that stands where the grammar has none such. */
    Problem misplaced(ParseException failure) {
        Token found = failure.currentToken.next;
        if (CHANGES.contains(found.kind)) {
            return Problem.error(
                    words.place(found),
                    "query-refused",
                    "'" + found.image + "' would change data",
                    "queries only read: change the files of the dossier and build again");
        }
        if (found.kind == EOF) {
            return error(words.end(), "the query ends too early", "expected " + expected(failure));
        }
        return error(
                words.place(found),
                "did not expect '" + shortened(found.image) + "' here",
                "expected " + expected(failure));
    }

    /** Names of things first, then signs, then keywords: the first are what most people forget. */
    private static String expected(ParseException failure) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> signs = new LinkedHashSet<>();
        Set<String> keywords = new LinkedHashSet<>();
        for (int[] sequence : failure.expectedTokenSequences) {
            String name = name(sequence[0]);
            Set<String> kind = name.startsWith("'") ? (Character.isLetter(name.charAt(1)) ? keywords : signs) : names;
            kind.add(name);
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(signs);
        all.addAll(keywords);
        if (all.size() > MOST_SHOWN) {
            return String.join(", ", all.subList(0, MOST_SHOWN)) + " …";
        }
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }

    private static String name(int kind) {
        return switch (kind) {
            case EOF -> "the end of the query";
            case IRIref -> "an IRI in <…>";
            case PNAME_LN, PNAME_NS -> "a name with a prefix";
            case VAR1, VAR2 -> "a variable";
            case BLANK_NODE_LABEL, ANON -> "a blank node";
            case STRING_LITERAL1, STRING_LITERAL2, STRING_LITERAL_LONG1, STRING_LITERAL_LONG2 -> "a text in quotes";
            case INTEGER, INTEGER_POSITIVE, INTEGER_NEGATIVE -> "a number";
            case DECIMAL, DECIMAL_POSITIVE, DECIMAL_NEGATIVE -> "a number";
            case DOUBLE, DOUBLE_POSITIVE, DOUBLE_NEGATIVE -> "a number";
            case LANG_DIR -> "a language such as @en";
            case NIL -> "'()'";
            case KW_A -> "'a'";
            default -> isFunction(kind) ? "a function" : sign(tokenImage[kind]);
        };
    }

    private static boolean isFunction(int kind) {
        boolean isAggregate = kind >= AGG && kind <= GROUP_CONCAT;
        boolean isBuiltIn = kind >= BOUND && kind <= SHA512 && kind != IN;
        return isAggregate || isBuiltIn || (kind >= TRIPLE && kind <= NOT);
    }

    /** The table of the parser holds signs in quotation marks. */
    private static String sign(String image) {
        return "'" + image.substring(1, image.length() - 1).toUpperCase(Locale.ROOT) + "'";
    }

    /** Jena takes the text between the joined ones for a pattern of its own while it compares aggregates. */
    Problem badSeparator() {
        return error(
                words.placeOf(word -> word.kind == GROUP_CONCAT),
                "a separator of GROUP_CONCAT holds a '%' that is not understood",
                "use another separator, and REPLACE it in the result");
    }

    /** Such an escape may stand anywhere in a query, and is looked for before anything else. */
    Problem badEscape() {
        return error(
                words.end(),
                "a '\\u' behind this place is not followed by four hexadecimal digits",
                "double the backslash: \\\\");
    }

    /** Words that have to be read over and over to find where they end. */
    Problem tangled() {
        return error(
                words.end(),
                "the words behind this place cannot be told apart",
                "a name needs its prefix, with a colon");
    }

    /** Characters that are no word of SPARQL. */
    Problem unreadable(String message) {
        return words.firstUnknown()
                .map(rest -> unreadable(rest, message))
                .orElseGet(() -> error(words.end(), "the query ends in the middle of a word", ""));
    }

    private Problem unreadable(QueryWords.Rest rest, String message) {
        char first = rest.text().charAt(0);
        if (first == '"' || first == '\'') {
            return message.contains("<EOF>") || message.contains("'10'") || message.contains("'13'")
                    ? error(rest.place(), "the text that begins here has no closing quote on its line", "")
                    : error(
                            rest.place(),
                            "the text that begins here holds a backslash that SPARQL does not know",
                            "double the backslash: \\\\");
        }
        Matcher letters = FIRST_LETTERS.matcher(rest.text());
        if (letters.lookingAt()) {
            return error(
                    rest.place(),
                    "'" + shortened(letters.group()) + "' is no word of SPARQL",
                    DidYouMean.remedy(keywords(), letters.group(), "a name needs its prefix, a variable its '?'"));
        }
        int sign = rest.text().codePointAt(0);
        String code = sign < FIRST_UNUSUAL ? "" : String.format(Locale.ROOT, " (U+%04X)", sign);
        return error(rest.place(), "SPARQL has no sign '" + Character.toString(sign) + "'" + code, "");
    }

    private static Set<String> keywords() {
        Set<String> keywords = new TreeSet<>();
        Stream.of(tokenImage)
                .filter(image -> image.matches("\"[A-Za-z_0-9]{2,}\""))
                .forEach(image ->
                        keywords.add(image.substring(1, image.length() - 1).toUpperCase(Locale.ROOT)));
        return keywords;
    }

    /** What the grammar allows and SPARQL's other rules do not. */
    Problem unfit(QueryParseException failure) {
        String message =
                PLACE_AT_FRONT.matcher(String.valueOf(failure.getMessage())).replaceFirst("");
        Matcher prefixed = PREFIXED.matcher(message);
        if (prefixed.matches()) {
            return error(
                    words.place(failure.getLine(), failure.getColumn()),
                    "'" + shortened(prefixed.group(1)) + "' has a prefix that nobody declared",
                    DidYouMean.among(prefixes, prefixed.group(2))
                            .map(name -> "did you mean '" + name + ":'?")
                            .orElse("declare it at the top: PREFIX " + prefixed.group(2) + ": <…>"));
        }
        if (failure.getLine() > 0) {
            return error(words.place(failure.getLine(), failure.getColumn()), sentence(message), "");
        }
        return elsewhere(message);
    }

    /** Rules about the query as a whole come without a place; the variable or number that they name has one. */
    private Problem elsewhere(String message) {
        Matcher number = TOO_LARGE.matcher(message);
        if (number.matches()) {
            Place place = words.placeOf(word -> word.image.equals(number.group(1)));
            return error(place, "the number '" + shortened(number.group(1)) + "' is too large", "");
        }
        Matcher variable = VARIABLE.matcher(message);
        if (!variable.find()) {
            return error(words.wholeFile(), sentence(message), "");
        }
        if (message.contains("Variable used when already in-scope: ")) {
            return error(
                    words.placeOfAssigned(variable.group(1)),
                    "'" + variable.group() + "' gets a value here, and has one already",
                    "use another name");
        }
        String told = message.startsWith("Non-group key variable in SELECT: ")
                ? "'" + variable.group()
                        + "' is selected, but it is neither grouped by nor inside COUNT, SUM or the like"
                : sentence(message);
        return error(words.placeOf(word -> QueryWords.isVariable(word, variable.group(1))), told, "");
    }

    /** Sentences of the parser begin with a capital, ours do not; SELECT stays as it is. */
    private static String sentence(String message) {
        String words = CLASS_NAME
                .matcher(message.lines().findFirst().orElse("this is no SPARQL"))
                .replaceAll("");
        return words.matches("[A-Z][a-z].*")
                ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1)
                : words;
    }

    private static Problem error(Place place, String message, String remedy) {
        return Problem.error(place, CODE, message, remedy);
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST_SHOWN && line.equals(text)
                ? text
                : line.substring(0, Math.min(line.length(), LONGEST_SHOWN)) + "…";
    }
}
