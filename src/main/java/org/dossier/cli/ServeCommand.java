package org.dossier.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dossier.build.Build;
import org.dossier.facts.DossierSettings;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.release.Release;
import org.dossier.serve.DossierServer;
import org.dossier.serve.ReleaseWatch;
import org.dossier.serve.ServerSettings;
import org.dossier.serve.Setting;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 0 takes a free one. Default: 3030.")
    @Nullable String port;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "Name or address to listen on. Default: localhost, reached from this machine only.")
    @Nullable String host;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "The longest that a query may take. Default: 30.")
    @Nullable String timeout;

    @Option(
            names = "--store",
            paramLabel = "WHERE",
            description = "Where the data is: memory, disk, or auto. Default: auto, memory if it fits.")
    @Nullable String store;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any setting that --show-limits lists; may be repeated.")
    Map<String, String> others = new TreeMap<>();

    @Option(names = "--watch", description = "Serve each new release as soon as it is there.")
    boolean watch;

    @Option(names = "--show-limits", description = "Show every setting with its value, and serve nothing.")
    boolean showLimits;

    @Override
    public Integer call() {
        ServerSettings settings = settings();
        if (showLimits) {
            print(settings);
            return ExitCode.OK.code;
        }
        Optional<Release> release = current.find();
        if (release.isEmpty()) {
            return ExitCode.PROBLEMS.code;
        }
        serve(release.get(), settings);
        return ExitCode.OK.code;
    }

    private void serve(Release release, ServerSettings settings) {
        try (DossierServer server =
                DossierServer.start(release, settings, new DossierSites(current.dossier(), settings.isPrivate()))) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            spec.commandLine().getErr().println(server.storage());
            spec.commandLine().getOut().println(server.address());
            follow(server);
            server.join();
        }
    }

    private void follow(DossierServer server) {
        ReleaseWatch releases = new ReleaseWatch(
                Build.releases(current.dossier()), server, spec.commandLine().getErr()::println);
        if (watch) {
            releases.start();
        }
        if (!HangUp.isFromATerminal()) {
            HangUp.then(releases::lookAgain);
        }
    }

    private void print(ServerSettings settings) {
        settings.effective()
                .forEach((setting, value) -> spec.commandLine()
                        .getOut()
                        .printf(Locale.ROOT, "%-20s %-12s %s%n", setting.key(), value, setting.meaning()));
    }

    private ServerSettings settings() {
        Map<Setting, String> values = ofTheDossier();
        others.forEach((name, value) -> values.put(setting(name), value));
        Optional.ofNullable(port).ifPresent(value -> values.put(Setting.PORT, value));
        Optional.ofNullable(host).ifPresent(value -> values.put(Setting.HOST, value));
        Optional.ofNullable(store).ifPresent(value -> values.put(Setting.STORE, value));
        Optional.ofNullable(timeout).ifPresent(value -> values.put(Setting.QUERY_SECONDS, value));
        try {
            return ServerSettings.of(values);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), unusable.getMessage());
        }
    }

    private Map<Setting, String> ofTheDossier() {
        Problems problems = new Problems();
        Map<Setting, String> chosen = ServerSettings.chosen(
                DossierSettings.read(current.dossier(), problems).serve(), problems);
        if (problems.hasErrors()) {
            String lines = problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n"));
            throw new ParameterException(spec.commandLine(), lines);
        }
        return chosen;
    }

    private Setting setting(String name) {
        return Setting.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "'" + name + "' is no setting; "
                                + DidYouMean.remedy(Setting.keys(), name, "--show-limits lists them")));
    }
}
