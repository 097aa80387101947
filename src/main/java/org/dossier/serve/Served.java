package org.dossier.serve;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.system.Txn;
import org.dossier.link.Reconciliation;
import org.dossier.pages.SparqlPages;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Manifest;
import org.dossier.release.Release;
import org.jspecify.annotations.Nullable;

/** A release that is open, with the pages made for it; closed when the last request that uses it has ended. */
final class Served {

    private final Manifest manifest;
    private final DatasetGraph data;
    private final List<Site> sites;
    private final ServiceDescription description;
    private final long triples;
    private final boolean isOnDisk;
    private @Nullable Reconciliation reconciliation;

    /** The server itself counts as one user until the release is retired. */
    private final AtomicInteger users = new AtomicInteger(1);

    Served(Manifest manifest, DatasetGraph data, List<? extends Site> sites, boolean isOnDisk) {
        this.manifest = manifest;
        this.isOnDisk = isOnDisk;
        this.data = data;
        this.sites = List.copyOf(sites);
        this.triples = Txn.calculateRead(data, () -> triples(manifest, data));
        this.description = new ServiceDescription(manifest, data, triples);
    }

    /** Counting takes long where the data is on disk. */
    private static long triples(Manifest manifest, DatasetGraph data) {
        Long counted = manifest.counts().get("triples");
        return counted == null ? data.getDefaultGraph().size() : counted;
    }

    /**
     * Opens a release, in memory or from its database.
     *
     * @param taken bytes of memory that another release takes at the same time
     * @throws SurroundingsException when it is damaged, or there is too little memory for it
     */
    static Served open(Release release, ServerSettings settings, DossierServer.Sites sites, long taken) {
        release.verified();
        boolean fits = MemoryNeed.fits(release.manifest(), taken);
        boolean mayBeOnDisk = release.isIndexed() && settings.allowsDisk();
        if (!fits && !mayBeOnDisk) {
            throw MemoryNeed.tooLarge(release.manifest(), taken);
        }
        boolean isOnDisk = mayBeOnDisk && (!fits || settings.wantsDisk());
        DatasetGraph data = isOnDisk ? release.open() : new DatasetGraphReadOnly(release.load());
        return new Served(release.manifest(), data, sites.of(release, data), isOnDisk);
    }

    Manifest manifest() {
        return manifest;
    }

    /** A line for whoever starts the server. */
    String storage() {
        String need = MemoryNeed.ofWhatThereIs(manifest);
        return "serving release " + manifest.id() + ", " + triples + " triples, "
                + (isOnDisk ? "from disk; in memory it would take " : "from memory; it takes about ") + need;
    }

    boolean isOnDisk() {
        return isOnDisk;
    }

    DatasetGraph data() {
        return data;
    }

    long triples() {
        return triples;
    }

    /** The service that matches names to its things. It is made when it is first asked for, in a transaction. */
    synchronized Reconciliation reconciliation() {
        Reconciliation made = reconciliation;
        if (made == null) {
            made = new Reconciliation(data.getDefaultGraph(), manifest.base(), manifest.title());
            reconciliation = made;
        }
        return made;
    }

    ServiceDescription description() {
        return description;
    }

    /** What the first site that has something there shows. */
    Optional<Site.Page> page(Site.Visit visit) {
        return sites.stream()
                .map(site -> site.page(visit))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What shows queries and their answers to readers; nothing when no site does. */
    Optional<SparqlPages> sparqlPages() {
        return sites.stream().map(Site::sparqlPages).flatMap(Optional::stream).findFirst();
    }

    /** Whether one more request may use it; each that may calls {@link #leave} when it is done. */
    boolean enter() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void leave() {
        if (users.decrementAndGet() == 0) {
            data.close();
        }
    }
}
