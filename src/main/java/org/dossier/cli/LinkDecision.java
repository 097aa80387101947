package org.dossier.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.dossier.link.Decisions;
import org.dossier.link.LinkRefusal;
import org.dossier.link.LinkWork;
import org.dossier.link.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Appends one decision about a thing of the dossier. */
abstract class LinkDecision implements Callable<Integer> {

    @Mixin
    CurrentRelease release;

    @Mixin
    LinkTarget target;

    @Mixin
    LinkAuthor author;

    @Parameters(index = "0", paramLabel = "ID", description = "A thing of the dossier.")
    String thing = "";

    @Option(names = "--because", paramLabel = "WORDS", required = true, description = "Why.")
    String because = "";

    @Spec
    CommandSpec spec;

    abstract Verdict verdict();

    /** The entry as it was typed; nothing when there is none. */
    abstract @Nullable String entry();

    @Override
    public final Integer call() {
        return target.with(release, target.hasFile(release.dossier()), this::decide);
    }

    private void decide(LinkWork work) {
        try {
            work.decide(thing, verdict(), entry(), author.name(), LinkAuthor.today(), because);
            spec.commandLine()
                    .getOut()
                    .println("appended to " + Decisions.path(work.target().name()));
        } catch (LinkRefusal refusal) {
            throw new ParameterException(spec.commandLine(), refusal.getMessage());
        }
    }

    /** Says that a thing and an entry are one, or close. */
    @Command(
            name = "accept",
            description = "Say that a thing and an entry are the same, or how else they are one another's.",
            mixinStandardHelpOptions = true)
    static final class Accept extends LinkDecision {

        enum As {
            same,
            close,
            broader,
            narrower
        }

        @Parameters(index = "1", paramLabel = "ENTRY", description = "Id of an entry of the register.")
        String entry = "";

        @Option(
                names = "--as",
                description = "What the entry is to the thing: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        As as = As.same;

        @Override
        Verdict verdict() {
            return Verdict.valueOf(as.name().toUpperCase(Locale.ROOT));
        }

        @Override
        String entry() {
            return entry;
        }
    }

    /** Says that a thing and an entry are two. */
    @Command(
            name = "reject",
            description = "Say that a thing and an entry are not the same.",
            mixinStandardHelpOptions = true)
    static final class Reject extends LinkDecision {

        @Parameters(index = "1", paramLabel = "ENTRY", description = "Id of an entry of the register.")
        String entry = "";

        @Override
        Verdict verdict() {
            return Verdict.NOT_SAME;
        }

        @Override
        String entry() {
            return entry;
        }
    }

    /** Says that a register has nothing for a thing. */
    @Command(
            name = "none",
            description = "Say that the register has no entry for a thing.",
            mixinStandardHelpOptions = true)
    static final class None extends LinkDecision {

        @Override
        Verdict verdict() {
            return Verdict.NOTHING;
        }

        @Override
        @Nullable String entry() {
            return null;
        }
    }
}
