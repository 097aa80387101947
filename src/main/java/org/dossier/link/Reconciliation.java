package org.dossier.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dossier.triples.Names;

/**
 * Answers the Reconciliation Service API 0.2 about a dossier, so that sheets can be matched to it in OpenRefine. It knows
 * JSON, not HTTP: each method takes what a request says and gives the text of its answer.
 *
 * <p>A candidate is a certain match only by an identifier under a name that agrees. A name, however equal, is a proposal.
 */
public final class Reconciliation {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SUGGESTED = 20;
    private static final List<String> SUGGESTIBLE = List.of("entity", "property", "type");
    private static final int MOST_EXTENDED = 1000;
    private static final int MOST_PROPERTIES = 50;
    private static final double PERCENT = 100;
    private static final double NEARLY_CERTAIN = 0.99;
    private static final double LEAST = 0.02;
    private static final int PREVIEW_WIDTH = 400;
    private static final int PREVIEW_HEIGHT = 140;

    private final String title;
    private final String base;
    private final ReconciledThings things;
    private final CandidateIndex index;

    /**
     * @param everything the whole dossier, its ontology included
     * @param base IRI that its ids are put behind
     * @param title what the service is called
     */
    public Reconciliation(Graph everything, String base, String title) {
        this.title = title;
        this.base = base;
        this.things = new ReconciledThings(everything, base);
        this.index = CandidateIndex.of(things.all());
    }

    /**
     * What the service can do.
     *
     * @param root address of the service, without a slash at its end
     * @param view address of a thing's page, without the id at its end
     */
    public String manifest(String root, String view) {
        ObjectNode manifest = JSON.objectNode();
        manifest.putArray("versions").add("0.2");
        manifest.put("name", title);
        manifest.put("identifierSpace", base);
        manifest.put("schemaSpace", Names.TERMS);
        manifest.set("defaultTypes", named(things.allTypes()));
        manifest.putObject("view").put("url", view + "{{id}}");
        ObjectNode suggest = manifest.putObject("suggest");
        for (String what : SUGGESTIBLE) {
            suggest.putObject(what)
                    .put("service_url", root)
                    .put("service_path", "/suggest/" + what)
                    .put("flyout_service_url", root)
                    .put("flyout_service_path", "/flyout/" + what + "?id=${id}");
        }
        manifest.putObject("preview")
                .put("url", root + "/preview?id={{id}}")
                .put("width", PREVIEW_WIDTH)
                .put("height", PREVIEW_HEIGHT);
        ObjectNode extend = manifest.putObject("extend");
        extend.putObject("propose_properties").put("service_url", root).put("service_path", "/properties");
        extend.putArray("property_settings");
        return manifest.toString();
    }

    private static ArrayNode named(SortedMap<String, String> names) {
        ArrayNode array = JSON.arrayNode();
        names.forEach((id, name) -> array.addObject().put("id", id).put("name", name));
        return array;
    }

    /**
     * Candidates for each query of a batch.
     *
     * @param batch JSON, as the parameter {@code queries} has it
     * @param pulse called before each query; what it throws ends the work
     * @throws ReconciliationRefusal when it does not follow the specification, or asks for too much at once
     */
    public String query(String batch, Runnable pulse) throws ReconciliationRefusal {
        ObjectNode answer = JSON.objectNode();
        ReconciliationQuery.batch(batch).forEach((key, query) -> {
            pulse.run();
            answer.putObject(key).set("result", candidates(query));
        });
        return answer.toString();
    }

    private ArrayNode candidates(ReconciliationQuery query) {
        ArrayNode result = JSON.arrayNode();
        if (query.isEmpty()) {
            return result;
        }
        index.candidates(query.profile(), index.size()).stream()
                .filter(candidate -> isOfType(candidate, query))
                .filter(candidate -> candidate.hasSameIdentifier() || isWorthShowing(candidate, query))
                .limit(query.limit())
                .forEach(candidate -> result.add(candidate(candidate, query)));
        return result;
    }

