package org.dossier.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.dossier.explain.Things;
import org.dossier.query.Figures;
import org.dossier.triples.Names;

/**
 * What is said of a thing itself, property by property.
 *
 * @param classes and kinds of the thing
 * @param otherNames by which it is called too
 * @param text of a record, in its own words
 * @param lines the rest
 */
public record Description(
        List<Named> classes, List<String> otherNames, List<String> text, List<Line> lines, List<String> notes) {

    public Description {
        classes = List.copyOf(classes);
        otherNames = List.copyOf(otherNames);
        text = List.copyOf(text);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** A property with its values. */
    public record Line(String property, List<Named> values) {}

    private static final Node TEXT = Names.term("text");

    /** Shown elsewhere on the page, or only a means to something that is. */
    private static final List<Node> ELSEWHERE = List.of(
            RDF.type.asNode(),
            RDF.subject.asNode(),
            RDF.predicate.asNode(),
            RDF.object.asNode(),
            RDFS.label.asNode(),
            SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(),
            SKOS.note.asNode(),
            DCTerms.title.asNode(),
            Names.term("isHeld"),
            Names.term("isRegistrationOf"),
            Names.term("rollsUpTo"),
            Names.term("hasKind"),
            Names.term("hasRoot"),
            Names.term("independentRoots"),
            TEXT,
            Names.VALUE,
            Names.HAS_UNIT,
            Names.HAS_PRECISION,
            Names.HAS_EVIDENCE,
            Names.HAS_COUNTER_EVIDENCE,
            Names.HAS_STANDING,
            Names.QUOTE,
            Names.QUOTE_GRADE,
            Names.HEDGE,
            Names.LOCATOR);

    private static final Pattern MONEY = Pattern.compile("-?\\d+(\\.\\d+)?");

    static Description of(Node thing, Catalogue catalogue) {
        Things things = catalogue.things();
        List<Named> classes = new ArrayList<>();
        things.objects(thing, RDF.type.asNode()).forEach(type -> classes.add(catalogue.named(type)));
        things.objects(thing, Names.term("hasKind")).forEach(kind -> classes.add(catalogue.named(kind)));
        return new Description(
                classes,
                otherNames(thing, catalogue),
                texts(thing, TEXT, things).stream()
                        .filter(text -> !text.equals(catalogue.name(thing)))
                        .toList(),
                lines(thing, catalogue),
                texts(thing, SKOS.note.asNode(), things));
    }

    static List<String> otherNames(Node thing, Catalogue catalogue) {
        return texts(thing, SKOS.altLabel.asNode(), catalogue.things()).stream()
                .filter(name -> !name.equals(catalogue.name(thing)))
                .toList();
    }

    private static List<String> texts(Node thing, Node property, Things things) {
        return things.objects(thing, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .toList();
    }

    private static List<Line> lines(Node thing, Catalogue catalogue) {
        Map<String, List<Named>> byProperty = new TreeMap<>();
        catalogue
                .amount(thing)
                .filter(amount ->
                        !catalogue.things().objects(thing, Names.VALUE).isEmpty())
                .ifPresent(amount -> byProperty.put("amount", List.of(Named.plain(amount))));
        catalogue.graph().find(thing, Node.ANY, Node.ANY).mapWith(Triple::getPredicate).toList().stream()
                .distinct()
                .filter(property -> !ELSEWHERE.contains(property) && !needsClaim(property, catalogue))
                .forEach(property -> {
                    List<Named> values = catalogue.things().objects(thing, property).stream()
                            .filter(value -> !isListedUnderAnotherName(property, value, catalogue))
                            .map(value -> value(property, value, catalogue))
                            .toList();
                    if (!values.isEmpty()) {
                        byProperty.put(title(property, catalogue), values);
                    }
                });
        List<Named> listed = catalogue.things().subjects(Names.term("isRegistrationOf"), thing).stream()
                .map(catalogue::named)
                .toList();
        if (!listed.isEmpty()) {
            byProperty.put("listed in files as", listed);
        }
        return byProperty.entrySet().stream()
                .map(line -> new Line(FactMaker.capital(line.getKey()), line.getValue()))
                .toList();
    }

    /** What entries of registers are called is told by themselves; a thing that files list has a line of its own. */
    private static boolean isListedUnderAnotherName(Node property, Node value, Catalogue catalogue) {
        return property.equals(SKOS.exactMatch.asNode())
                && catalogue.heldToBe(value).isPresent();
    }

    private static String title(Node property, Catalogue catalogue) {
        return property.equals(SKOS.exactMatch.asNode()) ? "the same elsewhere" : catalogue.name(property);
    }

    private static boolean needsClaim(Node property, Catalogue catalogue) {
        return catalogue
                .things()
                .text(property, Names.NEEDS_CLAIM)
                .filter("true"::equals)
                .isPresent();
    }

    private static Named value(Node property, Node value, Catalogue catalogue) {
        if (!value.isLiteral()) {
            return catalogue.named(value);
        }
        String text = value.getLiteralLexicalForm();
        String type = value.getLiteralDatatypeURI();
        if (type.equals(XSD.anyURI.getURI())) {
            return Catalogue.address(text);
        }
        if (type.equals(XSD.xboolean.getURI())) {
            return Named.plain(text.equals("true") || text.equals("1") ? "yes" : "no");
        }
        if (property.equals(Names.term("triples"))) {
            return Named.plain(Figures.grouped(text));
        }
        boolean isMoney = Names.localName(property).matches(".*(Amount|Obligated)")
                && MONEY.matcher(text).matches();
        return Named.plain(isMoney ? Amounts.dollars(text) : text);
    }
}
