package org.dossier.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dossier.facts.DossierSettings;
import org.dossier.release.Manifest;

/** The data set in the words of schema.org, as search engines for data read them. */
final class Dataset {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Dataset() {}

    /** JSON-LD that may stand inside a script element: nothing in it can end the element or begin another. */
    static String json(Edition edition, Frame.Dossier dossier) {
        Manifest manifest = edition.manifest();
        DossierSettings settings = edition.settings();
        ObjectNode dataset = JSON.createObjectNode();
        dataset.put("@context", "https://schema.org/");
        dataset.put("@type", "Dataset");
        dataset.put("name", settings.title());
        if (settings.description() != null) {
            dataset.put("description", settings.description());
        }
        if (settings.licence() != null) {
            dataset.put("license", settings.licence());
        }
        if (settings.publisher() != null) {
            dataset.putObject("creator").put("@type", "Organization").put("name", settings.publisher());
        }
        dataset.put("version", manifest.id());
        dataset.put("dateModified", dossier.built());
        dataset.put("isAccessibleForFree", true);
        ArrayNode distributions = dataset.putArray("distribution");
        manifest.data().stream()
                .filter(file -> file.name().startsWith("units/"))
                .forEach(file -> distributions
                        .addObject()
                        .put("@type", "DataDownload")
                        .put("encodingFormat", "application/n-triples")
                        .put("contentUrl", "/data/" + file.name().substring("units/".length()))
                        .put("contentSize", Long.toString(file.bytes()))
                        .put("sha256", file.sha256()));
        return dataset.toString()
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
