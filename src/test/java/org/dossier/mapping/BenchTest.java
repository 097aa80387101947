package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apache.jena.sys.JenaSystem;
import org.dossier.problem.Problems;
import org.dossier.table.TableFile;
import org.dossier.triples.Ontology;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The yardstick of {@code bench/mapping} does the same work as the shipped mapping. */
@Tag("slow")
class BenchTest {

    private static final Path BENCH = Path.of("bench/mapping");

    @TempDir
    Path folder;

    @BeforeAll
    static void startJena() {
        JenaSystem.init();
    }

    /** Evidence with the words of one description, which has more to its name than the hash of the file. */
    private static final Pattern WORDS_OF_A_MENTION =
            Pattern.compile("/id/evidence-usaspending-transactions-[0-9a-f]{12}-[^>]*> \\.$");

    @Test
    void theHandWrittenProgramGivesTheTriplesOfTheMapping() throws Exception {
        compileTheBench();
        Path file = folder.resolve("wide.csv");
        run("WideCsv", "main", (Object)
                new String[] {BENCH.resolve("header.txt").toString(), "3000", "7", file.toString()});
        Path byHand = folder.resolve("by-hand.nt");
        run("HandWritten", "run", file, byHand, new TableFile(file, null).sha256());
        Problems problems = new Problems();
        ImportFolder imports = ImportFolder.read(
                        Path.of("."),
                        "usaspending-transactions",
                        "https://w3id.org/dossier/id/",
                        Ontology.of(Path.of("."), problems).vocabulary(),
                        problems)
                .orElseThrow();

        ImportRun mapped = ImportRun.run(imports, List.of(file), ImportSettings.usual(), folder, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(ofRows(mapped.units().get(0).triples()))
                .isEqualTo(ofRows(byHand))
                .hasSizeGreaterThan(30_000);
    }

    @Test
    void theGeneratorGivesTheSameBytesForTheSameSeed() throws Exception {
        compileTheBench();
        for (String name : List.of("one.csv", "two.csv")) {
            run("WideCsv", "main", (Object) new String[] {
                BENCH.resolve("header.txt").toString(),
                "200",
                "7",
                folder.resolve(name).toString()
            });
        }

        assertThat(folder.resolve("two.csv")).hasSameBinaryContentAs(folder.resolve("one.csv"));
        assertThat(Files.size(folder.resolve("one.csv")) / 200).isBetween(2_000L, 2_600L);
    }

    private void compileTheBench() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> sources = Files.list(BENCH)) {
            List<String> arguments = Stream.concat(
                            Stream.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                            sources.map(Path::toString).filter(name -> name.endsWith(".java")))
                    .collect(Collectors.toList());
            assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                    .isZero();
        }
    }

    private void run(String program, String method, Object... arguments) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (Method found : loader.loadClass(program).getDeclaredMethods()) {
                if (found.getName().equals(method) && found.getParameterCount() == arguments.length) {
                    found.setAccessible(true);
                    invoke(found, arguments);
                    return;
                }
            }
        }
        throw new AssertionError("no " + program + "." + method);
    }

    private static void invoke(Method method, Object[] arguments) throws Exception {
        try {
            method.invoke(null, arguments);
        } catch (InvocationTargetException failure) {
            throw new AssertionError(failure.getCause());
        }
    }

    /** The lines without those that describe the file itself, and without mentions, which the program by hand does not seek. */
    private static Set<String> ofRows(Path triples) throws IOException {
        try (Stream<String> lines = Files.lines(triples)) {
            return lines.filter(line -> !line.startsWith("<https://w3id.org/dossier/id/source-usaspending")
                            && !line.startsWith("<https://w3id.org/dossier/id/evidence-usaspending")
                            && !line.contains("/ns#mentions>")
                            && !WORDS_OF_A_MENTION.matcher(line).find())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
