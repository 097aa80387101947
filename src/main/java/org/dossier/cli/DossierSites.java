package org.dossier.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.dossier.build.Build;
import org.dossier.build.History;
import org.dossier.build.Options;
import org.dossier.explain.Background;
import org.dossier.explain.change.ReleaseChanges;
import org.dossier.explain.change.Version;
import org.dossier.facts.DossierSettings;
import org.dossier.pages.Edition;
import org.dossier.pages.Pages;
import org.dossier.problem.Problems;
import org.dossier.query.GateRules;
import org.dossier.query.Inquiry;
import org.dossier.query.Limits;
import org.dossier.release.Manifest;
import org.dossier.release.Release;
import org.dossier.serve.CrawlerSite;
import org.dossier.serve.DocumentSite;
import org.dossier.serve.DossierServer;
import org.dossier.serve.PageSite;
import org.dossier.serve.ScriptSite;
import org.dossier.serve.Site;

/** Makes the sites of a release from it and the dossier's folder, which holds its questions. */
final class DossierSites implements DossierServer.Sites {

    /** Nobody waits longer for a page; who wants to asks in SPARQL. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int ROWS = 50_000;

    /** Of larger releases only what differs is read, and their answers are not compared. */
    private static final long MOST_COMPARED = 200_000;

    private static final int SHORT = 8;
    private static final int DAY = 10;

    private final Path dossier;
    private final boolean isPrivate;

    /** For anybody: without the sentences around quotes, which are not ours to publish. */
    DossierSites(Path dossier) {
        this(dossier, false);
    }

    /** @param isPrivate whether only people at this machine see the pages */
    DossierSites(Path dossier, boolean isPrivate) {
        this.dossier = dossier;
        this.isPrivate = isPrivate;
    }

    @Override
    public List<? extends Site> of(Release release, DatasetGraph data) {
        Pages pages = new Pages(edition(release, data));
        return List.of(new ScriptSite(), new CrawlerSite(pages), new DocumentSite(release, pages), new PageSite(pages));
    }

    /** All that the pages of a release tell. */
    Edition edition(Release release, DatasetGraph data) {
        Problems unheard = new Problems();
        Background history = new History(dossier, release, Options.USUAL);
        Inquiry inquiry =
                new Inquiry(data, release.manifest().base(), GateRules.local(false), new Limits(LONGEST, ROWS));
        return new Edition(
                release.manifest(),
                data,
                DossierSettings.read(dossier, unheard),
                inquiry.vocabulary(),
                inquiry.questions(dossier, unheard),
                inquiry,
                isPrivate ? history : new WithoutTexts(history),
                () -> changes(release, data));
    }

    /** Against the release that was built before this one, where it is still at hand. */
    private Optional<ReleaseChanges> changes(Release release, DatasetGraph data) {
        Version now = new Version(name(release), data, release.manifest().base(), dossier);
        return before(release).map(earlier -> Txn.calculateRead(data, () -> changes(earlier.verified(), release, now)));
    }

    private ReleaseChanges changes(Release earlier, Release release, Version now) {
        if (!isSmall(earlier) || !isSmall(release)) {
            return ReleaseChanges.byUnits(earlier, name(earlier), release, now);
        }
        Version then =
                new Version(name(earlier), earlier.load(), earlier.manifest().base(), dossier);
        return ReleaseChanges.inFull(earlier, then, release, now);
    }

    private static boolean isSmall(Release release) {
        return release.manifest().counts().getOrDefault("triples", 0L) <= MOST_COMPARED;
    }

    private Optional<Release> before(Release release) {
        return Build.releases(dossier).list().stream()
                .filter(other ->
                        other.manifest().built().compareTo(release.manifest().built()) < 0)
                .findFirst();
    }

    private static String name(Release release) {
        Manifest manifest = release.manifest();
        return "release " + manifest.id().substring(0, SHORT) + " of "
                + manifest.built().substring(0, DAY);
    }
}
