package org.dossier.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.dossier.pages.SearchIndex.Found;
import org.dossier.query.Figures;
import org.dossier.query.SavedQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What is found under some words.
 *
 * @param words as they were typed
 * @param className name of the class that it is narrowed to; may be empty
 * @param classTitle the same as people read it
 * @param narrowings the classes of what was found, the commonest first
 * @param correction what may have been meant, with its address, where nothing was found
 */
public record SearchPage(
        String words,
        String className,
        String classTitle,
        List<Narrowing> narrowings,
        List<Hit> hits,
        int hitsInAll,
        Paging paging,
        @Nullable Named correction) {

    static final String WORDS = "words";
    static final String CLASS = "class";

    private static final int ON_A_PAGE = 50;
    private static final int COMPLETIONS = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    public SearchPage {
        hits = List.copyOf(hits);
        narrowings = List.copyOf(narrowings);
    }

    /** Only those hits that are of one class. */
    public record Narrowing(String title, String count, String href) {}

    /**
     * Something that was found.
     *
     * @param sort what it is
     * @param otherNames some of the names that it is called by too
     * @param heldToBe what people hold it to be, where a file lists it under a name of its own
     */
    public record Hit(
            Named thing,
            String id,
            String sort,
            List<String> otherNames,
            @Nullable Standing standing,
            @Nullable Named heldToBe) {}

    /** How many there are, or which of them these are. */
    public String count() {
        return paging.isWhole() ? Figures.counted(hitsInAll, "hit", "hits") : paging.words();
    }

    static SearchPage of(Address address, SearchIndex index, Edition edition, Catalogue catalogue) {
        String words = address.parameter(WORDS).orElse("");
        List<Found> found = found(address, index, edition);
        Paging paging = Paging.of(found.size(), ON_A_PAGE, address, "");
        return new SearchPage(
                words,
                address.parameter(CLASS).orElse(""),
                address.parameter(CLASS).map(catalogue::plural).orElse(""),
                words.isEmpty() ? List.of() : narrowings(found, address, catalogue),
                paging.part(found).stream()
                        .map(hit -> hit(hit, edition, catalogue))
                        .toList(),
                found.size(),
                paging,
                found.isEmpty() ? correction(words, address, index) : null);
    }

    /** Nothing to choose from where all is of one class. */
    private static List<Narrowing> narrowings(List<Found> found, Address address, Catalogue catalogue) {
        Map<String, Long> counts = found.stream()
                .filter(hit -> !hit.className().isEmpty())
                .collect(Collectors.groupingBy(Found::className, TreeMap::new, Collectors.counting()));
        return counts.size() < 2
                ? List.of()
                : counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(entry -> new Narrowing(
                                catalogue.plural(entry.getKey()),
                                Figures.grouped(entry.getValue()),
                                address.with(CLASS, entry.getKey())
                                        .with(Paging.PARAMETER, "")
                                        .href()))
                        .toList();
    }

    private static List<Found> found(Address address, SearchIndex index, Edition edition) {
        Optional<String> words = address.parameter(WORDS);
        Optional<String> className = address.parameter(CLASS);
        if (words.isEmpty()) {
            return className
                    .map(name -> index.ofClass(name, edition.vocabulary()))
                    .orElse(List.of());
        }
        return index.found(words.get(), className, edition.vocabulary());
    }

    private static @Nullable Named correction(String words, Address address, SearchIndex index) {
        return index.correction(words)
                .map(right -> Named.inside(right, address.with(WORDS, right).href()))
                .orElse(null);
    }

    private static Hit hit(Found found, Edition edition, Catalogue catalogue) {
        Optional<SavedQuestion> question = found.question().flatMap(edition.questions()::named);
        if (question.isPresent()) {
            return new Hit(
                    QuestionPage.named(question.get()), question.get().name(), "question", List.of(), null, null);
        }
        Node thing = found.thing().orElseThrow();
        return new Hit(
                catalogue.named(thing),
                catalogue.id(thing).orElse(thing.toString()),
                catalogue.things().objects(thing, RDF.type.asNode()).stream()
                        .map(catalogue::name)
                        .findFirst()
                        .orElse(""),
                Description.otherNames(thing, catalogue).stream().limit(4).toList(),
                catalogue.standing(thing).orElse(null),
                catalogue.heldToBe(thing).map(catalogue::named).orElse(null));
    }

    /** The first few as JSON, for forms that complete what is typed. */
    static String json(Address address, SearchIndex index, Edition edition, Catalogue catalogue) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put(WORDS, address.parameter(WORDS).orElse(""));
        ArrayNode hits = answer.putArray("hits");
        found(address, index, edition).stream()
                .limit(COMPLETIONS)
                .map(found -> hit(found, edition, catalogue))
                .forEach(hit -> hits.addObject()
                        .put("id", hit.id())
                        .put("name", hit.thing().text())
                        .put("kind", hit.sort())
                        .put("href", hit.thing().href()));
        return answer.toString();
    }
}
