package org.dossier.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dossier.link.LinkWork;
import org.dossier.link.Suggestion;
import org.dossier.link.SuggestionTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proposes links. */
@Command(
        name = "suggest",
        description = "Write what may be linked to build/links/TARGET.candidates.tsv, the likeliest first.",
        mixinStandardHelpOptions = true)
final class LinkSuggestCommand implements Callable<Integer> {

    @Mixin
    CurrentRelease release;

    @Mixin
    LinkTarget target;

    @Mixin
    LinkAuthor author;

    @Option(
            names = "--kind",
            paramLabel = "CLASS",
            description = "Whom to propose links for, such as Agency (default: what the register holds).")
    @Nullable String kind;

    @Option(
            names = "--accept-identifiers",
            description = "Accept the entries that state a thing's own identifier under a name that agrees.")
    boolean acceptIdentifiers;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        Optional<LinkWork> work = target.open(release, true);
        work.ifPresent(this::suggest);
        return (work.isPresent() ? ExitCode.OK : ExitCode.PROBLEMS).code;
    }

    private void suggest(LinkWork work) {
        String wanted = target.kind(kind, work);
        List<Suggestion> suggestions = work.suggestions(wanted);
        if (acceptIdentifiers) {
            int accepted = work.acceptIdentifiers(suggestions, author.name(), LinkAuthor.today());
            out().println(accepted + " accepted by their identifiers");
            suggestions = work.withNewDecisions().suggestions(wanted);
        }
        String path = SuggestionTable.path(work.target().name());
        SuggestionTable.write(
                work.dossier().resolve(path), suggestions, work.target().ids());
        int pairs =
                suggestions.stream().mapToInt(each -> each.candidates().size()).sum();
        out().println(pairs + " proposals for " + suggestions.size() + " things: " + path);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
