package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, with a Java and a Maven that only say how they were called. */
class LauncherTest {

    @TempDir
    Path temporary;

    private Path home;
    private Path tools;

    @BeforeEach
    void copyTheScript() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: the launcher is a shell script");
        home = Files.createDirectories(temporary.resolve("a project"));
        tools = Files.createDirectories(temporary.resolve("tools"));
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("ontology"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("dossier"), home.resolve("dossier"));
        executable(home.resolve("dossier"));
        tool("java", "echo \"java $*\"; [ \"$1\" != -version ] || echo 'openjdk version \"17.0.1\"' >&2");
        tool("mvn", "echo \"mvn $*\"; mkdir -p '%s/target'; echo jar > '%s/target/dossier.jar'".formatted(home, home));
    }

    @Test
    void buildsOnFirstUseOnly() throws Exception {
        Ended first = launch(home.resolve("dossier"), "query", "entities");
        Ended second = launch(home.resolve("dossier"), "query", "entities");

        assertThat(first.err()).contains("building the program").contains("mvn -q -B -f");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).endsWith("-jar " + home.toRealPath() + "/target/dossier.jar query entities\n");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launch(home.resolve("dossier"), "--version");
        Path source = Files.writeString(home.resolve("src/main/A.java"), "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(launch(home.resolve("dossier"), "--version").err()).contains("building the program");
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), home.resolve("dossier"));

        assertThat(launch(link, "--version").out()).endsWith("target/dossier.jar --version\n");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Files.delete(tools.resolve("java"));

        Ended ended = launch(home.resolve("dossier"), "serve");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err())
                .contains("Java 17 or newer is needed and none was found")
                .contains("apt-get install");
    }

    @Test
    void refusesAnOlderJava() throws Exception {
        tool("java", "echo 'java version \"1.8.0_402\"' >&2");

        Ended ended = launch(home.resolve("dossier"), "serve");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).contains("is version 1.8.0_402");
    }

    @Test
    void keepsTheOptimizingCompilerForLongCommands() throws Exception {
        assertThat(launch(home.resolve("dossier"), "-C", "query", "serve").out())
                .doesNotContain("TieredStopAtLevel");
        assertThat(launch(home.resolve("dossier"), "query", "serve").out()).contains("TieredStopAtLevel=1");
    }

    private record Ended(int exitCode, String out, String err) {}

    private Ended launch(Path script, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(words));
        Path err = Files.createTempFile(temporary, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.redirectError(err.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", tools + ":" + withoutJava());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(err));
    }

    /** A folder with links to the few commands that the script itself needs. */
    private Path withoutJava() throws IOException {
        Path basics = Files.createDirectories(temporary.resolve("basics"));
        for (String name :
                List.of("dirname", "readlink", "find", "head", "sed", "touch", "rm", "mv", "cat", "mkdir", "sh")) {
            Path command = Path.of("/usr/bin", name);
            Path found = Files.exists(command) ? command : Path.of("/bin", name);
            if (!Files.exists(basics.resolve(name))) {
                Files.createSymbolicLink(basics.resolve(name), found);
            }
        }
        return basics;
    }

    private void tool(String name, String script) throws IOException {
        executable(Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n"));
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
