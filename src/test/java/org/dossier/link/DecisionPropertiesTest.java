package org.dossier.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.claim.EntityId;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static final int CASES = 200;

    /** The same cases in every run. */
    private final Random random = new Random(20_260_131);

    /** Two to eight names, no two alike. */
    private List<String> someNames() {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return names.subList(0, 2 + random.nextInt(7));
    }

    private static List<Profile> profiles(List<String> names, String prefix) {
        List<Profile> profiles = new ArrayList<>();
        names.forEach(name -> profiles.add(Profile.named(prefix + profiles.size(), name)));
        return profiles;
    }

    private static Decisions decided(List<Decision> list) {
        return new Decisions("links/reg.sssom.tsv", "", List.of(), Map.of(), list);
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

    @Test
    void aDecisionNeverChangesTheOutcomeOfAnother() {
        for (int i = 0; i < CASES; i++) {
            decideOnePair(someNames(), someNames(), oneOf(Verdict.values()));
        }
    }

    private void decideOnePair(List<String> here, List<String> there, Verdict verdict) {
        List<Profile> things = profiles(here, "t");
        CandidateIndex index = CandidateIndex.of(profiles(there, "e"));
        String thing = "t" + random.nextInt(here.size());
        String entry = "e" + random.nextInt(there.size());

        List<String> before = proposals(index, things, decided(List.of()));
        List<String> after = proposals(index, things, decided(List.of(decision(thing, verdict, entry))));

        String gone = verdict == Verdict.NOTHING ? thing + " " : thing + " " + entry + " ";
        assertThat(after)
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().filter(each -> !each.startsWith(gone)).toList());
    }

    @Test
    void theOrderOfThingsAndEntriesChangesNothing() {
        for (int i = 0; i < CASES; i++) {
            turnAround(someNames(), someNames());
        }
    }

    private static void turnAround(List<String> here, List<String> there) {
        List<Profile> things = profiles(here, "t");
        List<Profile> entries = profiles(there, "e");
        List<Profile> turnedThings = new ArrayList<>(things);
        List<Profile> turnedEntries = new ArrayList<>(entries);
        Collections.reverse(turnedThings);
        Collections.reverse(turnedEntries);

        assertThat(proposals(CandidateIndex.of(turnedEntries), turnedThings, decided(List.of())))
                .isEqualTo(proposals(CandidateIndex.of(entries), things, decided(List.of())));
    }

    private List<Decision> someDecisions() {
        return Stream.generate(this::someDecision).limit(1 + random.nextInt(5)).toList();
    }

    private Decision someDecision() {
        Verdict verdict = oneOf(Verdict.values());
        boolean isNothing = verdict == Verdict.NOTHING;
        String because = someWords();
        return new Decision(
                new EntityId(oneOf("mill", "harbor", "firm_uei_X1")),
                "Label " + because,
                verdict,
                isNothing ? null : IDS.iriOf(oneOf("1", "77", "A-b")),
                isNothing ? "" : "Entry " + because,
                Justification.CURATION,
                "A. Reader",
                LocalDate.of(2026, 1, 31),
                because,
                Place.wholeFile(""));
    }

    /** Up to eight characters, most of which could break a line of a table. */
    private String someWords() {
        return Stream.generate(() -> oneOf("a", "é", "\"", "\t", "\n", ",", ";", "#", ":", " "))
                .limit(random.nextInt(9))
                .collect(Collectors.joining());
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Every step leaves what stood there before, byte by byte, and what is read back is what was decided. */
    @Test
    void whatStandsInAFileIsNeverTouched(@TempDir Path folder) throws IOException {
        for (int i = 0; i < CASES; i++) {
            decideInTurn(folder.resolve(String.valueOf(i)), someDecisions());
        }
    }

    private static void decideInTurn(Path folder, List<Decision> decisions) throws IOException {
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
                .containsExactlyElementsOf(
                        decisions.stream().map(DecisionPropertiesTest::essence).toList());
    }

    @Test
    void whatIsTakenBackLeavesWhatWasThereBefore(@TempDir Path folder) throws IOException {
        for (int i = 0; i < CASES; i++) {
            decideAndTakeBack(folder.resolve(String.valueOf(i)), someDecisions());
        }
    }

    private static void decideAndTakeBack(Path folder, List<Decision> decisions) throws IOException {
        DecisionWriter writer = new DecisionWriter(folder, "reg", BASE, IDS);
        Path file = folder.resolve("links/reg.sssom.tsv");
        List<byte[]> before = new ArrayList<>();
        List<DecisionWriter.Appended> appended = new ArrayList<>();
        for (Decision decision : decisions) {
            before.add(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
            appended.add(writer.append(decision));
        }
        for (int last = decisions.size() - 1; last >= 0; last--) {
            assertThat(writer.takeBack(appended.get(last))).isTrue();
            assertThat(Files.exists(file) ? Files.readAllBytes(file) : new byte[0])
                    .isEqualTo(before.get(last));
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
}
