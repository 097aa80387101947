package org.dossier.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.dossier.problem.SurroundingsException;

/**
 * Asks a Reconciliation Service (API 0.2) elsewhere for entries that may be things of a dossier. What it answers is taken as
 * candidates only: they are scored here, like those of any other register.
 */
final class ReconciliationClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int MOVED = 300;
    private static final int MISTAKEN = 400;
    private static final int QUERIES_AT_ONCE = 10;
    private static final int IDS_AT_ONCE = 50;
    private static final int NAMES_ASKED_FOR = 3;
    private static final int CANDIDATES = 5;
    private static final int LONGEST_NAME = 1000;
    private static final int MOST_BYTES = 4 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("[^\\s\\p{Cntrl}<>\"{}|\\\\^`]{1,200}");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LONGEST)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Target.Service service;
    private final SortedMap<String, String> properties;

    /** @param properties by which the service states identifiers, by their schemes */
    ReconciliationClient(Target.Service service, Map<String, String> properties) {
        this.service = service;
        this.properties = new TreeMap<>(properties);
    }

    /**
     * All entries that the service finds for any of the things, in order of their ids.
     *
     * @throws SurroundingsException when it cannot be reached, refuses, or does not answer as such a service does
     */
    List<Profile> entriesFor(List<Profile> things) {
        JsonNode manifest = json(get());
        if (!manifest.path("identifierSpace").isTextual()) {
            throw strange("it has no manifest");
        }
        SortedMap<String, String> names = new TreeMap<>();
        List<ObjectNode> queries =
                things.stream().flatMap(thing -> queries(thing).stream()).toList();
        parts(queries, QUERIES_AT_ONCE).forEach(part -> takeCandidates(part, names));
        Map<String, Map<String, Set<String>>> identifiers =
                properties.isEmpty() || manifest.path("extend").isMissingNode()
                        ? Map.of()
                        : identifiers(List.copyOf(names.keySet()));
        return names.entrySet().stream()
                .map(entry -> new Profile(
                        entry.getKey(),
                        List.of(Name.preferred(entry.getValue())),
                        identifiers.getOrDefault(entry.getKey(), Map.of()),
                        Context.UNKNOWN))
                .toList();
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            parts.add(all.subList(i, Math.min(all.size(), i + size)));
        }
        return parts;
    }

    // ---- candidates

    /** A query for each of the first names, with what identifiers the service knows by a property. */
    private List<ObjectNode> queries(Profile thing) {
        Set<String> names = new LinkedHashSet<>();
        thing.names().stream().limit(NAMES_ASKED_FOR).forEach(name -> names.add(name.text()));
        return names.stream().map(name -> query(name, thing)).toList();
    }

    private ObjectNode query(String name, Profile thing) {
        ObjectNode query = JSON.createObjectNode().put("query", name).put("limit", CANDIDATES);
        if (service.type() != null) {
            query.put("type", service.type());
        }
        ArrayNode known = JSON.createArrayNode();
        properties.forEach((scheme, property) -> thing.identifiers().getOrDefault(scheme, Set.of()).stream()
                .sorted()
                .forEach(value -> known.addObject().put("pid", property).put("v", value)));
        if (!known.isEmpty()) {
            query.set("properties", known);
        }
        return query;
    }

    private void takeCandidates(List<ObjectNode> queries, Map<String, String> names) {
        ObjectNode batch = JSON.createObjectNode();
        queries.forEach(query -> batch.set("q" + batch.size(), query));
        JsonNode answer = json(post("queries", batch));
        batch.fieldNames().forEachRemaining(key -> {
            JsonNode result = answer.path(key).path("result");
            if (!result.isArray()) {
                throw strange("it leaves out the result of a query");
            }
            result.forEach(candidate -> take(candidate, names));
        });
    }

    /** What it says is shown to people and written into files, so signs that do neither any good are left out. */
    private static void take(JsonNode candidate, Map<String, String> names) {
        String id = candidate.path("id").asText("");
        String name = candidate
                .path("name")
                .asText("")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        if (ID.matcher(id).matches() && !name.isEmpty() && name.length() <= LONGEST_NAME) {
            names.putIfAbsent(id, name);
        }
    }

    // ---- identifiers

    private Map<String, Map<String, Set<String>>> identifiers(List<String> ids) {
        Map<String, Map<String, Set<String>>> found = new TreeMap<>();
        for (List<String> part : parts(ids, IDS_AT_ONCE)) {
            ObjectNode request = JSON.createObjectNode();
            part.forEach(request.putArray("ids")::add);
            ArrayNode wanted = request.putArray("properties");
            properties.values().forEach(property -> wanted.addObject().put("id", property));
            JsonNode rows = json(post("extend", request)).path("rows");
            part.forEach(id -> found.put(id, identifiers(rows.path(id))));
        }
        return found;
    }

    private Map<String, Set<String>> identifiers(JsonNode row) {
        Map<String, Set<String>> identifiers = new TreeMap<>();
        properties.forEach((scheme, property) -> {
            Set<String> values = new TreeSet<>();
            row.path(property).forEach(value -> {
                String text = value.path("str").asText(value.path("id").asText(""));
                if (ID.matcher(text).matches()) {
                    values.add(text);
                }
            });
            if (!values.isEmpty()) {
                identifiers.put(scheme, values);
            }
        });
        return identifiers;
    }

    // ---- HTTP

    private HttpRequest get() {
        return request().GET().build();
    }

    private HttpRequest post(String parameter, JsonNode value) {
        return request()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(parameter + "=" + URLEncoder.encode(value.toString(), UTF_8)))
                .build();
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(service.address()).header("Accept", "application/json");
    }

    private JsonNode json(HttpRequest request) {
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() >= MOVED && response.statusCode() < MISTAKEN) {
            throw new SurroundingsException("the service at " + service.address() + " has moved to "
                    + response.headers().firstValue("Location").orElse("another address"));
        }
        if (response.statusCode() != OK) {
            throw new SurroundingsException("the service at " + service.address() + " answers with status "
                    + response.statusCode()
                    + response.headers()
                            .firstValue("Retry-After")
                            .map("; it wants to be asked again after "::concat)
                            .orElse(""));
        }
        try {
            return JSON.readTree(new String(response.body(), UTF_8));
        } catch (JsonProcessingException malformed) {
            throw strange("it answers with something that is no JSON");
        }
    }

    /** The limit holds for the whole answer; that of a request alone would end with its first byte. */
    private HttpResponse<byte[]> send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, head -> new LimitedBody(MOST_BYTES));
        try {
            return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw unreachable("no answer within " + LONGEST.toSeconds() + " s", late);
        } catch (ExecutionException failure) {
            throw unreachable(reason(failure), failure);
        } catch (InterruptedException end) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable("interrupted", end);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause != null) {
            return reason(cause);
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private SurroundingsException unreachable(String reason, Exception cause) {
        return new SurroundingsException("cannot ask the service at " + service.address() + ": " + reason, cause);
    }

    private SurroundingsException strange(String what) {
        return new SurroundingsException("what is at " + service.address() + " is no Reconciliation Service: " + what);
    }
}
