package org.dossier.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The paragraphs of a text, in order. Where a text numbers them itself, as judgments do, its numbers count; otherwise
 * the stretches between blank lines are counted, without the headings.
 */
final class Paragraphs {

    private static final int FEWEST_NUMBERED = 3;
    private static final Pattern NUMBER = Pattern.compile(
            "(?m)^[ \\t]*(?:\\[(\\d{1,4})\\]|\\((\\d{1,4})\\)|\u00B6 ?(\\d{1,4})\\b|(\\d{1,4})\\.)[ \\t\\u00A0]+\\S");

    private Paragraphs() {}

    static List<Extent> of(ExtractedText text) {
        List<Extent> numbered = numbered(text.text());
        return numbered.size() < FEWEST_NUMBERED ? counted(text) : numbered;
    }

    private static List<Extent> numbered(String text) {
        List<Integer> starts = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            if (number(matcher) == starts.size() + 1) {
                starts.add(matcher.start());
            }
        }
        starts.add(text.length());
        List<Extent> paragraphs = new ArrayList<>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            paragraphs.add(new Extent(starts.get(i), starts.get(i + 1)));
        }
        return paragraphs;
    }

    private static int number(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Integer.parseInt(matcher.group(group));
            }
        }
        throw new AssertionError("one of the forms has matched");
    }

    private static List<Extent> counted(ExtractedText text) {
        Set<Integer> headings = text.headings().stream()
                .map(heading -> heading.extent().start())
                .collect(Collectors.toSet());
        return PlainText.blocks(text.text()).stream()
                .filter(block -> !headings.contains(block.start()))
                .toList();
    }
}
