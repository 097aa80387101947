package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.dossier.claim.Evidence;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Test;

/** Whatever a text, quote and locator are made of, the check comes to an end and its lock can be read again. */
class HostileTextsTest {

    private static final List<String> PIECES = List.of(
            "a",
            "the",
            "firm",
            "not",
            "1400",
            "1,400",
            "\u00E9",
            "e\u0301",
            "\u0301",
            "\uFB03",
            "\u00AD",
            "\u200D",
            "\uFEFF",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "\uFDD0",
            "\uFDD1",
            "-",
            "\u2014",
            "--",
            "'",
            "\u2019",
            "\"",
            "...",
            "\u2026",
            "[...]",
            "[",
            "]",
            "(",
            ")",
            ".",
            ",",
            "!",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "\u2028",
            "\f",
            "\u00A0",
            "\0",
            "\u001B[31m",
            "\u202E",
            "\u4E8B",
            "<h1>",
            "</h1>",
            "<p>",
            "<td>",
            "<pre>",
            "&nbsp;",
            "&",
            "<",
            "# ",
            "* ",
            "```",
            "|",
            "\\",
            "\\u00A0",
            "p. 1",
            "para. 2",
            "00:01:02",
            "row 1",
            "\n\n",
            "\n\nA Title\n\n");

    private final Random random = new Random(3);

    @Test
    void comesToAnEndAndToALockThatCanBeRead() {
        int found = 0;
        for (int i = 0; i < 3000; i++) {
            SourceText text = text(pieces(60), i % 4);
            String part = part(text.own());
            Evidence evidence = Texts.quote(part.isBlank() ? "words" : part, i % 3 == 0 ? pieces(3) : null);

            CheckedQuote quote = new SourceCheck(text, new Problems()).check(evidence);
            QuoteLock lock = QuoteLock.of(LockEntry.of(evidence, quote).stream().toList());
            Problems problems = new Problems();
            String file = new String(lock.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

            assertThat(QuoteLock.parse(file, problems).text()).isEqualTo(lock.text());
            assertThat(problems.list())
                    .as("quote %s of text %s", evidence.quote(), text.own())
                    .isEmpty();
            found += quote.grade().isFound() ? 1 : 0;
        }
        assertThat(found).isGreaterThan(500);
    }

    private static SourceText text(String content, int format) {
        return switch (format) {
            case 0 -> Texts.plain(content);
            case 1 -> Texts.page(content);
            case 2 -> Texts.table(content);
            default -> new SourceText("0".repeat(64), SourceFormat.MARKDOWN, MarkdownText.read(content));
        };
    }

    /** Something that stands in the text, cut out anywhere, or something made of the same pieces. */
    private String part(String text) {
        if (text.isEmpty() || random.nextInt(4) == 0) {
            return pieces(6);
        }
        int start = random.nextInt(text.length());
        return text.substring(start, start + random.nextInt(text.length() - start) / 2 + 1);
    }

    private String pieces(int most) {
        return random.ints(random.nextInt(most), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }
}
