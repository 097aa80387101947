package org.dossier.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.dossier.claim.FactsFile;
import org.dossier.cli.Main;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code right/} holds something odd that is right, and in {@code expected.txt} what is read of it. */
class RightFactsTest {

    @TempDir
    Path folder;

    static List<Path> cases() {
        return CaseFolders.in("right");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsRightWithoutAProblem(Path right) throws IOException {
        Path dossier = CaseFolders.dossier(right, folder);
        Problems problems = new Problems();

        List<FactsFile> files = FactsReader.read(dossier, RealVocabulary.VOCABULARY, problems);

        assertThat(problems.list()).isEmpty();
        String read = rendered(files);
        assertThat(read).isEqualTo(CaseFolders.expected(right.resolve("expected.txt"), read));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("cases")
    void checkFindsNothingInWhatIsRight(Path right) throws IOException {
        Path dossier = CaseFolders.dossier(right, folder);
        StringWriter out = new StringWriter();

        int code = Main.run(
                new PrintWriter(out, true), new PrintWriter(new StringWriter()), "-C", dossier.toString(), "check");

        // Cases about other sources quote the minutes of the council, whose text nobody has.
        assertThat(out.toString().lines().filter(line -> line.startsWith("facts/")))
                .allMatch(line -> line.contains(" warning[no-text]: "));
        assertThat(code).isZero();
    }

    /** All but the file that the cases share. */
    static String rendered(List<FactsFile> files) {
        return String.join(
                "\n",
                files.stream()
                        .filter(file -> !file.path().equals("facts/common.yaml"))
                        .map(Rendering::of)
                        .toList());
    }

    @Test
    void knowsAtLeastFiftyOddThings() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(50);
    }
}
