package org.dossier.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.dossier.link.LinkWork;
import org.dossier.link.Profile;
import org.dossier.link.Suggestion;
import org.dossier.link.SuggestionTable;
import org.dossier.link.VendorMentions;
import org.dossier.link.VendorTable;
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

    @Mixin
    LinkThings things;

    @Option(
            names = "--accept-identifiers",
            description = "Accept the entries that state a thing's own identifier under a name that agrees.")
    boolean acceptIdentifiers;

    @Option(
            names = "--vendors",
            description = "Propose entries for the names in vendor cells of use cases instead:"
                    + " build/links/TARGET.vendors.tsv, to be read by people.")
    boolean vendors;

    @Option(
            names = "--network",
            description = "Ask the service of a register elsewhere, and keep what it answers in the register's file.")
    boolean network;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        if (vendors && (acceptIdentifiers || network || things.isChosen())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--vendors goes with --to and --file only: names in cells have no class and no identifiers");
        }
        return target.with(release, !network, work -> {
            if (vendors) {
                suggestVendors(work);
            } else {
                suggest(work);
            }
        });
    }

    private void suggestVendors(LinkWork work) {
        VendorMentions found = work.vendors();
        String path = VendorTable.path(work.target().name());
        VendorTable.write(work.dossier().resolve(path), found, work.target().ids());
        long known = found.mentions().stream()
                .filter(mention -> !mention.candidates().isEmpty())
                .count();
        out().println(found.mentions().size() + " names in " + found.cells() + " vendor cells, " + known
                + " of them with proposals: " + path);
        out().println("left out: " + found.withheld() + " withheld, " + found.nobody() + " that name nobody, "
                + found.notes() + " for people to read");
    }

    private LinkWork asked(LinkWork work, List<Profile> wanted) {
        if (work.target().service() == null) {
            throw new ParameterException(
                    spec.commandLine(), "'" + work.target().name() + "' has no service to ask; leave out --network");
        }
        return work.asked(wanted);
    }

    private void suggest(LinkWork work) {
        List<Profile> wanted = things.of(work);
        LinkWork whole = network ? asked(work, wanted) : work;
        List<Suggestion> suggestions = whole.suggestions(wanted);
        if (acceptIdentifiers) {
            int accepted = whole.acceptIdentifiers(suggestions, author.name(), LinkAuthor.today());
            out().println(accepted + " accepted by their identifiers");
            suggestions = whole.withNewDecisions().suggestions(wanted);
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
