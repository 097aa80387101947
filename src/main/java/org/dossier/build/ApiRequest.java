package org.dossier.build;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.problem.JsonMistake;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;

/**
 * A question to an API, kept as text in {@code imports/NAME/requests/QUESTION.json}, so that anybody can see what a file
 * was filtered by, and ask again.
 *
 * @param name the file's, without its ending
 * @param address that it is sent to
 * @param body what is sent
 * @param mostRows how many rows are taken of an answer that comes in pages
 */
public record ApiRequest(String name, URI address, ObjectNode body, long mostRows) {

    private static final long USUAL_ROWS = 100_000;
    private static final Set<String> KEYS = Set.of("address", "body", "most rows");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .build();

    private static Path folder(Path dossier, String importName) {
        return dossier.resolve("imports").resolve(importName).resolve("requests");
    }

    /** The names of the questions that an import keeps, in the order of the alphabet. */
    public static List<String> names(Path dossier, String importName) {
        Path folder = folder(dossier, importName);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.replaceFirst("\\.json$", ""))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + folder + ": " + failure.getMessage(), failure);
        }
    }

    /**
     * Reads a question.
     *
     * @param problems gets what is wrong with its file
     * @return nothing when there are problems
     */
    public static Optional<ApiRequest> read(Path dossier, String importName, String name, Problems problems) {
        Path file = folder(dossier, importName).resolve(name + ".json");
        String shown = "imports/" + importName + "/requests/" + name + ".json";
        try {
            JsonNode read = JSON.readTree(Files.readString(file));
            return read instanceof ObjectNode question ? of(name, question, shown, problems) : wrong(shown, problems);
        } catch (JsonProcessingException broken) {
            problems.error(
                    JsonMistake.place(shown, broken),
                    "request-file",
                    "this is no JSON: " + JsonMistake.words(broken),
                    "");
            return Optional.empty();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    private static Optional<ApiRequest> of(String name, ObjectNode question, String shown, Problems problems) {
        Problems own = new Problems();
        question.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                report(shown, "'" + key + "' is no key of a request", "the keys are address, body, most rows", own);
            }
        });
        URI address = address(question.path("address").asText(""));
        if (!Web.isAddress(address)) {
            report(shown, "it has no address that begins with https://", "add \"address\": \"https://…\"", own);
        }
        if (!(question.path("body") instanceof ObjectNode)) {
            report(shown, "it has no body", "add \"body\": { … }, as the API wants it", own);
        } else if (question.path("body").has("page")) {
            report(shown, "the body names a page", "leave 'page' out: all pages are asked for", own);
        }
        JsonNode most = question.path("most rows");
        if (!most.isMissingNode() && !(most.canConvertToLong() && most.asLong() > 0)) {
            report(shown, "'most rows' is no number above zero", "write 100000", own);
        }
        problems.addAll(own.list());
        return own.hasErrors()
                ? Optional.empty()
                : Optional.of(
                        new ApiRequest(name, address, (ObjectNode) question.path("body"), most.asLong(USUAL_ROWS)));
    }

    private static Optional<ApiRequest> wrong(String shown, Problems problems) {
        report(shown, "a request is a JSON object", "write { \"address\": \"https://…\", \"body\": { … } }", problems);
        return Optional.empty();
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException noAddress) {
            return URI.create("");
        }
    }

    private static void report(String file, String message, String remedy, Problems problems) {
        problems.error(Place.wholeFile(file), "request-file", message, remedy);
    }

    /** What is sent and where, for whoever is to know it beforehand. */
    public String text() {
        return "POST " + address + "\n" + Objects.requireNonNull(body.toPrettyString());
    }

    /** The body for one of the pages, counted from 1; the first is asked for as the file says. */
    String page(int number) {
        return number == 1
                ? body.toString()
                : body.deepCopy().put("page", number).toString();
    }
}
