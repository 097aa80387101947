package org.dossier.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.evidence.SourceTexts;

/**
 * How a dossier is to be put together.
 *
 * @param sources folders with texts of sources, beside the dossier's own {@code sources/}; the first that has a file counts
 * @param files folders in which registered files of imports are looked for, where they are not where they were
 * @param isStrict whether a quote that nobody could look for is an error
 */
public record Options(List<Path> sources, List<Path> files, boolean isStrict) {

    public static final Options USUAL = new Options(List.of(), List.of(), false);

    public Options {
        sources = List.copyOf(sources);
        files = List.copyOf(files);
    }

    SourceTexts texts(Path dossier) {
        List<Path> folders = new ArrayList<>(sources);
        folders.add(dossier.resolve("sources"));
        return new SourceTexts(dossier, folders);
    }
}
