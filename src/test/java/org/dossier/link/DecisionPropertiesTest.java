package org.dossier.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dossier.claim.EntityId;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** What holds of decisions, whatever the names and whatever is decided. */
class DecisionPropertiesTest {

    private static final TargetIds IDS = new TargetIds("reg", "https://reg.example/");
    private static final String BASE = "https://example.org/id/";
    private static final List<String> NAMES = List.of(
            "Iron Harbor",
            "Iron Harbor Systems Inc",
            "Iron Harbour LLC",
            "Harbor Iron",
            "Cobalt Mill",
            "Cobalt Mill Holdings",
            "Cobalt Mills Corp",
            "Paragon",
            "Paragon Systems Inc",
            "Paragon Solutions (US) Inc",
            "Quay",
            "Quay Federal LLC");

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of(NAMES).list().ofMinSize(2).ofMaxSize(8).uniqueElements();
    }

    private static List<Profile> profiles(List<String> names, String prefix) {
        List<Profile> profiles = new ArrayList<>();
        names.forEach(name -> profiles.add(Profile.named(prefix + profiles.size(), name)));
        return profiles;
    }

    private static Decisions decided(List<Decision> list) {
        return new Decisions("links/reg.sssom.tsv", "", List.of(), java.util.Map.of(), list);
    }

    private static Decision decision(String thing, Verdict verdict, String entry) {
        return new Decision(
                new EntityId(thing),
                "as seen",
                verdict,
                verdict == Verdict.NOTHING ? null : IDS.iriOf(entry),
                "",
                Justification.CURATION,
                "A. Reader",
                LocalDate.of(2026, 1, 31),
                "",
                Place.wholeFile(""));
    }

    /** Thing, entry, score and features of every proposal. */
    private static List<String> proposals(CandidateIndex index, List<Profile> things, Decisions decisions) {
        return new Suggestions(index, decisions, IDS)
                .of(things).stream()
                        .flatMap(suggestion -> suggestion.candidates().stream()
                                .map(candidate -> suggestion.thing().id() + " "
                                        + candidate.profile().id() + " " + candidate.score()))
                        .toList();
    }

    @Property(tries = 200)
    void aDecisionNeverChangesTheOutcomeOfAnother(
            @ForAll("names") List<String> here,
            @ForAll("names") List<String> there,
            @ForAll Verdict verdict,
            @ForAll int pick) {
        List<Profile> things = profiles(here, "t");
        CandidateIndex index = CandidateIndex.of(profiles(there, "e"));
        String thing = "t" + Math.floorMod(pick, here.size());
        String entry = "e" + Math.floorMod(pick, there.size());

        List<String> before = proposals(index, things, decided(List.of()));
        List<String> after = proposals(index, things, decided(List.of(decision(thing, verdict, entry))));

        String gone = verdict == Verdict.NOTHING ? thing + " " : thing + " " + entry + " ";
        assertThat(after)
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().filter(each -> !each.startsWith(gone)).toList());
    }

    @Property(tries = 100)
    void theOrderOfThingsAndEntriesChangesNothing(
            @ForAll("names") List<String> here, @ForAll("names") List<String> there) {
        List<Profile> things = profiles(here, "t");
        List<Profile> entries = profiles(there, "e");
        List<Profile> turnedThings = new ArrayList<>(things);
        List<Profile> turnedEntries = new ArrayList<>(entries);
        java.util.Collections.reverse(turnedThings);
        java.util.Collections.reverse(turnedEntries);

        assertThat(proposals(CandidateIndex.of(turnedEntries), turnedThings, decided(List.of())))
                .isEqualTo(proposals(CandidateIndex.of(entries), things, decided(List.of())));
    }

    @Provide
    Arbitrary<List<Decision>> decisions() {
        Arbitrary<String> words =
                Arbitraries.strings().withChars("aé\"\t\n,;#: ").ofMaxLength(8);
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.of("mill", "harbor", "firm_uei_X1"),
                        Arbitraries.of(Verdict.class),
                        Arbitraries.of("1", "77", "A-b"),
                        words)
                .as((thing, verdict, entry, because) -> new Decision(
                        new EntityId(thing),
                        "Label " + because,
                        verdict,
                        verdict == Verdict.NOTHING ? null : IDS.iriOf(entry),
                        verdict == Verdict.NOTHING ? "" : "Entry " + because,
                        Justification.CURATION,
                        "A. Reader",
                        LocalDate.of(2026, 1, 31),
                        because,
                        Place.wholeFile("")))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    /** Every step leaves what stood there before, byte by byte, and what is read back is what was decided. */
    @Property(tries = 60)
    void whatStandsInAFileIsNeverTouched(@ForAll("decisions") List<Decision> decisions) throws IOException {
        Path folder = Files.createTempDirectory("decisions");
        try {
            DecisionWriter writer = new DecisionWriter(folder, "reg", BASE, IDS);
            Path file = folder.resolve("links/reg.sssom.tsv");
            byte[] before = new byte[0];
            for (Decision decision : decisions) {
                writer.append(decision);
                byte[] after = Files.readAllBytes(file);
                assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
                before = after;
            }
            Problems problems = new Problems();
            List<Decision> read = DecisionReader.read(folder, "links/reg.sssom.tsv", BASE, problems)
                    .list();

            assertThat(problems.list()).as(new String(before, UTF_8)).isEmpty();
            assertThat(read.stream().map(DecisionPropertiesTest::essence))
                    .containsExactlyElementsOf(decisions.stream()
                            .map(DecisionPropertiesTest::essence)
                            .toList());
        } finally {
            delete(folder);
        }
    }

    private static String essence(Decision decision) {
        return Stream.of(
                        decision.subject(),
                        decision.verdict(),
                        decision.object(),
                        decision.comment().replaceAll("\\s+", " ").strip())
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
