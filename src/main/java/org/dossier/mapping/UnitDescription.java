package org.dossier.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dossier.claim.PartialDate;
import org.dossier.triples.Literals;
import org.dossier.triples.Names;
import org.dossier.triples.Sha256;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The source that one file is, the evidence that all its rows are, and what follows from them for each record. Records of
 * one file against which nothing speaks all stand alike, so that their standing is found out once, and written with them
 * as {@code ontology/rules/standing.rq} would.
 */
final class UnitDescription {

    private static final int DIGITS_OF_HASH = 12;
    private static final int DIGITS_OF_WORDS = 8;
    private static final String PRIMARY = "primary-record";
    private static final String SECONDARY = "secondary-account";

    private final ImportFolder folder;
    private final String fileName;
    private final String sha256;
    private final Node source;
    private final Node evidence;

    UnitDescription(ImportFolder folder, String fileName, String sha256) {
        this.folder = folder;
        this.fileName = fileName;
        this.sha256 = sha256;
        String name = folder.name() + "-" + sha256.substring(0, DIGITS_OF_HASH);
        this.source = NodeFactory.createURI(folder.base() + "source-" + name);
        this.evidence = NodeFactory.createURI(folder.base() + "evidence-" + name);
    }

    /**
     * What is said of the file itself.
     *
     * @param hasRecords whether records rest on it, so that it is the root of something
     */
    List<Triple> triples(ImportSettings settings, boolean hasRecords) {
        SourceDescription description = folder.source();
        Node title = Literals.text(description.title() + ", " + fileName);
        List<Triple> triples = new ArrayList<>();
        triples.add(Triple.create(source, RDF.type.asNode(), Names.SOURCE));
        triples.add(Triple.create(source, RDFS.label.asNode(), title));
        triples.add(Triple.create(source, DCTerms.title.asNode(), title));
        triples.add(Triple.create(source, Names.term("hasKind"), Names.kind(description.kind())));
        triples.add(Triple.create(source, Names.SHA256, Literals.text(sha256)));
        add(DCTerms.creator.asNode(), text(description.publisher()), triples);
        add(Names.term("address"), address(description.homepage()), triples);
        add(DCTerms.license.asNode(), licence(description.licence()), triples);
        add(DCTerms.issued.asNode(), date(description.date()), triples);
        add(Names.term("retrieved"), date(settings.retrieved()), triples);
        triples.add(Triple.create(evidence, RDF.type.asNode(), Names.EVIDENCE));
        triples.add(Triple.create(evidence, Names.IS_QUOTED_FROM, source));
        triples.add(Triple.create(evidence, Names.QUOTE_GRADE, Names.kind("not-applicable")));
        if (settings.writesStanding() && hasRecords) {
            // An account of something else at hand is not the origin at hand.
            triples.add(Triple.create(source, Names.term("isHeld"), Literals.flag(!isA(SECONDARY))));
        }
        return triples;
    }

    private void add(Node property, Optional<Node> value, List<Triple> triples) {
        value.ifPresent(node -> triples.add(Triple.create(source, property, node)));
    }

    private static Optional<Node> text(@Nullable String text) {
        return Optional.ofNullable(text).map(Literals::text);
    }

    private static Optional<Node> address(@Nullable String address) {
        return Optional.ofNullable(address).map(Literals::address);
    }

    private static Optional<Node> licence(@Nullable String licence) {
        return licence != null && Texts.isWebAddress(licence) ? address(licence) : text(licence);
    }

    private static Optional<Node> date(@Nullable PartialDate date) {
        return Optional.ofNullable(date).map(Literals::date);
    }

    /** What every record of the file has: its evidence, and the standing that follows. */
    List<TripleCode> ofEachRecord(Code record, ImportSettings settings) {
        List<TripleCode> triples = new ArrayList<>();
        triples.add(triple(record, Names.HAS_EVIDENCE, evidence));
        if (settings.writesStanding()) {
            triples.add(triple(record, Names.HAS_STANDING, Names.kind(isA(PRIMARY) ? "documented" : "reported")));
            triples.add(triple(record, Names.term("independentRoots"), Literals.whole(1)));
            triples.add(triple(record, Names.term("hasRoot"), source));
        }
        return triples;
    }

    /** The evidence that words of a description are; the same words for the same thing are one. */
    Node passage(Mention mention) {
        String words = Sha256.of(mention.words()).substring(0, DIGITS_OF_WORDS);
        return NodeFactory.createURI(String.join("-", evidence.getURI(), Names.localName(mention.thing()), words));
    }

    /**
     * What is said of a record that mentions something, and of the words in it.
     *
     * @param thing that is mentioned
     * @param passage the evidence that the words are
     */
    List<TripleCode> ofEachMention(Code record, Code thing, Code words, Code passage) {
        return List.of(
                new TripleCode(record, new Known.Constant(Names.term("mentions")), thing),
                new TripleCode(record, new Known.Constant(Names.HAS_EVIDENCE), passage),
                triple(passage, RDF.type.asNode(), Names.EVIDENCE),
                triple(passage, Names.IS_QUOTED_FROM, source),
                triple(passage, Names.QUOTE_GRADE, Names.kind("exact")),
                new TripleCode(passage, new Known.Constant(Names.QUOTE), words),
                new TripleCode(passage, new Known.Constant(Names.term("isNameOf")), thing));
    }

    private static TripleCode triple(Code record, Node property, Node value) {
        return new TripleCode(record, new Known.Constant(property), new Known.Constant(value));
    }

    /** Whether the file's kind of source is this one, or stands below it. */
    private boolean isA(String kind) {
        Vocabulary vocabulary = folder.vocabulary();
        String at = folder.source().kind();
        while (at != null && !at.equals(kind)) {
            at = vocabulary.concept(at).map(Concept::broader).orElse(null);
        }
        return at != null;
    }
}
