package org.dossier.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dossier.build.History;
import org.dossier.build.Options;
import org.dossier.facts.DossierSettings;
import org.dossier.pages.Edition;
import org.dossier.pages.Pages;
import org.dossier.problem.Problems;
import org.dossier.query.GateRules;
import org.dossier.query.Inquiry;
import org.dossier.query.Limits;
import org.dossier.release.Release;
import org.dossier.serve.DossierServer;
import org.dossier.serve.PageSite;
import org.dossier.serve.ScriptSite;
import org.dossier.serve.Site;

/** Makes the sites of a release from it and the dossier's folder, which holds its questions. */
final class DossierSites implements DossierServer.Sites {

    /** Nobody waits longer for a page; who wants to asks in SPARQL. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int ROWS = 50_000;

    private final Path dossier;

    DossierSites(Path dossier) {
        this.dossier = dossier;
    }

    @Override
    public List<? extends Site> of(Release release, DatasetGraph data) {
        return List.of(new ScriptSite(), new PageSite(new Pages(edition(release, data))));
    }

    /** All that the pages of a release tell. */
    Edition edition(Release release, DatasetGraph data) {
        Problems unheard = new Problems();
        Inquiry inquiry =
                new Inquiry(data, release.manifest().base(), GateRules.local(false), new Limits(LONGEST, ROWS));
        return new Edition(
                release.manifest(),
                data,
                DossierSettings.read(dossier, unheard),
                inquiry.vocabulary(),
                inquiry.questions(dossier, unheard),
                inquiry,
                new History(dossier, release, Options.USUAL),
                Optional::empty);
    }
}
