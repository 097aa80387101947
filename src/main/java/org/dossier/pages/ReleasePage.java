package org.dossier.pages;

import java.util.List;
import org.dossier.query.Figures;
import org.dossier.release.Manifest;

/** What the release is made of, file by file. */
public record ReleasePage(
        String id, String built, String program, List<HomePage.Count> counts, List<File> files, List<File> inputs) {

    public ReleasePage {
        counts = List.copyOf(counts);
        files = List.copyOf(files);
        inputs = List.copyOf(inputs);
    }

    /** A file with its digest; the size is empty where nobody noted it. */
    public record File(String name, String bytes, String sha256) {}

    static ReleasePage of(Manifest manifest) {
        return new ReleasePage(
                manifest.id(),
                manifest.built(),
                manifest.program(),
                manifest.counts().entrySet().stream()
                        .map(count -> new HomePage.Count(Figures.grouped(count.getValue()), count.getKey()))
                        .toList(),
                manifest.data().stream()
                        .map(file -> new File(file.name(), Figures.grouped(file.bytes()), file.sha256()))
                        .toList(),
                manifest.inputs().entrySet().stream()
                        .map(input -> new File(input.getKey(), "", input.getValue()))
                        .toList());
    }
}
