package org.dossier.cli;

import java.nio.file.Path;
import java.util.Map;
import org.dossier.release.Release;
import org.dossier.serve.DossierServer;
import org.dossier.serve.ServerSettings;
import org.dossier.serve.Setting;

/** A dossier served as the command serves it, on a free port. */
public final class ServedDossier {

    private ServedDossier() {}

    /** @param folder of the dossier that the release was built from */
    public static DossierServer start(Path folder, Release release) {
        return DossierServer.start(release, ServerSettings.of(Map.of(Setting.PORT, "0")), new DossierSites(folder));
    }
}
