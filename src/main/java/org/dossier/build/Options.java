package org.dossier.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.evidence.SourceTexts;

/**
 * How a dossier is to be put together.
 *
 * @param sources folders with texts of sources, beside the dossier's own {@code sources/}; the first that has a file counts
 * @param isStrict whether a quote that nobody could look for is an error
 */
public record Options(List<Path> sources, boolean isStrict) {

    public static final Options USUAL = new Options(List.of(), false);

    public Options {
        sources = List.copyOf(sources);
    }

    SourceTexts texts(Path dossier) {
        List<Path> folders = new ArrayList<>(sources);
        folders.add(dossier.resolve("sources"));
        return new SourceTexts(dossier, folders);
    }
}
