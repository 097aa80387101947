package org.dossier.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dossier.claim.Claim;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Link;
import org.dossier.claim.Source;
import org.dossier.claim.Value;
import org.dossier.evidence.CheckedQuotes;
import org.dossier.evidence.QuoteCheck;
import org.dossier.evidence.QuoteGrade;
import org.dossier.evidence.QuoteLock;
import org.dossier.evidence.SourceTexts;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** Prints how the quote check fares with changed quotes of a text, and how long it takes for many quotes and texts. */
final class QuoteBench {

    private static final long SEED = 20260701;
    private static final int TEXTS = 1000;
    private static final int QUOTES_OF_A_TEXT = 10;
    private static final int CHARACTERS = 20_000;
    private static final int SPANS = 400;
    private static final Place PLACE = Place.wholeFile("facts/many.yaml");

    private QuoteBench() {}

    /** @param arguments the file of the text whose quotes are changed */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("quote-bench");
        try {
            mutations(Path.of(arguments[0]), folder);
            manyTexts(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static void mutations(Path file, Path folder) throws IOException {
        List<Mutant> mutants = MutationRun.mutants(Files.readString(file), SPANS, SEED);
        MutationRun.Result result = MutationRun.check(mutants, folder);
        System.out.printf("%d changed quotes and texts of %s, seed %d%n", mutants.size(), file.getFileName(), SEED);
        result.byKind().forEach((kind, count) -> System.out.printf("  %6d  %s%n", count, kind));
        System.out.printf("  wrongly found or refused: %d%n", result.mistakes().size());
        result.mistakes().forEach(mistake -> System.out.println("    " + mistake));
        System.out.printf(
                "  refused for another cause: %d%n", result.wrongCauses().size());
        result.wrongCauses().forEach(mistake -> System.out.println("    " + mistake));
    }

    private static void manyTexts(Path folder) throws IOException {
        List<String> texts = InventedTexts.make(TEXTS, CHARACTERS, SEED);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            EntityId id = new EntityId("many-" + i);
            Files.writeString(folder.resolve(id + ".txt"), texts.get(i));
            sources.add(new Source(id, List.of(), id + ".txt", PLACE, PLACE));
        }
        time("all of which stand there", folder, facts(texts, sources, quote -> quote));
        time("of which none does: a word is another", folder, facts(texts, sources, QuoteBench::otherWord));
        time(
                "of which none does: nothing like it",
                folder,
                facts(texts, sources, quote -> quote.replaceAll("\\w", "q")));
    }

    private static String otherWord(String quote) {
        String[] words = quote.split(" ");
        words[words.length / 2] = "otherwise";
        return String.join(" ", words);
    }

    private static FactsFile facts(List<String> texts, List<Source> sources, UnaryOperator<String> change) {
        Random random = new Random(SEED);
        List<Claim> claims = new ArrayList<>();
        Link link = new Link(new EntityId("a"), "uses", new Value.Thing(new EntityId("b")));
        for (int i = 0; i < texts.size(); i++) {
            Spans spans = new Spans(texts.get(i), 14, random);
            for (int quote = 0; quote < QUOTES_OF_A_TEXT; quote++) {
                Place place = new Place(PLACE.file(), claims.size() + 1, 1);
                String words = change.apply(String.join(" ", spans.next(6)));
                claims.add(new Claim(
                        link,
                        List.of(),
                        List.of(new Evidence(
                                sources.get(i).id(), null, null, words, List.of(), List.of(), null, null, place)),
                        List.of(),
                        place));
            }
        }
        return new FactsFile(PLACE.file(), "", sources, List.of(), claims, List.of(), List.of());
    }

    private static void time(String what, Path folder, FactsFile facts) {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        CheckedQuotes checked = QuoteCheck.check(
                List.of(facts), new SourceTexts(folder, List.of(folder)), QuoteLock.empty(), false, new Problems());
        double seconds = (System.nanoTime() - start) / 1e9;
        double processor = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        Map<QuoteGrade, Long> counts = checked.counts();
        System.out.printf(
                "%d quotes of %d texts of %d KB, %s: %.2f s (%.2f s of the processor), at most %d MB of heap, %d found%n",
                facts.claims().size(),
                facts.sources().size(),
                CHARACTERS / 1000,
                what,
                seconds,
                processor,
                peak >> 20,
                counts.getOrDefault(QuoteGrade.EXACT, 0L) + counts.getOrDefault(QuoteGrade.TYPOGRAPHIC, 0L));
    }
}
