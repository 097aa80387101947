package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dossier.author.Gaps;
import org.dossier.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what is left to do in the current release. */
@Command(
        name = "gaps",
        description =
                "List what is left to do: open questions, unchecked quotes, records on one root or without a date.",
        mixinStandardHelpOptions = true)
final class GapsCommand implements Callable<Integer> {

    enum Format {
        text,
        json
    }

    @Mixin
    CurrentRelease release;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Format format = Format.text;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Optional<Release> found = release.find();
        if (found.isEmpty()) {
            return ExitCode.PROBLEMS.code;
        }
        Release current = found.get();
        List<Gaps.Group> groups =
                current.read(data -> new Gaps(data.getDefaultGraph(), current.definitions()).groups());
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(groups));
        } else {
            groups.forEach(group -> print(group, out));
        }
        return ExitCode.OK.code;
    }

    private static void print(Gaps.Group group, PrintWriter out) {
        int number = group.gaps().size();
        out.println(group.title() + " (" + number + ")" + (number == 0 ? "" : ": " + group.remedy()));
        group.gaps().forEach(gap -> out.println("- [ ] " + line(gap)));
        out.println();
    }

    private static String line(Gaps.Gap gap) {
        String name = gap.name().equals(gap.id()) ? gap.id() : gap.name() + " (" + gap.id() + ")";
        return gap.place().isEmpty() ? name : name + " " + gap.place();
    }
}