    private boolean isOfType(Candidate candidate, ReconciliationQuery query) {
        return query.types().isEmpty()
                || things.types(candidate.profile().id()).stream().anyMatch(query.types()::contains);
    }

    private static boolean isWorthShowing(Candidate candidate, ReconciliationQuery query) {
        return !query.name().isEmpty() && candidate.score().value() >= LEAST;
    }

    private ObjectNode candidate(Candidate candidate, ReconciliationQuery query) {
        Profile thing = candidate.profile();
        boolean isSure = candidate.hasSameIdentifier() && (query.name().isEmpty() || candidate.namesAgree());
        double value =
                query.name().isEmpty() ? NEARLY_CERTAIN : candidate.score().value();
        ObjectNode found = JSON.objectNode()
                .put("id", thing.id())
                .put("name", thing.label())
                .put("description", things.description(thing))
                .put("score", Math.rint(value * PERCENT * PERCENT) / PERCENT)
                .put("match", isSure);
        found.set("type", named(things.narrowTypes(thing.id())));
        ArrayNode features = found.putArray("features");
        candidate
                .score()
                .features()
                .forEach(feature -> features.addObject()
                        .put("id", feature.trait().name().toLowerCase(Locale.ROOT))
                        .put("value", feature.points()));
        return found;
    }

    // ---- suggest

    /**
     * Entities, properties or types with a name, or a word of one, that begins so.
     *
     * @param what {@code entity}, {@code property} or {@code type}
     * @param cursor how many of them are known already
     * @return nothing when there is no such kind of thing
     */
    public Optional<String> suggest(String what, String prefix, int cursor) {
        String wanted = folded(prefix);
        return switch (what) {
            case "entity" -> Optional.of(result(entities(wanted, cursor)));
            case "property" -> Optional.of(result(named(beginning(things.allProperties(), wanted, cursor))));
            case "type" -> Optional.of(result(named(beginning(things.allTypes(), wanted, cursor))));
            default -> Optional.empty();
        };
    }

    private static String result(ArrayNode found) {
        return JSON.objectNode().set("result", found).toString();
    }

    private ArrayNode entities(String wanted, int cursor) {
        ArrayNode result = JSON.arrayNode();
        things.beginning(wanted).skip(cursor).limit(SUGGESTED).forEach(thing -> {
            ObjectNode found = result.addObject()
                    .put("id", thing.id())
                    .put("name", thing.label())
                    .put("description", things.description(thing));
            found.set("notable", named(things.narrowTypes(thing.id())));
        });
        return result;
    }

