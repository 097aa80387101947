package org.dossier.cli;

import java.util.concurrent.Callable;
import org.dossier.link.Enrichment;
import org.dossier.link.LinkWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes over what a register states of the entries that were accepted. */
@Command(
        name = "enrich",
        description = "Write the identifiers and parents of accepted entries to links/TARGET.enriched.ttl.",
        mixinStandardHelpOptions = true)
final class LinkEnrichCommand implements Callable<Integer> {

    @Mixin
    CurrentRelease release;

    @Mixin
    LinkTarget target;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return target.with(release, true, this::enrich);
    }

    private void enrich(LinkWork work) {
        long triples = work.enrich();
        spec.commandLine()
                .getOut()
                .println(
                        triples == 0
                                ? "nothing was accepted yet of which '"
                                        + work.target().name() + "' states more"
                                : triples + " triples: "
                                        + Enrichment.path(work.target().name()));
    }
}
