package org.dossier.serve;

import java.util.Map;
import java.util.Optional;
import org.dossier.pages.script.Scripts;
import org.dossier.pages.script.WebFile;

/** The scripts of pages, which browsers may keep for ever, since what changes changes its address. */
public final class ScriptSite implements Site {

    private static final int OK = 200;
    private static final Map<String, String> FOR_EVER = Map.of("Cache-Control", "public, max-age=31536000, immutable");

    @Override
    public Optional<Page> page(Visit visit) {
        return Scripts.ofTheProgram().at(visit.path()).map(ScriptSite::answer);
    }

    private static Page answer(WebFile file) {
        return Page.text(OK, file.type(), file.text()).with(FOR_EVER);
    }
}