    private static SortedMap<String, String> beginning(SortedMap<String, String> names, String wanted, int cursor) {
        SortedMap<String, String> found = new TreeMap<>();
        names.entrySet().stream()
                .filter(each -> begins(folded(each.getValue()), wanted) || begins(folded(each.getKey()), wanted))
                .skip(cursor)
                .limit(SUGGESTED)
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    static String folded(String name) {
        return String.join(" ", NameReader.shared().foldedWords(name));
    }

    /** @param folded name and prefix, both without capitals, accents and signs */
    static boolean begins(String folded, String prefix) {
        return (" " + folded).contains(" " + prefix);
    }

    // ---- flyout

    /**
     * A few words about what was suggested, to be shown beside it.
     *
     * @param what {@code entity}, {@code property} or {@code type}
     * @return nothing when there is none of this id
     */
    public Optional<String> flyout(String what, String id) {
        return about(what, id)
                .map(text -> JSON.objectNode()
                        .put("id", id)
                        .put("html", "<p>" + StringEscapeUtils.escapeHtml4(text) + "</p>")
                        .toString());
    }

    private Optional<String> about(String what, String id) {
        return switch (what) {
            case "entity" -> things.thing(id).map(thing -> thing.label() + " (" + things.description(thing) + ")");
            case "property" -> things.definitionOfProperty(id);
            case "type" -> things.definitionOfType(id);
            default -> Optional.empty();
        };
    }

    // ---- extend

    /**
     * Properties that things of a class have.
     *
     * @param type local name of the class; empty for any
     * @param limit most wanted; at most 50 are given
     */
    public String proposeProperties(String type, int limit) {
        SortedMap<String, String> found = new TreeMap<>();
        things.propertiesOf(type).entrySet().stream()
                .limit(Math.max(1, Math.min(MOST_PROPERTIES, limit)))
                .forEach(property -> found.put(property.getKey(), property.getValue()));
        ObjectNode answer = JSON.objectNode();
        if (!type.isEmpty()) {
            answer.put("type", type);
        }
        answer.set("properties", named(found));
        return answer.toString();
    }

    /**
     * Values of some properties of some things.
     *
     * @param request JSON, as the parameter {@code extend} has it
     * @param pulse called before each row; what it throws ends the work
     * @throws ReconciliationRefusal when it does not follow the specification, or asks for too much at once
     */
    public String extend(String request, Runnable pulse) throws ReconciliationRefusal {
        JsonNode asked = ReconciliationQuery.object(request, "extend");
        JsonNode ids = asked.path("ids");
        JsonNode properties = asked.path("properties");
        if (!ids.isArray() || !properties.isArray()) {
            throw new ReconciliationRefusal("extend has no lists 'ids' and 'properties'");
        }
        if (ids.size() > MOST_EXTENDED || properties.size() > MOST_PROPERTIES) {
            throw new ReconciliationRefusal(
                    "extend takes at most " + MOST_EXTENDED + " ids and " + MOST_PROPERTIES + " properties at once");
        }
        ObjectNode answer = JSON.objectNode();
        ArrayNode meta = answer.putArray("meta");
        SortedMap<String, String> known = things.allProperties();
        properties.forEach(property -> {
            String id = property.path("id").asText("");
            meta.addObject().put("id", id).put("name", known.getOrDefault(id, id));
        });
        ObjectNode rows = answer.putObject("rows");
        ids.forEach(id -> {
            pulse.run();
            rows.set(id.asText(""), row(id.asText(""), properties));
        });
        return answer.toString();
    }

    private ObjectNode row(String id, JsonNode properties) {
        ObjectNode row = JSON.objectNode();
        properties.forEach(property -> {
            ArrayNode values = row.putArray(property.path("id").asText(""));
            things.values(id, property.path("id").asText("")).forEach(value -> values.add(value(value)));
        });
        return row;
    }

    private ObjectNode value(Node value) {
        Optional<String> id = things.idOf(value);
        if (id.isPresent()) {
            return JSON.objectNode().put("id", id.get()).put("name", things.label(value, id.get()));
        }
        if (!value.isLiteral()) {
            return JSON.objectNode().put("str", value.toString());
        }
        String text = value.getLiteralLexicalForm();
        return value.getLiteral().isWellFormed()
                        && XSDDatatype.XSDinteger.getURI().equals(value.getLiteralDatatypeURI())
                ? JSON.objectNode().put("int", new BigInteger(text))
                : JSON.objectNode().put("str", text);
    }

    // ---- preview

    /**
     * A small page about a thing; nothing when there is none of this id.
     *
     * @param view address of a thing's page, without the id at its end
     */
    public Optional<String> preview(String id, String view) {
        return things.thing(id).map(thing -> """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
                <body><p><strong><a href="%2$s" target="_blank" rel="noopener">%1$s</a></strong></p><p>%3$s</p></body></html>
                """.formatted(
                        StringEscapeUtils.escapeHtml4(thing.label()),
                        StringEscapeUtils.escapeHtml4(view + id),
                        StringEscapeUtils.escapeHtml4(things.description(thing))));
    }
}
