package org.dossier.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the headings of a plain text: short lines that stand alone between blank lines and end like no sentence.
 *
 * <p>Lines in title case or capitals rank above others, so that a caption does not end the section it stands in.
 */
final class PlainText {

    private static final int MOST_WORDS = 14;
    private static final int SHORTEST_IMPORTANT_WORD = 4;
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\n|\\r)|[^\\r\\n]+");
    private static final Pattern FIRST_CHARACTER =
            Pattern.compile("[\"'\u2018\u201C\u00AB(\u00BF]*[\\p{Lu}\\p{Lt}\\p{Lo}\\p{Nd}].*");
    private static final Set<Character> SENTENCE_ENDS = Set.of('.', ',', ';', ':', '\u2026', '\u3002');

    private PlainText() {}

    static ExtractedText read(String text) {
        return new ExtractedText(text, ExtractedText.sections(marks(text), text.length()), pages(text), "");
    }

    private static List<ExtractedText.Mark> marks(String text) {
        List<Extent> blocks = blocks(text);
        List<ExtractedText.Mark> marks = new ArrayList<>();
        for (Extent block : blocks.subList(0, Math.max(0, blocks.size() - 1))) {
            String line = text.substring(block.start(), block.end()).strip();
            if (isHeading(line)) {
                marks.add(new ExtractedText.Mark(line, isTitleCase(line) ? 1 : 2, block.start()));
            }
        }
        return marks;
    }

    /** The stretches between blank lines. */
    static List<Extent> blocks(String text) {
        List<Extent> blocks = new ArrayList<>();
        int start = 0;
        int end = 0;
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            if (!isBlank(line.group())) {
                end = line.end();
            } else {
                addBlock(start, end, blocks);
                start = line.end();
            }
        }
        addBlock(start, end, blocks);
        return blocks;
    }

    private static void addBlock(int start, int end, List<Extent> blocks) {
        if (end > start) {
            blocks.add(new Extent(start, end));
        }
    }

    private static boolean isBlank(String line) {
        return line.codePoints().allMatch(Normaliser::isSpace);
    }

    static boolean isHeading(String block) {
        return block.lines().count() == 1
                && FIRST_CHARACTER.matcher(block).matches()
                && block.codePoints().anyMatch(Character::isLetter)
                && !SENTENCE_ENDS.contains(block.charAt(block.length() - 1))
                && words(block).count() <= MOST_WORDS;
    }

    /** Whether every longer word begins with a capital or a digit. */
    private static boolean isTitleCase(String line) {
        return words(line)
                .filter(word -> word.length() >= SHORTEST_IMPORTANT_WORD)
                .noneMatch(word -> Character.isLowerCase(word.codePointAt(0)));
    }

    private static Stream<String> words(String line) {
        return Stream.of(line.split("[\\s\\u00A0]+"));
    }

    /** Form feeds divide a text into pages, as {@code pdftotext} writes them. */
    private static List<Extent> pages(String text) {
        List<Extent> pages = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\f'); end >= 0; end = text.indexOf('\f', start)) {
            pages.add(new Extent(start, end));
            start = end + 1;
        }
        if (!pages.isEmpty()) {
            pages.add(new Extent(start, text.length()));
        }
        return pages;
    }
}
