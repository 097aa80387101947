package org.dossier.explain.factcheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.explain.Things;

/** Finds the names of actors and technologies in sentences. */
final class KnownNames {

    private static final Pattern REMARK = Pattern.compile("\\s*\\([^)]*\\)\\s*$");
    private static final Pattern ACRONYM = Pattern.compile("[A-Z0-9&]{2,6}");
    private static final int SHORTEST = 2;

    private final Map<Pattern, Node> names = new LinkedHashMap<>();

    /** A name where it stands. */
    record Mention(Node thing, int start, int end) {}

    private record Name(String text, Node thing) {}

    KnownNames(Graph graph, Things things) {
        List<Name> all = new ArrayList<>();
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            graph.find(Node.ANY, property, Node.ANY)
                    .filterKeep(triple -> isNamed(triple, things))
                    .forEachRemaining(triple -> forms(triple.getObject().getLiteralLexicalForm())
                            .forEach(form -> all.add(new Name(form, triple.getSubject()))));
        }
        all.stream()
                .sorted(Comparator.<Name>comparingInt(name -> -name.text().length())
                        .thenComparing(Name::text))
                .forEach(name -> names.putIfAbsent(pattern(name.text()), name.thing()));
    }

    /** Unnamed people, such as <i>Others (unnamed)</i>, are called by words that mean anybody. */
    private static boolean isNamed(Triple triple, Things things) {
        Node thing = triple.getSubject();
        String label = triple.getObject().getLiteralLexicalForm();
        boolean isAnybody = REMARK.matcher(label).find() && things.isA(thing, "Group");
        return !isAnybody
                && label.length() >= SHORTEST
                && (things.isA(thing, "Actor") || things.isA(thing, "Technology"));
    }

    private static Stream<String> forms(String label) {
        String plain = REMARK.matcher(label).replaceAll("");
        return plain.startsWith("U.S. ") ? Stream.of(plain, plain.substring("U.S. ".length())) : Stream.of(plain);
    }

    private static Pattern pattern(String name) {
        int flags = ACRONYM.matcher(name).matches() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile("(?<![\\p{L}\\p{N}-])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", flags);
    }

    /** The longest names first; none within another. In order of the sentence. */
    List<Mention> in(String sentence) {
        List<Mention> found = new ArrayList<>();
        names.forEach((pattern, thing) -> {
            Matcher name = pattern.matcher(sentence);
            while (name.find()) {
                Mention mention = new Mention(thing, name.start(), name.end());
                if (found.stream().noneMatch(other -> other.start() < mention.end() && mention.start() < other.end())) {
                    found.add(mention);
                }
            }
        });
        found.sort(Comparator.comparingInt(Mention::start));
        return found;
    }
}
