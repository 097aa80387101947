package org.dossier.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.dossier.link.LinkWork;
import org.dossier.link.Suggestion;
import org.dossier.link.SuggestionTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--network",
            description = "Ask the service of a register elsewhere, and keep what it answers in the register's file.")
    boolean network;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return target.with(release, !network, work -> suggest(network ? asked(work) : work));
    }

    private LinkWork asked(LinkWork work) {
        if (work.target().service() == null) {
            throw new ParameterException(
                    spec.commandLine(), "'" + work.target().name() + "' has no service to ask; leave out --network");
        }
        return work.asked(target.kind(kind, work));
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
