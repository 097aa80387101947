package org.dossier.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.dossier.explain.Account;
import org.dossier.explain.Things;
import org.dossier.explain.Why;
import org.dossier.query.Figures;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/**
 * The page of an entity or a record: what is said of it, fact by fact, each with what it rests on.
 *
 * @param isRecord whether it is itself something that rests on evidence
 * @param basis what it rests on; absent for entities
 * @param groups facts by what connects them with the thing
 * @param money contracts that it has part in
 * @param timeline dated records about it
 * @param unknown what the sources leave open about it
 * @param others entities that name it, by property
 * @param isPart whether only one group of many was asked for
 * @param heldToBe what people hold it to be, where a file lists it under a name of its own
 * @param neighbourhood the links around it, for a picture; without any for records
 */
public record ThingPage(
        String id,
        String name,
        String iri,
        boolean isRecord,
        Description description,
        @Nullable Basis basis,
        List<Group> groups,
        @Nullable Money money,
        List<Moment> timeline,
        List<Named> unknown,
        List<Description.Line> others,
        @Nullable Paging paging,
        boolean isPart,
        String href,
        @Nullable Named heldToBe,
        Neighbourhood neighbourhood) {

    public ThingPage {
        groups = List.copyOf(groups);
        timeline = List.copyOf(timeline);
        unknown = List.copyOf(unknown);
        others = List.copyOf(others);
    }

    /** A record with its date. */
    public record Moment(
            String date, Named record, @Nullable Standing standing) {}

    /**
     * What a record rests on.
     *
     * @param roots where its evidence ends, but for those that are cited themselves
     * @param rootsHeld in one sentence
     */
    public record Basis(
            Standing standing,
            String rootsHeld,
            List<Named> roots,
            List<Passage> words,
            List<Listing> listings,
            List<Passage> against,
            List<Voice> voices,
            List<Named> derivedFrom,
            @Nullable String place,
            @Nullable String commit) {

        /** Whether somebody or something speaks against it. */
        public boolean isContested() {
            return !against.isEmpty()
                    || voices.stream().anyMatch(voice -> voice.verb().equals(FactMaker.DENIES));
        }
    }

    private static final String SHOW = "show";
    private static final int FEW = 12;
    private static final int LONGEST_IN_A_HEADING = 60;
    private static final int MANY = 100;
    private static final int MOMENTS = 60;

    /** Shown with the evidence of a record. */
    private static final List<Node> SIDES = List.of(Names.term("affirms"), Names.term("denies"));

    private static final List<String> MONEY = List.of("Contract", "ContractAction");

    static ThingPage of(
            Node thing, Address address, Edition edition, Catalogue catalogue, Kept<Node, Neighbours> kept) {
        return new Maker(thing, address, edition, catalogue, kept).page();
    }

    /** Facts of one sort, not yet made. */
    record Sort(String key, String title, List<Node> records, Map<Node, Node> roles, boolean isOfObject) {
        int size() {
            return records.size();
        }
    }

    /** What is costly to gather for a thing that many others name. */
    record Neighbours(Mentions mentions, Map<String, Sort> sorts, Contracts contracts, Neighbourhood links) {}

    /** Gathers one page. */
    private static final class Maker {
        private final Node thing;
        private final Address address;
        private final Edition edition;
        private final Catalogue catalogue;
        private final FactMaker facts;
        private final Neighbours near;
        private final Mentions mentions;
        private final Optional<String> shown;

        Maker(Node thing, Address address, Edition edition, Catalogue catalogue, Kept<Node, Neighbours> kept) {
            this.thing = thing;
            this.address = address;
            this.edition = edition;
            this.catalogue = catalogue;
            this.facts = new FactMaker(edition, catalogue);
            this.near = kept.get(thing, this::neighbours);
            this.mentions = near.mentions();
            this.shown = address.parameter(SHOW).filter(near.sorts()::containsKey);
        }

        private Neighbours neighbours() {
            Mentions found = Mentions.of(thing, catalogue, facts);
            Set<Node> contracts = new LinkedHashSet<>();
            if (things().isA(thing, "Contract")) {
                contracts.add(thing);
            }
            found.records().getOrDefault("Contract", List.of()).forEach(mention -> contracts.add(mention.thing()));
            contracts.addAll(underOtherNames());
            boolean isRecord = things().isA(thing, "Record");
            return new Neighbours(
                    found,
                    sorts(found),
                    Contracts.of(List.copyOf(contracts), catalogue.graph()),
                    isRecord ? Neighbourhood.NONE : Neighbourhood.of(thing, catalogue));
        }

        /** Contracts of what files list under names of its own, and people hold to be this. */
        private List<Node> underOtherNames() {
            return things().subjects(Names.term("isRegistrationOf"), thing).stream()
                    .flatMap(listed -> things().subjects(Names.term("isAwardedTo"), listed).stream())
                    .toList();
        }

        ThingPage page() {
            boolean isRecord = things().isA(thing, "Record");
            List<Sort> sorts = List.copyOf(near.sorts().values());
            Paging paging = shown.map(near.sorts()::get)
                    .map(sort -> Paging.of(sort.size(), MANY, address, ""))
                    .orElse(null);
            return new ThingPage(
                    catalogue.id(thing).orElse(""),
                    catalogue.name(thing),
                    thing.getURI(),
                    isRecord,
                    Description.of(thing, catalogue),
                    isRecord ? basis() : null,
                    paging == null ? sorts.stream().map(this::first).toList() : List.of(part(paging)),
                    near.contracts().isNothingButItself(thing) || shown.isPresent()
                            ? null
                            : Money.of(near.contracts(), thing, address, catalogue),
                    shown.isPresent() || isRecord ? List.of() : timeline(),
                    shown.isPresent() ? List.of() : unknown(),
                    shown.isPresent() ? List.of() : others(),
                    paging,
                    shown.isPresent(),
                    Address.of(address.path()).href(),
                    catalogue.heldToBe(thing).map(catalogue::named).orElse(null),
                    shown.isPresent() ? Neighbourhood.NONE : near.links());
        }

        /** The claims by their property, what others claim, then the records by their class. */
        private Map<String, Sort> sorts(Mentions found) {
            Map<String, Sort> sorts = new LinkedHashMap<>();
            for (Node claim : found.claimsOf()) {
                String link = facts.link(claim);
                sorts.computeIfAbsent("link-" + anchor(link), key -> sort(key, FactMaker.capital(link), false))
                        .records()
                        .add(claim);
            }
            for (Node claim : found.claimsTo()) {
                String link = facts.link(claim);
                sorts.computeIfAbsent("from-" + anchor(link), key -> sort(key, question(claim, link), true))
                        .records()
                        .add(claim);
            }
            found.records().forEach((className, named) -> {
                if (!MONEY.contains(className) && !className.equals("OpenQuestion")) {
                    Sort sort = sort(className, catalogue.plural(className), false);
                    named.stream()
                            .filter(mention -> !SIDES.contains(mention.property()))
                            .forEach(mention -> {
                                sort.records().add(mention.thing());
                                sort.roles().put(mention.thing(), mention.property());
                            });
                    if (sort.size() > 0) {
                        sorts.put(className, sort);
                    }
                }
            });
            return sorts;
        }

        /** A heading such as <i>Who uses Azure?</i>, which claims answer, each with its standing. */
        private String question(Node claim, String link) {
            boolean isOfActors = things().object(claim, RDF.subject.asNode())
                    .filter(subject -> things().isA(subject, "Actor"))
                    .isPresent();
            return (isOfActors ? "Who " : "What ") + link + " " + shortName() + "?";
        }

        private String shortName() {
            String name = catalogue.name(thing);
            return things().isA(thing, "Record") || name.length() > LONGEST_IN_A_HEADING ? "this" : name;
        }

        private Things things() {
            return catalogue.things();
        }

        private static Sort sort(String key, String title, boolean isOfObject) {
            return new Sort(key, title, new ArrayList<>(), new LinkedHashMap<>(), isOfObject);
        }

        private static String anchor(String words) {
            return words.replaceAll("[^A-Za-z0-9]+", "-");
        }

        private Group first(Sort sort) {
            boolean isWhole = sort.size() <= FEW + 2;
            int most = isWhole ? sort.size() : FEW;
            String more = isWhole
                    ? null
                    : Address.of(address.path()).with(SHOW, sort.key()).href();
            return group(sort, sort.records().subList(0, most), more);
        }

        private Group part(Paging paging) {
            Sort sort = shown.map(near.sorts()::get).orElseThrow();
            return group(sort, paging.part(sort.records()), null);
        }

        private Group group(Sort sort, List<Node> records, @Nullable String more) {
            List<Fact> made = records.stream().map(record -> fact(sort, record)).toList();
            return new Group(sort.title(), sort.key(), made, sort.size(), more);
        }

        private Fact fact(Sort sort, Node record) {
            Node role = sort.roles().get(record);
            if (role != null) {
                return facts.ofRecord(record, role);
            }
            return sort.isOfObject() ? facts.ofObject(record) : facts.ofSubject(record);
        }

        private Basis basis() {
            List<Account> accounts = new Why(
                            catalogue.graph(), edition.manifest().base(), edition.background())
                    .of(thing)
                    .accounts();
            Account account = accounts.get(0);
            return new Basis(
                    catalogue.standing(thing).orElse(Standing.NONE),
                    rootsHeld(account),
                    rootsBeyondWhatIsCited(),
                    facts.words(thing),
                    facts.listings(thing),
                    facts.against(thing),
                    facts.voices(thing),
                    things().objects(thing, Names.term("isDerivedFrom")).stream()
                            .map(catalogue::named)
                            .toList(),
                    account.place(),
                    account.commit());
        }

        /** Where the evidence ends, unless that is cited itself. */
        private List<Named> rootsBeyondWhatIsCited() {
            Set<Node> cited = things().objects(thing, Names.HAS_EVIDENCE).stream()
                    .flatMap(passage -> things().objects(passage, Names.IS_QUOTED_FROM).stream())
                    .collect(Collectors.toSet());
            return things().objects(thing, Names.term("hasRoot")).stream()
                    .filter(root -> !cited.contains(root))
                    .map(catalogue::named)
                    .toList();
        }

        private static String rootsHeld(Account account) {
            long held = account.roots().stream().filter(Account.Root::isHeld).count();
            String independent = Figures.counted(account.independentRoots(), "independent root", "independent roots");
            return independent + "; "
                    + (held == 0
                            ? "no origin itself is at hand"
                            : Figures.counted(held, "origin is", "origins are") + " at hand");
        }

        private List<Moment> timeline() {
            record Dated(String key, Node record) {}
            List<Dated> dated = mentions.records().entrySet().stream()
                    .filter(sort -> !MONEY.contains(sort.getKey()))
                    .flatMap(sort -> sort.getValue().stream())
                    .map(mention -> new Dated(facts.dateKey(mention.thing()), mention.thing()))
                    .filter(found -> !found.key().equals("~"))
                    .sorted(Comparator.comparing(Dated::key)
                            .thenComparing(found -> found.record().toString()))
                    .toList();
            return dated.size() < 2
                    ? List.of()
                    : dated.stream()
                            .skip(Math.max(0, dated.size() - MOMENTS))
                            .map(found -> moment(found.record()))
                            .toList();
        }

        private Moment moment(Node record) {
            return new Moment(
                    catalogue.date(record).orElse(""),
                    catalogue.named(record),
                    catalogue.standing(record).orElse(null));
        }

        private List<Named> unknown() {
            return mentions.records().getOrDefault("OpenQuestion", List.of()).stream()
                    .limit(MANY)
                    .map(Mentions.Mention::thing)
                    .map(catalogue::named)
                    .toList();
        }

        private List<Description.Line> others() {
            Map<String, List<Named>> byProperty = new LinkedHashMap<>();
            Stream.concat(mentions.others().stream(), mentions.passages().stream())
                    .limit(MANY)
                    .forEach(mention -> byProperty
                            .computeIfAbsent(catalogue.name(mention.property()), name -> new ArrayList<>())
                            .add(catalogue.named(mention.thing())));
            return byProperty.entrySet().stream()
                    .map(line -> new Description.Line(FactMaker.capital(line.getKey()), line.getValue()))
                    .toList();
        }
    }
}
