package org.dossier.pages.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.triples.Sha256;

/**
 * Every script that a page may load, under an address that changes with its content, so that it may be kept for ever. Only
 * scripts of known libraries are to be had, and no other file of the class path.
 */
public final class Scripts {

    /** Where all of them are, within the site. */
    public static final String FOLDER = "/static/";

    /** Those of our own, each importing others of the same folder by a relative name, with the style and the icon of pages. */
    private static final List<String> OWN = List.of(
            "completion.js",
            "editor.js",
            "fields.js",
            "history.js",
            "icon.svg",
            "islands.css",
            "picture.js",
            "question-page.js",
            "site-search.js",
            "sparql-page.js");

    /** What a module imports, as our scripts and those of the libraries write it. */
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^(?:import|export|\\}) ?[^'\"\\n;]*?(?:from )?['\"]([^'\"\\n]+)['\"]");

    private static final int DIGITS = 12;

    private static final Scripts OF_THE_PROGRAM = new Scripts();

    private final Map<String, WebFile> own = new TreeMap<>();
    private final String ownFolder;

    private Scripts() {
        StringBuilder contents = new StringBuilder();
        for (String name : OWN) {
            WebFile file = WebFile.inside(name)
                    .orElseThrow(() -> new IllegalStateException("the program has no " + name + " inside"));
            own.put(name, file);
            contents.append(name + "\n" + file.text() + "\n");
        }
        ownFolder = "own/" + Sha256.of(contents.toString()).substring(0, DIGITS) + "/";
    }

    /** Those inside the program. */
    public static Scripts ofTheProgram() {
        return OF_THE_PROGRAM;
    }

    /** Where one of our own scripts is, within the site. */
    public String address(String name) {
        if (!own.containsKey(name)) {
            throw new IllegalArgumentException("there is no script " + name);
        }
        return FOLDER + ownFolder + name;
    }

    /** The addresses of one of our scripts and of all that it imports, and these import. */
    public Set<String> needed(String name) {
        Map<String, String> imports = imports("/");
        List<String> open = new ArrayList<>(List.of(address(name)));
        for (int i = 0; i < open.size(); i++) {
            String importing = open.get(i);
            Matcher imported = IMPORT.matcher(at(importing).orElseThrow().text());
            while (imported.find()) {
                String address = resolved(importing, imported.group(1), imports);
                if (!open.contains(address)) {
                    open.add(address);
                }
            }
        }
        return Set.copyOf(open);
    }

    private static String resolved(String importing, String imported, Map<String, String> imports) {
        if (imported.startsWith(".")) {
            return URI.create(importing).resolve(imported).toString();
        }
        String whole = imports.get(imported);
        if (whole != null) {
            return whole;
        }
        return imports.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/") && imported.startsWith(entry.getKey()))
                .map(entry ->
                        entry.getValue() + imported.substring(entry.getKey().length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no library of the program is called " + imported));
    }

    /** Changes whenever a script or the address of one does. */
    public String version() {
        return Sha256.of(ownFolder + importMap("/")).substring(0, DIGITS);
    }

    /** What is at an address within the site; nothing when that is no script. */
    public Optional<WebFile> at(String path) {
        String ours = FOLDER + ownFolder;
        if (path.startsWith(ours)) {
            return Optional.ofNullable(own.get(path.substring(ours.length())));
        }
        return WebLibrary.ALL.stream()
                .filter(library -> path.startsWith(FOLDER + library.address()))
                .findFirst()
                .flatMap(library -> library.file(path.substring((FOLDER + library.address()).length())));
    }

    /**
     * The import map of a page: by it a browser finds a library under its bare name, and its parts behind that.
     *
     * @param root what addresses within the site begin with in place of the first {@code /}
     */
    public String importMap(String root) {
        try {
            return new ObjectMapper().writeValueAsString(Map.of("imports", imports(root)));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("a map of texts can be written", impossible);
        }
    }

    private static Map<String, String> imports(String root) {
        Map<String, String> imports = new TreeMap<>();
        String folder = root + FOLDER.substring(1);
        WebLibrary.ALL.forEach(library -> {
            imports.put(library.name(), folder + library.address() + library.entry());
            imports.put(library.name() + "/", folder + library.address());
        });
        return imports;
    }

    /** How a Content-Security-Policy names an inline script that it allows. */
    public static String policyHash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java has SHA-256", missing);
        }
    }
}
