package org.dossier.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The yardstick of linking: prints figures, asserts nothing. Run by {@code mvn -q test -Dtest=LinkingBench};
 * {@code bench/linking/README.md} says what was measured and what the thresholds were chosen on.
 */
class LinkingBench {

    private static final Path OPEN_DATA = Path.of("../shared/open-data");
    private static final Path JUDGED = Path.of("bench/linking/judged.tsv");
    private static final Scorer SCORER = Scorer.standard();

    private static void tell(String line, Object... values) {
        System.out.printf(Locale.ROOT, line + "%n", values);
    }

    // ---- (a) and (b): labelled pairs

    /**
     * Thresholds.
     *
     * @param best for F1, chosen on the tuning half of the pairs in question
     * @param surest for a precision of 0.95, chosen on all pairs for tuning, since its bound needs many
     */
    private record Chosen(double best, double surest) {

        static Chosen onTuningPairs(List<LabelledPair> half) throws IOException {
            List<LabelledPair> pairs = new ArrayList<>(LabelledPair.ours("tuning"));
            pairs.addAll(LabelledPair.ours("tuning-more"));
            if (LabelledPair.hasBenchmark()) {
                pairs.addAll(halves(LabelledPair.benchmark()).get(true));
            }
            Measured tuning = Measured.of(SCORER, pairs);
            Chosen chosen = new Chosen(Measured.of(SCORER, half).bestThreshold(), tuning.surestThreshold());
            tell(
                    "%nthresholds: %.3f for F1, chosen on %d pairs; %.3f for precision 0.95, by its lower bound on all %d for tuning",
                    chosen.best(), half.size(), chosen.surest(), pairs.size());
            show("all pairs for tuning", tuning, chosen);
            return chosen;
        }
    }

    @Test
    void pairsWrittenForThisProject() throws IOException {
        Chosen chosen = Chosen.onTuningPairs(LabelledPair.ours("tuning"));
        tell("(b) pairs written for this project");
        show("tuning half", Measured.of(SCORER, LabelledPair.ours("tuning")), chosen);
        show(
                "more for tuning, of the kinds that had failed",
                Measured.of(SCORER, LabelledPair.ours("tuning-more")),
                chosen);
        show("fresh ones, never tuned on", Measured.of(SCORER, LabelledPair.ours("fresh")), chosen);
        Measured heldOut = Measured.of(SCORER, LabelledPair.ours("held-out"));
        show("held-out half", heldOut, chosen);
        heldOut.mistakes(chosen.best()).forEach(each -> tell("    %.3f %s", each.value(), each.pair()));
        show("held-out half, names only", namesOnly("held-out"), chosen);
        tell("  what kind of kinship, where a side states its parent or former name: %s", kinship());
    }

    private static Measured namesOnly(String half) {
        return Measured.of(
                SCORER,
                LabelledPair.ours(half).stream().map(LabelledPair::namesOnly).toList());
    }

    private static String kinship() {
        List<LabelledPair> pairs = LabelledPair.ours("held-out").stream()
                .filter(pair -> pair.answer().matches("renamed|parent|subsidiary"))
                .filter(pair -> !pair.left().equals(pair.namesOnly().left())
                        || !pair.right().equals(pair.namesOnly().right()))
                .toList();
        long right = pairs.stream()
                .filter(pair -> SCORER.compare(pair.left(), pair.right())
                        .answer()
                        .name()
                        .equalsIgnoreCase(pair.answer()))
                .count();
        return right + " of " + pairs.size();
    }

    @Test
    void pairsOfTheOpenBenchmark() throws IOException {
        assumeTrue(LabelledPair.hasBenchmark(), "the open benchmark is not at hand");
        List<LabelledPair> all = LabelledPair.benchmark();
        Map<Boolean, List<LabelledPair>> halves = halves(all);
        Chosen chosen = Chosen.onTuningPairs(halves.get(true));
        tell("(a) organisation pairs of the open benchmark");
        show("its tuning half", Measured.of(SCORER, halves.get(true)), chosen);
        show("its other half, never tuned on", Measured.of(SCORER, halves.get(false)), chosen);
        Measured whole = Measured.of(SCORER, all);
        show("all", whole, chosen);
        tell(
                "  for comparison with the known figures, thresholds chosen on all: F1 %.3f, recall at precision 0.95 %.3f",
                whole.f1(whole.bestThreshold()), whole.recallAtPrecision(0.95));
    }

