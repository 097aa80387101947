package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.dossier.claim.EntityId;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteLockTest {

    private static final String DIGEST = "ab".repeat(32);
    private static final String LINE = "report\t" + DIGEST + "\tPart\tit's so\ttypographic\t3-10\tit\u2019s\\u00A0so";

    private final Problems problems = new Problems();

    @Test
    void writesOneSortedLineForEachQuote() {
        QuoteLock lock = QuoteLock.of(List.of(
                entry("b", "", "two", QuoteGrade.EXACT, "two"),
                entry("a", "Part", "it's so", QuoteGrade.TYPOGRAPHIC, "it\u2019s\u00A0so"),
                entry("a", "", "a \\ b", QuoteGrade.EXACT, "a \\ b")));

        assertThat(lock.text())
                .isEqualTo("# Written by 'dossier build' where the texts are. Keep it in git; do not change it by hand."
                        + " See docs/evidence.md.\n"
                        + "source\tsha256\tlocator\tquote\tgrade\tplaces\town characters\n"
                        + "a\t" + DIGEST + "\t\ta \\\\ b\texact\t3-9\ta \\\\ b\n"
                        + "a\t" + DIGEST + "\tPart\tit's so\ttypographic\t3-9\tit\u2019s\\u00A0so\n"
                        + "b\t" + DIGEST + "\t\ttwo\texact\t3-9\ttwo\n");
    }

    @Test
    void readsWhatItWrites() {
        Random random = new Random(5);
        String alphabet = "ab\\u0\u00A0\u2028\u200B\r \u201C\uD83D\uDE00";
        for (int i = 0; i < 500; i++) {
            StringBuilder own = new StringBuilder("x");
            random.ints(8, 0, alphabet.length()).forEach(at -> own.append(alphabet.charAt(at)));
            own.append('x');
            LockEntry entry = entry("a", "Part\u00A0One", own.toString(), QuoteGrade.EXACT, own.toString());
            String text = QuoteLock.of(List.of(entry)).text();

            assertThat(QuoteLock.parse(text, problems).entries()).containsExactly(entry);
        }
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "report, a report",
        "typographic, exact",
        "typographic, not-found",
        "3-10, 3",
        "it\u2019s, it was",
        "it\u2019s, and it\u2019s",
        "00A0so, 00A0so far",
        "ab, AB",
        "Part, Part\tPart"
    })
    void takesNoLineThatIsNotAsItWasWritten(String was, String is) {
        QuoteLock lock = QuoteLock.parse(LINE.replace(was, is), problems);

        assertThat(lock.entries()).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("facts/quotes.lock:1:1: warning[damaged-lock]: this line is not as it was written, and"
                        + " counts for nothing; delete it, and run 'dossier build' where the texts are");
    }

    @Test
    void takesNoSourceWhoseLinesSpeakOfTwoTexts() {
        String merged = "<<<<<<< HEAD\n" + LINE + "\n=======\n"
                + LINE.replace(DIGEST, "cd".repeat(32)).replace("Part", "Other") + "\n" + LINE + "\n";

        QuoteLock lock = QuoteLock.parse(merged, problems);

        assertThat(lock.entries()).isEmpty();
        assertThat(problems.list())
                .extracting(problem -> problem.place().line())
                .containsExactly(1, 2, 3, 5);
        assertThat(problems.list().get(1).message()).contains("the lines of source 'report' speak of two texts");
    }

    @Test
    void remembersNothingWhereThereIsNoFile(@TempDir Path dossier) throws Exception {
        assertThat(QuoteLock.read(dossier, problems).entries()).isEmpty();

        Files.createDirectories(dossier.resolve("facts"));
        Files.writeString(dossier.resolve(QuoteLock.PATH), LINE.replace("\n", "\r\n"));

        assertThat(QuoteLock.read(dossier, problems).entries()).hasSize(1);
        assertThat(problems.list()).isEmpty();
    }

    private static LockEntry entry(String source, String locator, String quote, QuoteGrade grade, String own) {
        LockEntry.Key key = new LockEntry.Key(new EntityId(source), locator, quote);
        return new LockEntry(key, DIGEST, grade, List.of(new Extent(3, 9)), own);
    }
}
