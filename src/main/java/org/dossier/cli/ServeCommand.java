package org.dossier.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dossier.release.Release;
import org.dossier.serve.DossierServer;
import org.dossier.serve.HomePage;
import org.dossier.serve.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the current release. */
@Command(
        name = "serve",
        description = "Answer SPARQL queries over the current release, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin
    CurrentRelease current;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    int port = ServerSettings.DEFAULT_PORT;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "Name or address to listen on. Default: ${DEFAULT-VALUE}, reached from this machine only.")
    String host = ServerSettings.LOOPBACK;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "The longest that a query may take. Default: ${DEFAULT-VALUE}.")
    long timeout = ServerSettings.DEFAULT_QUERY_TIME.toSeconds();

    @Override
    public Integer call() {
        ServerSettings settings = settings();
        Optional<Release> release = current.find();
        if (release.isEmpty()) {
            return ExitCode.PROBLEMS.code;
        }
        serve(release.get(), settings);
        return ExitCode.OK.code;
    }

    private void serve(Release release, ServerSettings settings) {
        HomePage home = HomePage.of(current.dossier(), release.manifest());
        try (DossierServer server = DossierServer.start(release, settings, List.of(home))) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            spec.commandLine().getOut().println(server.address());
            server.join();
        }
    }

    private ServerSettings settings() {
        try {
            return new ServerSettings(host, port, Duration.ofSeconds(timeout));
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), unusable.getMessage());
        }
    }
}
