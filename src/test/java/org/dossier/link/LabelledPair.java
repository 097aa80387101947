package org.dossier.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Two organisations and what people say of them.
 *
 * @param family pairs about the same organisations
 * @param isOne whether both are one organisation
 * @param answer what people say of them, in a word
 */
record LabelledPair(String family, Profile left, Profile right, boolean isOne, String answer, String category) {

    private static final Set<String> ONE = Set.of("same", "renamed");
    private static final Set<String> ORGANISATIONS = Set.of("Company", "Organization", "LegalEntity");
    private static final Path NAME_PAIRS = Path.of("../shared/open-data/name-pairs/cases.csv");

    /** A half of the pairs that were written for this project: {@code tuning} or {@code held-out}. */
    static List<LabelledPair> ours(String half) {
        InputStream file =
                Objects.requireNonNull(LabelledPair.class.getResourceAsStream("/link/pairs-" + half + ".csv"), half);
        return rows(new InputStreamReader(file, UTF_8)).stream()
                .map(LabelledPair::ofOurs)
                .toList();
    }

    /** Whether the pairs of organisations of the open benchmark are at hand. */
    static boolean hasBenchmark() {
        return Files.exists(NAME_PAIRS);
    }

    static List<LabelledPair> benchmark() throws IOException {
        return rows(Files.newBufferedReader(NAME_PAIRS)).stream()
                .filter(row -> ORGANISATIONS.contains(row.getField("schema")))
                .map(LabelledPair::ofBenchmark)
                .toList();
    }

    private static List<NamedCsvRecord> rows(Reader file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return new ArrayList<>(reader.stream().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LabelledPair ofBenchmark(NamedCsvRecord row) {
        boolean isOne = row.getField("is_match").equals("true");
        return new LabelledPair(
                "",
                Profile.named("left", row.getField("name1")),
                Profile.named("right", row.getField("name2")),
                isOne,
                isOne ? "same" : "different",
                row.getField("case_group"));
    }

    private static LabelledPair ofOurs(NamedCsvRecord row) {
        return new LabelledPair(
                row.getField("family"),
                side(row, "1"),
                side(row, "2"),
                ONE.contains(row.getField("answer")),
                row.getField("answer"),
                row.getField("category"));
    }

    private static Profile side(NamedCsvRecord row, String side) {
        List<Name> names = new ArrayList<>(List.of(Name.preferred(row.getField("name" + side))));
        if (!row.getField("former" + side).isEmpty()) {
            names.add(new Name(row.getField("former" + side), Name.Role.FORMER));
        }
        String country = row.getField("country" + side);
        String parent = row.getField("parent" + side);
        Context context = new Context(
                country.isEmpty() ? null : country,
                null,
                parent.isEmpty() ? Set.of() : Set.of(parent),
                Set.of(),
                null,
                null);
        return new Profile("side" + side, names, Map.of(), context);
    }

    /** The same two, of whom only the names are known. */
    LabelledPair namesOnly() {
        return new LabelledPair(
                family,
                Profile.named(left.id(), left.label()),
                Profile.named(right.id(), right.label()),
                isOne,
                answer,
                category);
    }

    @Override
    public String toString() {
        return left.label() + " | " + right.label() + " (" + answer + ")";
    }
}
