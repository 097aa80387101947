package org.dossier.cli;

import java.nio.file.Path;
import org.dossier.serve.DossierServer;

/** The pages that {@code dossier serve} shows, for benches that start a server without a command line. */
public final class ShippedSites {

    private ShippedSites() {}

    public static DossierServer.Sites of(Path dossier) {
        return new DossierSites(dossier);
    }
}
