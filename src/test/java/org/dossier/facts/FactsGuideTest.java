package org.dossier.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages for curators say of facts files is true of the reader. */
class FactsGuideTest {

    private static final Pattern CODE = Pattern.compile("(?:error|warning)\\[([a-z0-9-]+)]");

    @TempDir
    Path folder;

    @Test
    void theWorkedExampleIsRightAndItsQuotesStandInItsText() throws IOException {
        String page = Files.readString(Path.of("docs/facts-format.md"));
        Files.createDirectories(folder.resolve("facts"));
        Files.writeString(folder.resolve("facts/town-post.yaml"), block(page, "yaml"));
        Problems problems = new Problems();

        List<FactsFile> files = FactsReader.read(folder, RealVocabulary.VOCABULARY, problems);

        assertThat(problems.list()).isEmpty();
        String text = block(page, "text").replace('\n', ' ');
        List<String> quotes = quotes(files.get(0)).map(Evidence::quote).toList();
        assertThat(quotes).hasSize(10).allSatisfy(quote -> assertThat(text).contains(quote));
    }

    private static String block(String page, String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static Stream<Evidence> quotes(FactsFile file) {
        return Stream.of(
                        file.claims().stream().flatMap(claim -> claim.evidence().stream()),
                        file.records().stream().flatMap(record -> record.evidence().stream()),
                        file.passages().stream().flatMap(passage -> passage.evidence().stream()))
                .flatMap(evidence -> evidence);
    }

    @Test
    void everyMistakeIsExplainedWithAMessageThatTheReaderGives() throws IOException {
        String guide = Files.readString(Path.of("docs/problems.md"));
        List<String> messages = messages();
        List<String> codes =
                messages.stream().map(FactsGuideTest::code).distinct().sorted().toList();

        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(codes).allSatisfy(code -> {
            String section = guide.split("(?m)^## " + code + "$", 2)[1].split("(?m)^## ", 2)[0];
            assertThat(messages).anyMatch(message -> code(message).equals(code) && section.contains(message));
        });
    }

    private static List<String> messages() throws IOException {
        Stream.Builder<String> messages = Stream.builder();
        for (Path mistake : CaseFolders.in("mistakes")) {
            Files.readAllLines(mistake.resolve("problems.txt")).forEach(messages);
        }
        return messages.build().toList();
    }

    private static String code(String message) {
        Matcher code = CODE.matcher(message);
        assertThat(code.find()).as(message).isTrue();
        return code.group(1);
    }
}
