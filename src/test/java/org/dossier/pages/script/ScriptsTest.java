package org.dossier.pages.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

    /** What a module imports, in the forms that our scripts and those of the libraries use. */
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^(?:import|export|\\}) ?[^'\"\\n;]*from ['\"]([^'\"]+)['\"]");

    private final Scripts scripts = Scripts.ofTheProgram();

    private Map<String, String> imports() throws IOException {
        JsonNode map = new ObjectMapper().readTree(scripts.importMap("/")).path("imports");
        return new ObjectMapper().convertValue(map, new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }

    private String text(String address) {
        return scripts.at(address).map(WebFile::text).orElseThrow(() -> new AssertionError(address));
    }

    private static String resolved(String importing, String imported, Map<String, String> imports) {
        if (imported.startsWith(".")) {
            return java.net.URI.create(importing).resolve(imported).toString();
        }
        if (imports.containsKey(imported)) {
            return imports.get(imported);
        }
        Optional<String> folder = imports.keySet().stream()
                .filter(name -> name.endsWith("/") && imported.startsWith(name))
                .findFirst();
        return folder.map(name -> imports.get(name) + imported.substring(name.length()))
                .orElseThrow(() -> new AssertionError(imported));
    }

    @Test
    void everythingThatAScriptImportsIsThere() throws IOException {
        Map<String, String> imports = imports();
        List<String> open = new ArrayList<>(List.of(scripts.address("sparql-page.js")));
        for (int i = 0; i < open.size(); i++) {
            String address = open.get(i);
            Matcher matcher = IMPORT.matcher(text(address));
            while (matcher.find()) {
                String next = resolved(address, matcher.group(1), imports);
                if (!open.contains(next)) {
                    open.add(next);
                }
            }
        }

        assertThat(open)
                .hasSizeGreaterThan(15)
                .anyMatch(address -> address.contains("/codemirror__legacy-modes/"))
                .anyMatch(address -> address.endsWith("/cytoscape.esm.min.mjs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package.json",
                "LICENSE",
                "dist/index.d.ts",
                "../../../../../../org/dossier/pages/script/editor.js",
                "dist/../dist/index.js",
                "./dist/index.js",
                "dist//index.js",
                ".hidden/index.js",
                "dist\\index.js",
                "dist/none.js",
                ""
            })
    void givesNothingOfALibraryButItsScripts(String file) throws IOException {
        String folder = imports().get("@codemirror/view/");

        assertThat(scripts.at(folder + "dist/index.js")).isPresent();
        assertThat(scripts.at(folder + file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/npm/codemirror__view/1.0.0/dist/index.js",
                "/static/npm/jquery/1.0.0/index.js",
                "/static/own/000000000000/editor.js",
                "/static/",
                "/static/own/../own/editor.js",
                "/org/dossier/pages/script/editor.js"
            })
    void givesNothingElse(String path) {
        assertThat(scripts.at(path)).isEmpty();
    }

    @Test
    void givesEachOwnScriptUnderItsAddressOnly() {
        String address = scripts.address("history.js");

        assertThat(address).matches("/static/own/[0-9a-f]{12}/history\\.js");
        assertThat(scripts.at(address).map(WebFile::type)).contains("text/javascript");
        assertThat(scripts.at(address.replace("history.js", "../history.js"))).isEmpty();
    }

    @Test
    void allowsExactlyTheImportMapOfAPage() {
        assertThat(Scripts.policyHash("")).isEqualTo("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
        assertThat(Scripts.policyHash(scripts.importMap("/")))
                .isNotEqualTo(Scripts.policyHash(scripts.importMap("../")));
    }
}
