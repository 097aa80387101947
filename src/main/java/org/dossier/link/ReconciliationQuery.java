package org.dossier.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.dossier.problem.JsonMistake;
import org.jspecify.annotations.Nullable;

/**
 * One query of a batch.
 *
 * @param name to look for; empty when only identifiers are given
 * @param types of which a candidate must have one; empty when any will do
 * @param limit most candidates wanted
 * @param identifiers that a candidate may state, by scheme
 */
record ReconciliationQuery(String name, Set<String> types, int limit, Map<String, Set<String>> identifiers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_QUERIES = 500;
    private static final int USUAL = 10;
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 1000;

    ReconciliationQuery {
        types = Set.copyOf(types);
        identifiers = Map.copyOf(identifiers);
    }

    /**
     * The queries of a batch, by the names that they have there.
     *
     * @throws ReconciliationRefusal when this is no batch
     */
    static Map<String, ReconciliationQuery> batch(String json) throws ReconciliationRefusal {
        JsonNode batch = object(json, "queries");
        if (batch.size() > MOST_QUERIES) {
            throw new ReconciliationRefusal(
                    "a batch has at most " + MOST_QUERIES + " queries, this one " + batch.size());
        }
        Map<String, ReconciliationQuery> queries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> query : batch.properties()) {
            queries.put(query.getKey(), of(query.getKey(), query.getValue()));
        }
        return queries;
    }

    static JsonNode object(String json, String what) throws ReconciliationRefusal {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isObject()) {
                return root;
            }
            throw new ReconciliationRefusal(what + " is no JSON object");
        } catch (JsonProcessingException malformed) {
            throw new ReconciliationRefusal(what + " is no JSON: " + JsonMistake.words(malformed));
        }
    }

    private static ReconciliationQuery of(String key, JsonNode query) throws ReconciliationRefusal {
        if (!query.isObject()) {
            throw new ReconciliationRefusal("query '" + key + "' is no object");
        }
        String name = query.path("query").asText("").strip();
        Map<String, Set<String>> identifiers = identifiers(query.path("properties"));
        if (!query.has("query") && query.path("properties").isEmpty()) {
            throw new ReconciliationRefusal("query '" + key + "' has neither 'query' nor 'properties'");
        }
        if (name.length() > LONGEST_NAME) {
            throw new ReconciliationRefusal("query '" + key + "' is longer than any name");
        }
        boolean isMere = query.path("type_strict").asText("any").equals("should");
        return new ReconciliationQuery(
                name, isMere ? Set.of() : texts(query.path("type")), limit(key, query.get("limit")), identifiers);
    }

    private static int limit(String key, @Nullable JsonNode limit) throws ReconciliationRefusal {
        if (limit == null || limit.isNull()) {
            return USUAL;
        }
        if (!limit.isIntegralNumber() || limit.bigIntegerValue().signum() <= 0) {
            throw new ReconciliationRefusal(
                    "the limit of query '" + key + "' is " + limit + "; write a whole number from 1 on");
        }
        return limit.bigIntegerValue().min(BigInteger.valueOf(MOST)).intValue();
    }

    /** A cell of a sheet may be empty, and matches nothing then. */
    boolean isEmpty() {
        return name.isEmpty() && identifiers.isEmpty();
    }

    private static Map<String, Set<String>> identifiers(JsonNode properties) {
        Map<String, Set<String>> identifiers = new HashMap<>();
        for (JsonNode property : properties) {
            String scheme = DossierProfiles.scheme(property.path("pid").asText(""));
            Set<String> values = texts(property.path("v"));
            if (!scheme.isEmpty() && !values.isEmpty()) {
                identifiers.computeIfAbsent(scheme, unseen -> new HashSet<>()).addAll(values);
            }
        }
        return identifiers;
    }

    /** One text or several; of things that were matched before, their ids. */
    private static Set<String> texts(JsonNode value) {
        List<JsonNode> values = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).toList()
                : List.of(value);
        Set<String> texts = new HashSet<>();
        for (JsonNode each : values) {
            String text = (each.isObject() ? each.path("id") : each).asText("").strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** As somebody whose name and identifiers are known. */
    Profile profile() {
        return new Profile("query", List.of(Name.preferred(name.isEmpty() ? "?" : name)), identifiers, Context.UNKNOWN);
    }
}
