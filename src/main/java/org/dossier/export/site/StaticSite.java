package org.dossier.export.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dossier.export.DossierExport;
import org.dossier.export.ExportFormat;
import org.dossier.pages.Address;
import org.dossier.pages.Page;
import org.dossier.pages.Pages;
import org.dossier.pages.Stylesheet;
import org.dossier.pages.script.Scripts;
import org.dossier.problem.SurroundingsException;

/**
 * Writes the pages of a release as files: every page that can be reached, with the data beside them. Links are relative, so
 * that the folder can stand anywhere on a web host, or on a disk.
 */
public final class StaticSite {

    /** The list of what was written, by which a later site in the same folder knows what to remove. */
    static final String FILES = "site-files.txt";

    private static final String DATA = "data";
    private static final String SEARCH = "search.html";
    private static final String NAMES = "search-names.js";
    private static final int MOST_LISTED = 5_000;

    private final Pages pages;
    private final SiteDocuments documents;
    private final Path folder;
    private final Set<String> written = new TreeSet<>();
    private final Map<SiteFile, Boolean> known = new HashMap<>();
    private final List<SiteName> names = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();

    private StaticSite(Pages pages, Path folder) {
        this.pages = pages;
        this.documents = new SiteDocuments(pages);
        this.folder = folder;
    }

    /**
     * What was written.
     *
     * @param dead links that led nowhere, each with the file that it stood in
     */
    public record Written(int files, List<String> dead) {

        public Written {
            dead = List.copyOf(dead);
        }
    }

    /**
     * Writes the site.
     *
     * @param data goes into the folder {@code data} of the site
     * @throws SurroundingsException when the folder holds something else, or the disk does not do as it should
     */
    public static Written write(Pages pages, Path folder, DossierExport data, Collection<ExportFormat> formats) {
        List<String> before = filesOfBefore(folder);
        StaticSite site = new StaticSite(pages, folder);
        data.write(folder.resolve(DATA), formats).forEach(file -> site.take(DATA + "/" + file.getFileName()));
        site.write();
        before.stream().filter(name -> !site.written.contains(name)).forEach(site::remove);
        site.save(FILES, String.join("\n", site.written) + "\n");
        return new Written(site.written.size(), site.dead);
    }

    private static List<String> filesOfBefore(Path folder) {
        Path list = folder.resolve(FILES);
        try {
            if (Files.exists(list)) {
                return Files.readAllLines(list);
            }
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new SurroundingsException(folder
                        + " holds something else than a site; name an empty folder, or one that is not there yet");
            }
            return List.of();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + folder + ": " + failure.getMessage(), failure);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private void write() {
        Stylesheet style = Stylesheet.ofTheProgram();
        save(style.address().substring(1), style.text());
        scripts().forEach(this::saveScript);
        Set<SiteFile> seen = new LinkedHashSet<>();
        pages.addresses().forEach(address -> seen.add(SiteFile.of(address)));
        Deque<SiteFile> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            SiteFile file = open.remove();
            if (!file.name().equals(SEARCH)) {
                write(file).stream().filter(seen::add).forEach(open::add);
            }
        }
        writeSearch();
    }

    /** The scripts that pages without a server load, with what they import. */
    private static Set<String> scripts() {
        Scripts scripts = Scripts.ofTheProgram();
        Set<String> needed = new TreeSet<>(scripts.needed("question-page.js"));
        List.of("islands.css", "icon.svg", "site-search.js").forEach(name -> needed.add(scripts.address(name)));
        return needed;
    }

    private void saveScript(String address) {
        String text = Scripts.ofTheProgram().at(address).orElseThrow().text();
        save(address.substring(1), text);
    }

    /** @return the files that it links to */
    private Set<SiteFile> write(SiteFile file) {
        if (written.contains(file.name())) {
            return Set.of();
        }
        Optional<Page> page = pages.page(file.address());
        if (page.isEmpty()) {
            documents.at(file.address().path()).ifPresent(document -> save(file.name(), document.get()));
            return Set.of();
        }
        if (!page.get().type().equals("text/html")) {
            save(file.name(), page.get().body());
            return Set.of();
        }
        SitePage made = page(file, page.get());
        made.name().ifPresent(names::add);
        save(file.name(), made.html());
        return made.linked();
    }

    private SitePage page(SiteFile file, Page page) {
        SitePage made = new SitePage(file, UTF_8.decode(page.body().duplicate()).toString());
        made.withoutServer();
        made.link(this::isThere);
        dead.addAll(made.dead());
        return made;
    }

    private boolean isThere(SiteFile file) {
        return written.contains(file.name()) || known.computeIfAbsent(file, this::canBeMade);
    }

    private boolean canBeMade(SiteFile file) {
        return documents.at(file.address().path()).isPresent()
                || pages.page(file.address()).isPresent();
    }

    private void writeSearch() {
        SiteFile file = SiteFile.of(Address.of("/search"));
        SitePage page = page(file, pages.page(file.address()).orElseThrow());
        names.sort(Comparator.comparing(SiteName::name).thenComparing(SiteName::file));
        SiteFile index = new SiteFile(Address.of("/" + NAMES), NAMES);
        String script = Scripts.ofTheProgram().address("site-search.js");
        save(
                NAMES,
                "window.dossierNames = "
                        + json(names.stream().map(SiteName::parts).toList()) + ";\n");
        page.search(
                names.subList(0, Math.min(MOST_LISTED, names.size())),
                List.of(index, new SiteFile(Address.of(script), script.substring(1))));
        save(SEARCH, page.html());
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("lists of texts can be written", impossible);
        }
    }

    private void take(String name) {
        written.add(name);
    }

    private void save(String name, String text) {
        save(name, UTF_8.encode(text));
    }

    private void save(String name, ByteBuffer body) {
        Path file = folder.resolve(name);
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            take(name);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    private void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException failure) {
            throw new SurroundingsException(
                    "cannot remove " + folder.resolve(name) + ": " + failure.getMessage(), failure);
        }
    }
}
