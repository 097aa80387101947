package org.dossier.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.dossier.triples.Names;
import org.dossier.triples.SortedTurtle;
import org.dossier.vocabulary.Form;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.Vocabulary;

/**
 * JSON-LD whose keys are the names of the vocabulary's properties. It is written as it goes, since the algorithms of the
 * standard hold everything in memory several times.
 */
final class JsonLd {

    private static final String ID = "@id";

    /** What the text of a value stands for when nothing else is said. */
    private static final Map<Form, String> TYPES = Map.of(
            Form.THING, ID,
            Form.CONCEPT, ID,
            Form.ADDRESS, XSD.anyURI.getURI(),
            Form.INTEGER, XSD.integer.getURI(),
            Form.AMOUNT, XSD.decimal.getURI(),
            Form.MONEY, XSD.decimal.getURI(),
            Form.FLAG, XSD.xboolean.getURI());

    private final Map<String, String> prefixes;
    private final SortedTurtle names;
    private final Map<String, Property> terms = new TreeMap<>();

    JsonLd(Map<String, String> prefixes, Vocabulary vocabulary) {
        this.prefixes = prefixes;
        this.names = new SortedTurtle(prefixes);
        vocabulary.properties().stream()
                .filter(property -> !prefixes.containsKey(property.name()))
                .forEach(property -> terms.put(property.iri(), property));
    }

    /** The context alone, for those who write JSON of their own. */
    void context(OutputStream out) throws IOException {
        JsonGenerator json = generator(out);
        json.writeStartObject();
        context(json);
        json.writeEndObject();
        end(json);
    }

    /** A whole document, the context inside it, so that nobody has to fetch one. */
    void document(List<List<Triple>> blocks, OutputStream out) throws IOException {
        JsonGenerator json = generator(out);
        json.writeStartObject();
        context(json);
        json.writeArrayFieldStart("@graph");
        for (List<Triple> block : blocks) {
            node(block, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        end(json);
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(lines)
                .withArrayIndenter(lines)
                .withSeparators(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);
        json.setPrettyPrinter(printer);
        return json;
    }

    private static void end(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.close();
    }

    private void context(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("@context");
        json.writeNumberField("@version", 1.1);
        json.writeStringField("@vocab", Names.TERMS);
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            json.writeObjectFieldStart(prefix.getKey());
            json.writeStringField(ID, prefix.getValue());
            json.writeBooleanField("@prefix", true);
            json.writeEndObject();
        }
        for (Property term : terms.values()) {
            json.writeObjectFieldStart(term.name());
            json.writeStringField(ID, term.iri());
            if (TYPES.containsKey(term.form())) {
                json.writeStringField("@type", TYPES.get(term.form()));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void node(List<Triple> block, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(ID, iri(block.get(0).getSubject()));
        int from = 0;
        while (from < block.size()) {
            Node predicate = block.get(from).getPredicate();
            int to = from;
            while (to < block.size() && block.get(to).getPredicate().equals(predicate)) {
                to++;
            }
            values(predicate, block.subList(from, to), json);
            from = to;
        }
        json.writeEndObject();
    }

    private void values(Node predicate, List<Triple> triples, JsonGenerator json) throws IOException {
        boolean isType = predicate.equals(RDF.type.asNode());
        Optional<Property> term = Optional.ofNullable(terms.get(predicate.getURI()));
        json.writeFieldName(isType ? "@type" : term.map(Property::name).orElseGet(() -> iri(predicate)));
        String usual = term.map(property -> TYPES.get(property.form())).orElse("");
        if (triples.size() > 1) {
            json.writeStartArray();
        }
        for (Triple triple : triples) {
            value(triple.getObject(), isType ? ID : usual, json);
        }
        if (triples.size() > 1) {
            json.writeEndArray();
        }
    }

    private void value(Node value, String usual, JsonGenerator json) throws IOException {
        if (!value.isLiteral()) {
            if (usual.equals(ID)) {
                json.writeString(iri(value));
            } else {
                field(ID, iri(value), json);
            }
        } else if (!value.getLiteralLanguage().isEmpty()) {
            json.writeStartObject();
            json.writeStringField("@value", value.getLiteralLexicalForm());
            json.writeStringField("@language", value.getLiteralLanguage());
            json.writeEndObject();
        } else {
            typed(value.getLiteralLexicalForm(), value.getLiteralDatatypeURI(), usual, json);
        }
    }

    private void typed(String text, String datatype, String usual, JsonGenerator json) throws IOException {
        String plain = XSD.xstring.getURI();
        if (datatype.equals(usual.isEmpty() ? plain : usual)) {
            json.writeString(text);
        } else if (datatype.equals(plain)) {
            field("@value", text, json);
        } else {
            json.writeStartObject();
            json.writeStringField("@type", iri(NodeFactory.createURI(datatype)));
            json.writeStringField("@value", text);
            json.writeEndObject();
        }
    }

    private static void field(String name, String value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(name, value);
        json.writeEndObject();
    }

    /** Shortened as in the Turtle; what that puts in angle brackets stands here without them. */
    private String iri(Node term) {
        String written = names.term(term);
        return written.startsWith("<") ? written.substring(1, written.length() - 1) : written;
    }
}
