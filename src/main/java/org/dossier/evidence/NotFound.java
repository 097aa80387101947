package org.dossier.evidence;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dossier.evidence.Alignment.Meeting;
import org.dossier.evidence.Alignment.Step;

/** Explains why words do not stand in a text. */
final class NotFound {

    /** So many words may lie between two pieces for them to be one quote whose elision is not marked. */
    private static final int MOST_LEFT_OUT = 60;

    private static final int FEWEST_LEFT_OUT = 3;

    /** A quote longer than this is not tried for elisions that are not marked. */
    private static final int MOST_WORDS_TO_SPLIT = 60;

    private static final int MOST_DIFFERENCES = 3;
    private static final Pattern DOTS = Pattern.compile("[(\\[]?\\.\\.\\.[)\\]]?");

    private final SourceText text;
    private final List<Extent> whole;
    private final QuoteSearch search;
    private final NearestPassage nearest;

    NotFound(SourceText text, QuoteSearch search) {
        this.text = text;
        this.whole = List.of(text.whole());
        this.search = search;
        this.nearest = new NearestPassage(text.normalised());
    }

    /** What the source has instead of a quote that was looked for in the whole text in vain, and what to do. */
    String explain(Quote quote) {
        return quote.parts().stream()
                .filter(part -> search.places(part, whole).isEmpty())
                .findFirst()
                .map(this::explainPart)
                .orElseGet(() -> explainOrder(quote.parts().size()));
    }

    /** Why a quote does not stand in the text, though each of its parts does. */
    private static String explainOrder(int parts) {
        return switch (parts) {
            case 0 -> "it has no words to look for";
            case 1 -> "'[...]' stands between no two of its words; leave it out";
            default -> "its parts stand in the source, but in another order";
        };
    }

    private String explainPart(String part) {
        List<String> words = List.of(part.split(" "));
        Optional<List<Step>> steps = nearest.find(words);
        return dots(part)
                .or(() -> partOfWord(part))
                .or(() -> steps.filter(NotFound::isOneSlip).map(this::explain))
                .or(() -> unmarkedElision(words))
                .or(() -> steps.map(this::explain))
                .orElse("nothing like it stands in the source");
    }

    /** Three dots that stand where words are left out. */
    private Optional<String> dots(String part) {
        List<String> pieces = DOTS.splitAsStream(part)
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
        boolean areInOrder =
                pieces.size() > 1 && !search.findInOrder(pieces, whole).isEmpty();
        return areInOrder
                ? Optional.of("words are left out where the dots stand; write '[...]' there")
                : Optional.empty();
    }

    private Optional<String> partOfWord(String part) {
        return search.matches(part, text.whole()).stream()
                .findFirst()
                .map(place ->
                        "it stands only within '" + shown(wholeWords(place)) + "'; quote whole words and numbers");
    }

    private Extent wholeWords(Extent place) {
        String folded = text.normalised().folded();
        int end = IntStream.range(place.end(), folded.length())
                .filter(at -> folded.charAt(at) == ' ')
                .findFirst()
                .orElse(folded.length());
        return new Extent(folded.lastIndexOf(' ', place.start()) + 1, end);
    }

    /** The quote in two pieces, each of which stands in the text as it is, with words between them. */
    private Optional<String> unmarkedElision(List<String> words) {
        if (words.size() > MOST_WORDS_TO_SPLIT) {
            return Optional.empty();
        }
        return IntStream.range(1, words.size())
                .mapToObj(cut -> List.of(
                        String.join(" ", words.subList(0, cut)), String.join(" ", words.subList(cut, words.size()))))
                .flatMap(pieces -> search.findInOrder(pieces, whole).stream())
                .filter(place -> leftOut(place) >= FEWEST_LEFT_OUT && leftOut(place) <= MOST_LEFT_OUT)
                .min(Comparator.comparingInt(this::leftOut))
                .map(place -> leftOut(place) + " words of the source are left out behind '"
                        + shown(place.parts().get(0)) + "'; write '[...]' there");
    }

    private int leftOut(Occurrence place) {
        return text.normalised()
                .wordsBetween(place.parts().get(0), place.parts().get(1));
    }

    /** Whether one word differs, so that no other explanation is likelier. */
    private static boolean isOneSlip(List<Step> steps) {
        return steps.stream().filter(step -> step.meeting() != Meeting.SAME).count() == 1;
    }

    private String explain(List<Step> steps) {
        Extent place = Alignment.extent(steps);
        String where = text.locators()
                .nameOf(text.normalised().ownStart(place.start()))
                .map(name -> ", under '" + name + "'")
                .orElse("");
        return "nearest" + where + ": '" + shown(place) + "' (" + told(differences(steps)) + ")";
    }

    private static String told(List<String> differences) {
        String told = String.join(", ", differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size())));
        return differences.size() > MOST_DIFFERENCES ? told + ", and more" : told;
    }

    private static List<String> differences(List<Step> steps) {
        List<String> differences = new ArrayList<>();
        int at = 0;
        while (at < steps.size()) {
            Meeting meeting = steps.get(at).meeting();
            int end = endOfRun(steps, at);
            if (meeting != Meeting.SAME) {
                differences.add(difference(meeting, steps.subList(at, end)));
            }
            at = end;
        }
        return differences;
    }

    /** Words that are missing or added in a row are one difference. */
    private static int endOfRun(List<Step> steps, int start) {
        Meeting meeting = steps.get(start).meeting();
        int end = start + 1;
        boolean isRun = meeting == Meeting.MISSING_IN_QUOTE || meeting == Meeting.ADDED_IN_QUOTE;
        while (isRun && end < steps.size() && steps.get(end).meeting() == meeting) {
            end++;
        }
        return end;
    }

    private static String difference(Meeting meeting, List<Step> steps) {
        String quoted = words(steps.stream().flatMap(step -> Stream.ofNullable(step.quoted())));
        String own = words(
                steps.stream().flatMap(step -> Stream.ofNullable(step.own())).map(TextWords.Word::text));
        return switch (meeting) {
            case OTHER_CHARACTER -> "another character: " + quoted + " for " + own;
            case OTHER_WORD -> "another word: " + quoted + " for " + own;
            case MISSING_IN_QUOTE -> "missing: " + own;
            case ADDED_IN_QUOTE -> "added: " + quoted;
            case SAME -> throw new AssertionError("no difference");
        };
    }

    private static String words(Stream<String> words) {
        return "'" + OneLine.of(words.collect(joining(" "))) + "'";
    }

    private String shown(Extent folded) {
        Extent own = text.normalised().ownExtent(folded);
        return OneLine.of(text.own().substring(own.start(), own.end()));
    }
}
