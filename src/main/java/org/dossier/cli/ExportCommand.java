package org.dossier.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dossier.export.DossierExport;
import org.dossier.export.ExportFormat;
import org.dossier.export.site.StaticSite;
import org.dossier.pages.Pages;
import org.dossier.problem.DidYouMean;
import org.dossier.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the current release as files for others. */
@Command(
        name = "export",
        description =
                "Write the current release as Turtle, N-Quads, TriG and JSON-LD, with the ontology and checksums.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Mixin
    CurrentRelease release;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where the files go; made when it is not there (default: build/export in the dossier).")
    Optional<Path> folder = Optional.empty();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORM",
            description = "Only these of ttl, nq, trig, jsonld, ontology, with commas between.")
    List<String> formats = ExportFormat.names();

    @Option(
            names = "--site",
            paramLabel = "DIR",
            description = "Write a web site for any host into this folder instead: the pages of 'serve', and the data.")
    Optional<Path> site = Optional.empty();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        List<ExportFormat> wanted = formats.stream().map(this::named).toList();
        Optional<Release> found = release.find();
        if (found.isEmpty()) {
            return ExitCode.PROBLEMS.code;
        }
        Release current = found.get();
        if (site.isPresent()) {
            writeSite(current, site.get(), wanted);
            return ExitCode.OK.code;
        }
        Path target = folder.orElseGet(() -> release.dossier().resolve("build").resolve("export"));
        new DossierExport(current.load(), current.manifest().base())
                .write(target, wanted)
                .forEach(spec.commandLine().getOut()::println);
        return ExitCode.OK.code;
    }

    private void writeSite(Release current, Path target, List<ExportFormat> wanted) {
        DatasetGraph data = current.load();
        Pages pages = new Pages(new DossierSites(release.dossier()).edition(current, data));
        StaticSite.Written written = StaticSite.write(
                pages, target, new DossierExport(data, current.manifest().base()), wanted);
        written.dead().forEach(link -> spec.commandLine().getErr().println("a link leads nowhere: " + link));
        spec.commandLine().getOut().println(target.resolve("index.html"));
    }

    private ExportFormat named(String form) {
        return ExportFormat.named(form)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no format '" + form + "'; "
                                + DidYouMean.remedy(
                                        ExportFormat.names(),
                                        form,
                                        "there are " + String.join(", ", ExportFormat.names()))));
    }
}
