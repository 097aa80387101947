package org.dossier.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/** The functions that a mapping may call on cells, by their local names. */
final class CellFunctions {

    /** The function that gives several values; it is no function to ARQ but a way to repeat a solution. */
    static final String SPLIT = "split";

    private static final int DIGEST_DIGITS = 16;
    private static final Set<String> YES = Set.of("yes", "y", "true", "t", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "f", "0");

    private final Map<String, CellFunction> byName = new LinkedHashMap<>();
    private final LookupTables tables;

    /**
     * @param base IRI that ids are put behind
     * @param tables what {@code fn:lookup} looks into
     */
    CellFunctions(String base, LookupTables tables) {
        this.tables = tables;
        add(new CellFunction(
                "id",
                "fn:id(kind, key…), or fn:id(id) for an id that people gave",
                1,
                Integer.MAX_VALUE,
                constants -> Type.IRI,
                value -> Type.IRI,
                Ids::mistake,
                (arguments, trouble) -> Ids.mint(base, arguments, trouble)));
        add(CellFunction.of("decimal", "fn:decimal(cell)", 1, 1, Type.DECIMAL, CellFunctions::decimal));
        add(CellFunction.of("integer", "fn:integer(cell)", 1, 1, Type.INTEGER, CellFunctions::integer));
        addDate("date", Dates.TYPE_OF_DAY, Dates.Part.DAY);
        addDate("year-month", Dates.TYPE_OF_MONTH, Dates.Part.MONTH);
        addDate("year", Dates.TYPE_OF_YEAR, Dates.Part.YEAR);
        addDate("partial-date", Type.NODE, Dates.Part.AS_GIVEN);
        add(new CellFunction(
                "excel-year",
                "fn:excel-year(cell, pattern…), such as fn:excel-year(?day, \"M/d/uuuu\")",
                2,
                Integer.MAX_VALUE,
                constants -> Type.TEXT,
                value -> Type.TEXT,
                Dates::mistake,
                Dates::unspoilt));
        add(CellFunction.of("flag", "fn:flag(cell)", 1, 1, Type.BOOLEAN, CellFunctions::flag));
        add(CellFunction.of(
                "address", "fn:address(cell)", 1, 1, Type.typed(XSD.anyURI.getURI()), CellFunctions::address));
        add(CellFunction.of(
                "clean",
                "fn:clean(cell, word that means nothing…)",
                1,
                Integer.MAX_VALUE,
                Type.TEXT,
                CellFunctions::clean));
        add(CellFunction.of("slug", "fn:slug(cell)", 1, 1, Type.TEXT, CellFunctions::slug));
        add(CellFunction.of("digest", "fn:digest(cell…)", 1, Integer.MAX_VALUE, Type.TEXT, CellFunctions::digest));
        add(new CellFunction(
                "code",
                "fn:code(cell, number of characters…), such as fn:code(?agency, 3)",
                2,
                Integer.MAX_VALUE,
                constants -> Type.TEXT,
                value -> Type.TEXT,
                CellFunctions::mistakeInCode,
                CellFunctions::code));
        add(CellFunction.of(
                "part", "fn:part(cell, number, separator…)", 2, Integer.MAX_VALUE, Type.TEXT, CellFunctions::part));
        add(new CellFunction(
                "lookup",
                "fn:lookup(table, key), or fn:lookup(table, key, otherwise)",
                2,
                3,
                this::typeOfLookup,
                value -> Type.NODE,
                this::mistakeInLookup,
                this::lookup));
        add(CellFunction.of("none", "fn:none()", 0, 0, Type.NOTHING, (arguments, trouble) -> null));
    }

    private void add(CellFunction function) {
        byName.put(function.name(), function);
    }

    private void addDate(String name, Type type, Dates.Part part) {
        add(new CellFunction(
                name,
                "fn:" + name + "(cell, pattern…), such as fn:" + name + "(?day, \"uuuu-MM-dd\")",
                2,
                Integer.MAX_VALUE,
                constants -> type,
                Dates::type,
                Dates::mistake,
                (arguments, trouble) -> Dates.read(arguments, part, trouble)));
    }

    Collection<CellFunction> all() {
        return byName.values();
    }

