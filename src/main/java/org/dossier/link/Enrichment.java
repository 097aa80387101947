package org.dossier.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.dossier.claim.EntityId;
import org.dossier.triples.IriScheme;
import org.dossier.triples.Literals;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/**
 * What a target states of the entries that people accepted as the same: identifiers, and the parents that are accepted
 * themselves. Nothing is taken from entries that are close, wider or narrower.
 */
public final class Enrichment {

    /** The properties that hold the identifiers of each scheme. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "uei", "uei", "lei", "lei", "cik", "cik", "cage", "cageCode", "cgac", "cgacCode", "subtier", "subtierCode");

    private final Target target;
    private final IriScheme iris;
    private final Map<String, Profile> entries;
    private final Map<String, List<EntityId>> thingsByEntry = new HashMap<>();
    private final Graph graph = GraphMemFactory.createGraphMem2();

    private Enrichment(Target target, List<Profile> entries, IriScheme iris) {
        this.target = target;
        this.iris = iris;
        this.entries = entries.stream().collect(Collectors.toMap(Profile::id, Function.identity()));
    }

    /** Path of the triples for a target, relative to the dossier's folder; they are kept in git beside the decisions. */
    public static String path(String target) {
        return "links/" + target + ".enriched.ttl";
    }

    /** The triples, those that say which source they are from included; none when nothing was accepted. */
    public static Graph of(Target target, List<Profile> entries, Decisions decisions, IriScheme iris) {
        Enrichment enrichment = new Enrichment(target, entries, iris);
        List<Decision> same = decisions.links().stream()
                .filter(decision -> decision.verdict() == Verdict.SAME)
                .toList();
        same.forEach(decision -> enrichment
                .entryOf(decision)
                .ifPresent(entry ->
                        enrichment.thingsByEntry.merge(entry.id(), List.of(decision.subject()), Enrichment::both)));
        same.forEach(enrichment::add);
        if (!enrichment.graph.isEmpty()) {
            enrichment.addSource();
        }
        return enrichment.graph;
    }

    private static List<EntityId> both(List<EntityId> some, List<EntityId> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Optional<Profile> entryOf(Decision decision) {
        return Optional.ofNullable(decision.object())
                .flatMap(target.ids()::idOf)
                .map(entries::get);
    }

    private void add(Decision decision) {
        Node thing = iris.thing(decision.subject());
        entryOf(decision).ifPresent(entry -> {
            entry.identifiers().forEach((scheme, values) -> addIdentifiers(thing, scheme, values));
            entry.context().parents().stream()
                    .flatMap(parent -> thingsByEntry.getOrDefault(parent, List.of()).stream())
                    .filter(parent -> !parent.equals(decision.subject()))
                    .forEach(parent -> graph.add(thing, ORG.subOrganizationOf.asNode(), iris.thing(parent)));
        });
    }

    private void addIdentifiers(Node thing, String scheme, Iterable<String> values) {
        String property = PROPERTIES.get(scheme);
        if (property != null) {
            values.forEach(value -> graph.add(thing, Names.term(property), Literals.text(value)));
        }
    }

    private void addSource() {
        Node source = iris.thing(new EntityId("register-" + target.name()));
        graph.add(source, RDF.type.asNode(), Names.SOURCE);
        graph.add(source, Names.term("hasKind"), Names.kind("official-data"));
        graph.add(source, DCTerms.title.asNode(), Literals.text(target.title()));
        addAddress(source, Names.term("address"), target.homepage());
        addAddress(source, DCTerms.license.asNode(), target.licence());
        graph.add(IriScheme.loadUnit(path(target.name())), DCTerms.source.asNode(), source);
    }

    private void addAddress(Node source, Node property, @Nullable String address) {
        if (address != null) {
            graph.add(source, property, Literals.address(address));
        }
    }
}
