package org.dossier.evidence;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.claim.EntityId;
import org.dossier.claim.Source;
import org.dossier.evidence.SourceTexts.Lookup;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/**
 * What can be read off a file that is to become a source, before anybody has written a fact about it.
 *
 * @param textFile name that the file has, or will have, below the folder of sources
 * @param sha256 of the file, in hexadecimal
 * @param title what its headline, or the file itself, says
 * @param headings the locators that quotes can stand under, in reading order
 * @param repeated known sources whose text is much the same, with the share of it that is
 */
public record SourceRegistration(
        String textFile, String sha256, String title, List<String> headings, Map<EntityId, Double> repeated) {

    private static final int WORDS_OF_A_HEADLINE = 3;
    private static final int WORDS_OF_AN_ID = 6;
    private static final Pattern WORD_OF_AN_ID = Pattern.compile("[a-z0-9]+");
    private static final Pattern NEEDS_QUOTES =
            Pattern.compile("[^\\p{L}\\p{N}].*|.*(?:: | #|:$).*|.*[\\p{Cntrl}].*", Pattern.DOTALL);

    public SourceRegistration {
        headings = List.copyOf(headings);
        repeated = Map.copyOf(repeated);
    }

    /**
     * Reads a file; nothing when it cannot be a source, which is told.
     *
     * @param known the sources that there are
     * @param texts where their texts are
     */
    public static Optional<SourceRegistration> of(
            Path file, Collection<Source> known, SourceTexts texts, Problems problems) {
        String name = file.getFileName().toString();
        return SourceReader.read(file, name, Place.wholeFile(name), problems)
                .map(text -> new SourceRegistration(
                        name, text.sha256(), title(text, name), headings(text), repeated(text, known, texts)));
    }

    private static List<String> headings(SourceText text) {
        return text.headings().stream().map(Heading::name).distinct().toList();
    }

    /** The first headline of several words; else what the file calls itself; else its first heading, or its name. */
    private static String title(SourceText text, String fileName) {
        List<String> headings =
                text.headings().stream().map(Heading::name).map(OneLine::of).toList();
        return headings.stream()
                .filter(heading -> heading.split(" ").length >= WORDS_OF_A_HEADLINE)
                .findFirst()
                .or(() -> text.statedTitle().map(OneLine::of))
                .or(() -> headings.stream().findFirst())
                .orElse(fileName.replaceFirst("\\.[^.]*$", ""));
    }

    private static Map<EntityId, Double> repeated(SourceText text, Collection<Source> known, SourceTexts texts) {
        Shingles own = Shingles.of(text.normalised().folded());
        Map<EntityId, Double> repeated = new HashMap<>();
        for (Source source : known) {
            if (texts.lookUp(source, new Problems()) instanceof Lookup.Held held) {
                double shared = own.shared(Shingles.of(held.text().normalised().folded()));
                if (shared >= NearDuplicates.REPEATED) {
                    repeated.put(source.id(), shared);
                }
            }
        }
        return repeated;
    }

    /** An id made of the title's first words. */
    public EntityId suggestedId() {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        String id = WORD_OF_AN_ID
                .matcher(plain)
                .results()
                .map(MatchResult::group)
                .limit(WORDS_OF_AN_ID)
                .collect(joining("-"));
        return new EntityId(id.isEmpty() ? "source" : id);
    }

    /**
     * A facts file for the source that has no facts yet, and passes.
     *
     * @param details further keys of the source and their values, such as {@code has kind} and {@code news-article}
     */
    public String stub(EntityId id, Map<String, String> details) {
        StringBuilder stub = new StringBuilder();
        stub.append("source: ").append(id).append('\n');
        stub.append("title: ").append(scalar(title)).append('\n');
        details.forEach((key, value) ->
                stub.append(key).append(": ").append(scalar(value)).append('\n'));
        stub.append("text file: ").append(scalar(textFile)).append('\n');
        stub.append("\n# Facts follow the source; the headings are the locators of the quotes below them.\n# facts:\n");
        for (String heading : headings) {
            stub.append("#   ").append(scalar(OneLine.of(heading))).append(":\n");
        }
        return stub.toString();
    }

    /** A text as a value or key of YAML: as it is where that is safe, otherwise within quotation marks. */
    private static String scalar(String text) {
        return NEEDS_QUOTES.matcher(text).matches()
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : text;
    }
}
