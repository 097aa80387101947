package org.dossier.pages;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.problem.DidYouMean;
import org.dossier.query.SavedQuestion;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;

/**
 * Finds things by the words of their names and texts, whatever accents and capitals they are written with. Each typed word may be
 * the beginning of a longer one. Names go before texts, whole names before parts, and who and what before what is said of
 * them.
 */
final class SearchIndex {

    /** Only folds Latin letters: other scripts are searched as they are written. */
    private static final Transliterator FOLDING = Transliterator.getInstance("NFKD; [:M:] Remove; Latin-ASCII; Lower");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Beginnings of words that stand for more words than this are not followed further. */
    private static final int MOST_WORDS = 500;

    private static final Map<Node, Integer> NAMES = Map.of(
            RDFS.label.asNode(), 4,
            SKOS.prefLabel.asNode(), 4,
            DCTerms.title.asNode(), 4,
            SKOS.altLabel.asNode(), 4,
            Names.term("awardNumber"), 3,
            Names.term("awardKey"), 2,
            Names.term("uei"), 3,
            Names.term("cik"), 3,
            Names.term("lei"), 3);

    private static final List<Node> TEXTS =
            List.of(Names.term("text"), Names.QUOTE, SKOS.definition.asNode(), Names.term("vendorText"));

    /** What stands for the class of questions, which are nothing of the dossier itself. */
    static final String QUESTION = "Question";

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Node, Entry> byThing = new HashMap<>();
    private final NavigableMap<String, List<Entry>> byWord = new TreeMap<>();

    /**
     * Something that can be found.
     *
     * @param question its name, where it is a saved question
     * @param className its class; of questions {@code Question}
     */
    record Found(Optional<Node> thing, Optional<String> question, String className) {}

    /** Names and words of one thing. */
    private static final class Entry {
        private final Found found;
        private final String className;
        private final int weight;
        private final List<String> names = new ArrayList<>();
        private final Set<String> nameWords = new HashSet<>();
        private final Set<String> textWords = new HashSet<>();

        Entry(Found found, String className, int weight) {
            this.found = found;
            this.className = className;
            this.weight = weight;
        }
    }

    static SearchIndex of(Edition edition) {
        SearchIndex index = new SearchIndex();
        Classes classes = new Classes(edition.data().getDefaultGraph(), edition.vocabulary());
        NAMES.keySet().forEach(property -> index.add(property, true, classes));
        TEXTS.forEach(property -> index.add(property, false, classes));
        edition.questions().list().forEach(index::add);
        index.entries.forEach(index::post);
        return index;
    }

    private void add(Node property, boolean isName, Classes classes) {
        classes.graph().find(Node.ANY, property, Node.ANY).forEachRemaining(triple -> {
            if (triple.getSubject().isURI() && triple.getObject().isLiteral()) {
                Entry entry = byThing.computeIfAbsent(triple.getSubject(), thing -> entry(thing, classes));
                note(entry, folded(triple.getObject().getLiteralLexicalForm()), isName);
            }
        });
    }

    private Entry entry(Node thing, Classes classes) {
        String className = classes.of(thing);
        Entry entry = new Entry(
                new Found(Optional.of(thing), Optional.empty(), className), className, classes.weight(className));
        entries.add(entry);
        return entry;
    }

    private void add(SavedQuestion question) {
        Entry entry = new Entry(new Found(Optional.empty(), Optional.of(question.name()), QUESTION), QUESTION, 7);
        note(entry, folded(question.title()), true);
        entries.add(entry);
    }

    private static void note(Entry entry, String folded, boolean isName) {
        List<String> words = words(folded);
        if (isName) {
            entry.names.add(String.join(" ", words));
            entry.nameWords.addAll(words);
        } else {
            entry.textWords.addAll(words);
        }
    }

    private void post(Entry entry) {
        Stream.concat(entry.nameWords.stream(), entry.textWords.stream())
                .distinct()
                .forEach(word -> byWord.computeIfAbsent(word, unused -> new ArrayList<>())
                        .add(entry));
    }

    static String folded(String text) {
        return ASCII.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : FOLDING.transliterate(text);
    }

    private static List<String> words(String folded) {
        return APART.splitAsStream(folded).filter(word -> !word.isEmpty()).toList();
    }