    Optional<CellFunction> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Names that a mapping may write behind {@code fn:}. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(byName.keySet());
        names.add(SPLIT);
        return names;
    }

    private static @Nullable String decimal(@Nullable String[] arguments, CellFunction.Trouble trouble) {
        String cell = arguments[0];
        if (cell == null) {
            return null;
        }
        String canonical = Numbers.canonicalDecimal(cell);
        if (canonical == null) {
            trouble.with(0, Numbers.explain(cell, "expected digits with at most one point"), "not-a-number");
        }
        return canonical;
    }

    private static @Nullable String integer(@Nullable String[] arguments, CellFunction.Trouble trouble) {
        String cell = arguments[0];
        if (cell == null) {
            return null;
        }
        String canonical = Numbers.canonicalInteger(cell);
        if (canonical == null) {
            trouble.with(0, Numbers.explain(cell, "expected a whole number in digits"), "not-a-number");
        }
        return canonical;
    }

    private static @Nullable String flag(@Nullable String[] arguments, CellFunction.Trouble trouble) {
        String cell = arguments[0];
        if (cell == null) {
            return null;
        }
        String word = cell.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return "true";
        }
        if (NO.contains(word)) {
            return "false";
        }
        trouble.with(0, "expected yes or no, true or false", "not-a-flag");
        return null;
    }

    private static @Nullable String address(@Nullable String[] arguments, CellFunction.Trouble trouble) {
        String cell = arguments[0];
        if (cell == null || Texts.isWebAddress(cell)) {
            return cell;
        }
        trouble.with(0, "expected a web address that begins with http:// or https://", "not-an-address");
        return null;
    }

    private static @Nullable String clean(@Nullable String[] arguments, CellFunction.Trouble trouble) {
        if (arguments[0] == null) {
            return null;
        }
        String cleaned = Texts.clean(arguments[0]);
        for (int at = 1; at < arguments.length; at++) {
            if (cleaned.equalsIgnoreCase(arguments[at])) {
                return null;
            }
        }
        return cleaned.isEmpty() ? null : cleaned;
    }

    private static @Nullable String slug(@Nullable String[] arguments, CellFunction.Trouble trouble) {
        if (arguments[0] == null) {
            return null;
        }
        String slug = Texts.slug(arguments[0]);
        if (slug.isEmpty()) {
            trouble.with(0, "expected at least one letter from a to z, or a digit", "no-slug");
            return null;
        }
        return slug;
    }

    private static String digest(@Nullable String[] arguments, CellFunction.Trouble trouble) {
        StringBuilder joined = new StringBuilder();
        for (String argument : arguments) {
            joined.append(argument == null ? "" : argument).append(Texts.LIST_SEPARATOR);
        }
        return Strings.digest("SHA-256", joined.toString()).substring(0, DIGEST_DIGITS);
    }

    private static Optional<String> mistakeInCode(List<@Nullable String> constants) {
        return constants.stream()
                .skip(1)
                .map(length -> length == null ? "what a cell says" : "'" + length + "'")
                .filter(length -> !length.matches("'[1-9][0-9]?'"))
                .findFirst()
                .map(length -> "a code has from 1 to 99 characters, and not " + length);
    }

    private static @Nullable String code(@Nullable String[] arguments, CellFunction.Trouble trouble) {
        String cell = arguments[0];
        if (cell == null) {
            return null;
        }
        for (int at = 1; at < arguments.length; at++) {
            if (String.valueOf(arguments[at]).equals(Integer.toString(cell.length()))) {
                return cell;
            }
        }
        String lengths = Stream.of(arguments).skip(1).map(String::valueOf).collect(Collectors.joining(" or "));
        String expected = "expected " + lengths + " characters";
        trouble.with(
                0,
                cell.matches("[0-9]+") ? expected + "; a spreadsheet drops zeros in front of a number" : expected,
                "not-a-code");
        return null;
    }

    private static @Nullable String part(@Nullable String[] arguments, CellFunction.Trouble trouble) {
        String number = arguments[1] == null ? null : Numbers.canonicalInteger(arguments[1]);
        if (arguments[0] == null || number == null || number.length() > 9) {
            return null;
        }
        int wanted = Integer.parseInt(number);
        List<String> parts = Texts.parts(arguments[0], separators(arguments, 2));
        return wanted < 1 || wanted > parts.size() ? null : parts.get(wanted - 1);
    }

    /** What {@code fn:split} and {@code fn:part} part a cell at, from this argument on. */
    static List<String> separators(@Nullable String[] arguments, int from) {
        List<String> separators = new ArrayList<>();
        IntStream.range(from, arguments.length).forEach(at -> {
            String separator = arguments[at];
            if (separator != null && !separator.isEmpty()) {
                separators.add(separator);
            }
        });
        return separators.isEmpty() ? List.of(String.valueOf(Texts.LIST_SEPARATOR)) : separators;
    }

    private Type typeOfLookup(List<@Nullable String> constants) {
        return table(constants.get(0)).map(LookupTable::type).orElse(Type.NODE);
    }

    private Optional<String> mistakeInLookup(List<@Nullable String> constants) {
        if (constants.get(0) == null) {
            return Optional.of("the name of the table must stand in quotation marks");
        }
        return table(constants.get(0)).isPresent()
                ? Optional.empty()
                : Optional.of("there is no table '" + constants.get(0) + "'; there are: "
                        + String.join(", ", tables.names()));
    }

    private Optional<LookupTable> table(@Nullable String name) {
        return name == null ? Optional.empty() : tables.named(name);
    }

    private @Nullable String lookup(@Nullable String[] arguments, CellFunction.Trouble trouble) {
        String key = arguments[1];
        Optional<LookupTable> table = table(arguments[0]);
        if (key == null || table.isEmpty()) {
            return null;
        }
        String value = table.get().value(key);
        if (value != null) {
            return value;
        }
        if (arguments.length == 2) {
            trouble.with(1, "the table '" + arguments[0] + "' does not list it", "not-in-table");
            return null;
        }
        return arguments[2];
    }
}
