package org.dossier.pages.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

    private final Scripts scripts = Scripts.ofTheProgram();

    private Map<String, String> imports() throws IOException {
        JsonNode map = new ObjectMapper().readTree(scripts.importMap("/")).path("imports");
        return new ObjectMapper().convertValue(map, new TypeReference<>() {});
    }

    @Test
    void everythingThatAScriptImportsIsThere() {
        Set<String> needed = scripts.needed("sparql-page.js");

        assertThat(needed)
                .hasSizeGreaterThan(15)
                .allMatch(address -> scripts.at(address).isPresent())
                .anyMatch(address -> address.contains("/codemirror__legacy-modes/"))
                .anyMatch(address -> address.contains("/style-mod/"))
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