    /**
     * What has all of these words, or words that begin so, the best first.
     *
     * @param className only things of this class or one below it
     */
    List<Found> found(String typed, Optional<String> className, Vocabulary vocabulary) {
        List<String> words = words(folded(typed)).stream().distinct().limit(12).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        Set<Entry> all = having(words.get(0));
        words.subList(1, words.size()).forEach(word -> all.retainAll(having(word)));
        String whole = String.join(" ", words);
        record Ranked(Entry entry, int rank) {}
        return all.stream()
                .filter(entry -> className.isEmpty() || isA(entry, className.get(), vocabulary))
                .map(entry -> new Ranked(entry, rank(entry, whole, words)))
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .reversed()
                        .thenComparing(ranked -> firstName(ranked.entry()))
                        .thenComparing(ranked -> ranked.entry().found.toString()))
                .map(ranked -> ranked.entry().found)
                .toList();
    }

    private static boolean isA(Entry entry, String className, Vocabulary vocabulary) {
        return entry.className.equals(className) || vocabulary.isA(entry.className, className);
    }

    private Set<Entry> having(String beginning) {
        Set<Entry> having = new HashSet<>();
        byWord.tailMap(beginning, true).entrySet().stream()
                .takeWhile(word -> word.getKey().startsWith(beginning))
                .limit(MOST_WORDS)
                .forEach(word -> having.addAll(word.getValue()));
        return having;
    }

    private static String firstName(Entry entry) {
        return entry.names.isEmpty() ? "~" : entry.names.get(0);
    }

    /** A whole name, a name that begins so, all words in names, or some of them only in texts. */
    private static int rank(Entry entry, String whole, List<String> words) {
        int fit = 0;
        if (entry.names.contains(whole)) {
            fit = 60;
        } else if (entry.names.stream().anyMatch(name -> name.startsWith(whole))) {
            fit = 40;
        } else if (entry.nameWords.containsAll(words)) {
            fit = 30;
        } else if (words.stream().allMatch(word -> entry.nameWords.stream().anyMatch(own -> own.startsWith(word)))) {
            fit = 20;
        }
        return fit + entry.weight;
    }

    /** All things of a class, by name. */
    List<Found> ofClass(String className, Vocabulary vocabulary) {
        return entries.stream()
                .filter(entry -> isA(entry, className, vocabulary))
                .sorted(Comparator.comparing(SearchIndex::firstName).thenComparing(entry -> entry.found.toString()))
                .map(entry -> entry.found)
                .toList();
    }

    /** The same words, each put right where nothing has it. */
    Optional<String> correction(String typed) {
        List<String> words = words(folded(typed));
        List<String> right = words.stream().limit(12).map(this::nearest).toList();
        return right.equals(words) ? Optional.empty() : Optional.of(String.join(" ", right));
    }

    private String nearest(String word) {
        boolean isKnown = byWord.tailMap(word, true).keySet().stream()
                .findFirst()
                .filter(next -> next.startsWith(word))
                .isPresent();
        if (isKnown || word.length() < 4) {
            return word;
        }
        // Whoever misspells a word seldom misspells its first letter.
        String first = word.substring(0, 1);
        List<String> near = byWord.tailMap(first, true).keySet().stream()
                .takeWhile(known -> known.startsWith(first))
                .filter(known -> Math.abs(known.length() - word.length()) <= 2)
                .toList();
        return DidYouMean.among(near, word).orElse(word);
    }

    /** The classes of things, and how near they are to what people look for. */
    private record Classes(Graph graph, Vocabulary vocabulary) {

        private static final List<String> ORDER =
                List.of("Evidence", "ContractAction", "Contract", "Record", "Source", "Technology", "Actor");

        String of(Node thing) {
            return graph
                    .find(thing, RDF.type.asNode(), Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(Node::isURI)
                    .mapWith(Names::localName)
                    .toList()
                    .stream()
                    .min(Comparator.<String>comparingInt(name -> -weight(name))
                            .thenComparing(Comparator.naturalOrder()))
                    .orElse("");
        }

        int weight(String className) {
            for (int i = 0; i < ORDER.size(); i++) {
                if (vocabulary.isA(className, ORDER.get(i))) {
                    return i;
                }
            }
            return 2;
        }
    }
}
