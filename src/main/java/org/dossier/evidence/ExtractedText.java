package org.dossier.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader took from a file: the words and their outline.
 *
 * @param text the characters that quotes are compared with
 * @param headings in reading order
 * @param pages one stretch for each page; none where the format has no pages
 * @param title what the file says its title is; empty when it says nothing
 */
record ExtractedText(String text, List<Heading> headings, List<Extent> pages, String title) {

    ExtractedText {
        headings = List.copyOf(headings);
        pages = List.copyOf(pages);
    }

    /** Where a heading starts, before it is known where its section ends. */
    record Mark(String name, int rank, int start) {}

    /** Gives each heading the stretch to the next one of its rank or above. */
    static List<Heading> sections(List<Mark> marks, int end) {
        List<Heading> headings = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            int sectionEnd = marks.subList(i + 1, marks.size()).stream()
                    .filter(later -> later.rank() <= mark.rank())
                    .mapToInt(Mark::start)
                    .findFirst()
                    .orElse(end);
            headings.add(new Heading(OneLine.whole(mark.name()), mark.rank(), new Extent(mark.start(), sectionEnd)));
        }
        return headings;
    }
}