    /** Pairs that share a name lie in one half; a hash of the group's first name says in which. */
    private static Map<Boolean, List<LabelledPair>> halves(List<LabelledPair> pairs) {
        Map<String, String> parents = new HashMap<>();
        pairs.forEach(pair -> parents.put(
                root(parents, pair.left().label()), root(parents, pair.right().label())));
        Map<String, List<LabelledPair>> groups = pairs.stream()
                .collect(Collectors.groupingBy(
                        pair -> root(parents, pair.left().label()), LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream()
                .flatMap(group -> group.stream().map(pair -> Map.entry(isForTuning(group), pair)))
                .collect(Collectors.partitioningBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String root(Map<String, String> parents, String name) {
        String root = name;
        while (!parents.getOrDefault(root, root).equals(root)) {
            root = parents.get(root);
        }
        return root;
    }

    private static boolean isForTuning(List<LabelledPair> group) {
        String first = group.stream()
                .flatMap(pair -> Stream.of(pair.left().label(), pair.right().label()))
                .min(LinkingBench::byCodePoint)
                .orElseThrow();
        return sha256("2026\n" + first)[0] % 2 == 0;
    }

    private static int byCodePoint(String one, String other) {
        return java.util.Arrays.compare(
                one.codePoints().toArray(), other.codePoints().toArray());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    private static void show(String what, Measured measured, Chosen chosen) {
        tell(
                "  %-46s %3d pairs (%3d one): F1 %.3f (P %.3f, R %.3f); at the surer threshold P %.3f, R %.3f; at 0.95 P %.3f, R %.3f; highest wrong %.3f",
                what,
                measured.pairs().size(),
                measured.positives(),
                measured.f1(chosen.best()),
                measured.precision(chosen.best()),
                measured.recall(chosen.best()),
                measured.precision(chosen.surest()),
                measured.recall(chosen.surest()),
                measured.precision(0.95),
                measured.recall(0.95),
                measured.highestWrong());
    }

    @Test
    void speedOnPairs() {
        List<LabelledPair> pairs = LabelledPair.ours("tuning");
        int rounds = 200;
        for (int i = 0; i < 50; i++) {
            Measured.of(SCORER, pairs);
        }
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            Measured.of(SCORER, pairs);
        }
        tell(
                "%n(d) speed: %,.0f pairs a second, one thread, names taken apart each time",
                rounds * pairs.size() / seconds(start));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    // ---- candidates

    @Test
    void candidatesOfLabelledPairs() throws IOException {
        assumeTrue(Files.exists(OPEN_DATA), "the open data is not at hand");
        List<LabelledPair> told = new ArrayList<>();
        Stream.of("tuning", "held-out").forEach(half -> told.addAll(LabelledPair.ours(half)));
        List<LabelledPair> ones = new ArrayList<>(told);
        if (LabelledPair.hasBenchmark()) {
            ones.addAll(LabelledPair.benchmark());
        }
        ones.removeIf(pair -> !pair.isOne());
        List<Profile> pool = new ArrayList<>(ror());
        pool.addAll(sec());
        for (int i = 0; i < ones.size(); i++) {
            Profile right = ones.get(i).right();
            pool.add(new Profile("pair" + i, right.names(), right.identifiers(), right.context()));
        }
        CandidateIndex index = CandidateIndex.of(pool);
        List<List<Candidate>> found =
                index.candidates(ones.stream().map(LabelledPair::left).toList(), 10);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < ones.size(); i++) {
            String wanted = ones.get(i).right().label();
            if (found.get(i).stream().noneMatch(each -> each.profile().label().equals(wanted))) {
                missed.add(
                        told.contains(ones.get(i))
                                ? ones.get(i).toString()
                                : "one of the benchmark's, which is not told");
            }
        }
        tell(
                "%nrecall@10 of candidates among %,d entries: %.3f (%d of %d)",
                pool.size(), 1 - missed.size() / (double) ones.size(), ones.size() - missed.size(), ones.size());
        missed.forEach(each -> tell("    missed %s", each));
    }

    // ---- (c): recipients of real awards

    private record Proposed(String target, Profile recipient, Candidate candidate) {

        /** Names a pair without printing it: nothing of the real files is kept in this repository. */
        String key() {
            String text = target + "\n" + recipient.label() + "\n"
                    + candidate.profile().id();
            return HexFormat.of().formatHex(sha256(text)).substring(0, 16);
        }
    }

    @Test
    void recipientsOfAwards() throws IOException {
        assumeTrue(Files.exists(OPEN_DATA), "the open data is not at hand");
        long start = System.nanoTime();
        double processorBefore = processorSeconds();
        List<Profile> recipients = recipients();
        List<Proposed> proposed = new ArrayList<>();
        for (Map.Entry<String, List<Profile>> target : Map.of("ror", ror(), "sec", sec()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            CandidateIndex index = CandidateIndex.of(target.getValue());
            List<List<Candidate>> found = index.candidates(recipients, 10);
            for (int i = 0; i < recipients.size(); i++) {
                for (Candidate candidate : found.get(i)) {
                    proposed.add(new Proposed(target.getKey(), recipients.get(i), candidate));
                }
            }
        }
        double took = seconds(start);
        double processor = processorSeconds() - processorBefore;
        System.gc();
        long memory = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        tell(
                "%n(c) %,d recipients against ROR and SEC: %.1f s in all (%.1f s of processor time), %d MB held by proposals and the last index",
                recipients.size(), took, processor, memory);
        tell(
                "  %,d candidates, %d proposed (0.3 or more), %d of them at 0.9 or more",
                proposed.size(), atLeast(proposed, 0.3), atLeast(proposed, 0.9));
        tell("  digest of all proposals: %s", digest(proposed));
        calibration(proposed);
    }

    private static double processorSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1e3)
                .orElse(0.0);
    }

    private static long atLeast(List<Proposed> proposed, double value) {
        return proposed.stream()
                .filter(each -> each.candidate().score().value() >= value)
                .count();
    }

    private static String digest(List<Proposed> proposed) {
        String text = proposed.stream()
                .map(each -> each.key() + " " + each.candidate().score().value() + " "
                        + each.candidate().score().answer())
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(sha256(text)).substring(0, 16);
    }

    /** Prints what was judged by hand, by bucket; with {@code -Djudge=true} also what is still to be judged. */
    private static void calibration(List<Proposed> proposed) throws IOException {
        Map<String, String> judged = judgements();
        Map<String, List<Proposed>> sample = sample(proposed);
        tell("(d) precision by bucket, judged by hand: right / judged (of all)");
        sample.forEach((bucket, pairs) -> {
            long right = pairs.stream()
                    .filter(each -> "same".equals(judged.get(each.key())))
                    .count();
            long known = pairs.stream()
                    .filter(each -> judged.containsKey(each.key()))
                    .count();
            tell("  %s: %d / %d", bucket, right, known);
        });
        if (Boolean.getBoolean("judge")) {
            sample.values().stream()
                    .flatMap(List::stream)
                    .filter(each -> !judged.containsKey(each.key()))
                    .forEach(each -> tell(
                            "?\t%s\t%.3f\t%s\t%s\t%s\t%s",
                            each.key(),
                            each.candidate().score().value(),
                            each.candidate().score().answer(),
                            each.recipient().label(),
                            each.candidate().score().right().text(),
                            each.candidate().profile().label() + " "
                                    + each.candidate().profile().id() + " "
                                    + each.candidate().profile().context().country()));
        }
    }

    private static Map<String, String> judgements() throws IOException {
        if (!Files.exists(JUDGED)) {
            return Map.of();
        }
        return Files.readAllLines(JUDGED).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    }

    /** Up to so many of each bucket, in order of their hashes, which is as good as drawn by lot. */
    private static Map<String, List<Proposed>> sample(List<Proposed> proposed) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("0.95-1.00", 120);
        sizes.put("0.90-0.95", 120);
        sizes.put("0.70-0.90", 120);
        sizes.put("0.50-0.70", 120);
        sizes.put("0.30-0.50", 120);
        sizes.put("0.10-0.30", 40);
        Map<String, List<Proposed>> sample = new LinkedHashMap<>();
        sizes.forEach((bucket, size) -> sample.put(
                bucket,
                proposed.stream()
                        .filter(each -> isIn(bucket, each.candidate().score().value()))
                        .sorted(java.util.Comparator.comparing(Proposed::key))
                        .limit(size)
                        .toList()));
        return sample;
    }

    private static boolean isIn(String bucket, double value) {
        String[] bounds = bucket.split("-");
        return value >= Double.parseDouble(bounds[0])
                && (value < Double.parseDouble(bounds[1]) || bounds[1].equals("1.00"));
    }

    private static List<Profile> recipients() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(OPEN_DATA.resolve("usaspending-cbp-ice"))) {
            files.filter(file -> file.toString().endsWith(".csv"))
                    .forEach(file -> names.addAll(
                            column(file, row -> row.getField("Recipient Name").strip())));
        }
        names.remove("");
        return names.stream().map(name -> Profile.named(name, name)).toList();
    }

