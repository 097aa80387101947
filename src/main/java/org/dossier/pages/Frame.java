package org.dossier.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.dossier.release.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of a page.
 *
 * @param title of the page; on the home page the dossier's
 * @param path of the page, so that the navigation can mark where one is
 * @param forms the same content for programs
 */
public record Frame(Dossier dossier, String title, String path, List<Form> forms) {

    public Frame {
        title = Named.shortened(title, 160);
        forms = List.copyOf(forms);
    }

    /** The same content in another format. */
    public record Form(String name, String type, String href) {}

    /** An entry of the navigation. */
    public record Entry(String name, String href) {}

    private static final List<Entry> NAVIGATION = List.of(
            new Entry("Questions", "/"),
            new Entry("Sources", "/sources"),
            new Entry("Open questions", "/open-questions"),
            new Entry("What changed", "/changes"),
            new Entry("Vocabulary", "/vocabulary"),
            new Entry("SPARQL", "/sparql"));

    public List<Entry> navigation() {
        return NAVIGATION;
    }

    /** The words of the window's title bar. */
    public String windowTitle() {
        return title.equals(dossier.title()) ? title : title + " – " + dossier.title();
    }

    /**
     * The dossier as a whole.
     *
     * @param release id of the release
     * @param built the day on which it was built
     */
    public record Dossier(
            String title,
            @Nullable String description,
            @Nullable Named licence,
            @Nullable String publisher,
            String base,
            String release,
            String built,
            String stylesheet) {

        private static final int SHORT = 8;

        static Dossier of(Edition edition) {
            Manifest manifest = edition.manifest();
            return new Dossier(
                    edition.settings().title(),
                    edition.settings().description(),
                    Licences.named(edition.settings().licence()),
                    edition.settings().publisher(),
                    manifest.base(),
                    manifest.id(),
                    Instant.parse(manifest.built())
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate()
                            .toString(),
                    Stylesheet.ofTheProgram().address());
        }

        /** As much of the release's id as people need. */
        public String shortRelease() {
            return release.substring(0, Math.min(SHORT, release.length()));
        }

        /** How to cite it. */
        public String citation() {
            String by = publisher == null ? "" : publisher + ": ";
            return by + title + ". Release " + shortRelease() + ", " + built + ".";
        }
    }
}