    private static <T> List<T> column(Path file, Function<NamedCsvRecord, T> read) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().map(read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Profile> ror() {
        return column(OPEN_DATA.resolve("linking-targets/ror_government_company.csv"), row -> {
            List<Name> names =
                    new ArrayList<>(List.of(Name.preferred(row.getField("name").replaceFirst(" \\([^()]*\\)$", ""))));
            Stream.of(row.getField("other_names").split("\\|"))
                    .filter(name -> !name.isBlank())
                    .forEach(name -> names.add(new Name(name, Name.Role.ALIAS)));
            Stream.of(row.getField("acronyms").split("\\|"))
                    .filter(name -> !name.isBlank())
                    .forEach(name -> names.add(new Name(name, Name.Role.SHORT)));
            return new Profile(
                    row.getField("ror_id"),
                    names,
                    Map.of(),
                    new Context(row.getField("country"), null, Set.of(), Set.of(), null, null));
        });
    }

    private static List<Profile> sec() throws IOException {
        Map<String, Profile> firms = new TreeMap<>();
        for (JsonNode firm : new ObjectMapper()
                .readTree(OPEN_DATA
                        .resolve("linking-targets/company_tickers.json")
                        .toFile())) {
            String cik = firm.get("cik_str").asText();
            firms.putIfAbsent(cik, Profile.named(cik, firm.get("title").asText()));
        }
        return List.copyOf(firms.values());
    }
}
