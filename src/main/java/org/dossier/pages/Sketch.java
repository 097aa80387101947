package org.dossier.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.query.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The links of one thing drawn by the server: what leads to it on the left, what it leads to on the right. It works wherever
 * no script does, and is the same each time.
 *
 * @param sentence for who cannot see it
 * @param middle the box of the thing itself
 * @param rest how many more there are, a line below each side; empty where all are drawn
 */
public record Sketch(String sentence, int height, Box middle, List<Box> boxes, List<Rest> rest) {

    public static final int WIDTH = 720;
    public static final int BOX = 236;
    public static final int BOX_HEIGHT = 38;

    private static final int LINE = 48;
    private static final int TOP = 8;
    private static final int MOST = 12;
    private static final int LONGEST_NAME = 33;
    private static final int MIDDLE_WIDTH = 150;
    private static final int MIDDLE = (WIDTH - MIDDLE_WIDTH) / 2;
    private static final int LINE_LENGTH = 20;
    private static final int MIDDLE_LINES = 4;

    public Sketch {
        boxes = List.copyOf(boxes);
        rest = List.copyOf(rest);
    }

    /**
     * A thing at the end of links.
     *
     * @param lines its name
     * @param link what connects it with the middle
     * @param kind as in {@link Neighbourhood.End}
     * @param standing of the first of its links; {@code none} where that is no claim
     * @param path of the line that connects them
     */
    public record Box(
            List<String> lines, String link, String kind, String standing, int x, int y, int height, String path) {

        public Box {
            lines = List.copyOf(lines);
        }
    }

    /** How many more there are on a side. */
    public record Rest(String words, int x, int y) {}

    /** Nothing where the middle has no link. */
    static @Nullable Sketch of(Named middle, List<Neighbourhood.Link> links) {
        Map<String, List<Neighbourhood.Link>> before = new LinkedHashMap<>();
        Map<String, List<Neighbourhood.Link>> after = new LinkedHashMap<>();
        for (Neighbourhood.Link link : links) {
            boolean isOut = link.from().thing().equals(middle);
            Named other = isOut ? link.to().thing() : link.from().thing();
            if (!link.isLater() && !other.equals(middle)) {
                (isOut ? after : before)
                        .computeIfAbsent(other.text() + " " + other.href(), thing -> new ArrayList<>())
                        .add(link);
            }
        }
        return before.isEmpty() && after.isEmpty() ? null : drawn(middle, before, after);
    }

    private static Sketch drawn(
            Named middle, Map<String, List<Neighbourhood.Link>> before, Map<String, List<Neighbourhood.Link>> after) {
        int rows = Math.max(Math.min(MOST, before.size()), Math.min(MOST, after.size()));
        boolean isCut = before.size() > MOST || after.size() > MOST;
        int height = 2 * TOP + Math.max(2, rows) * LINE + (isCut ? LINE / 2 : 0);
        int centre = TOP + Math.max(2, rows) * LINE / 2;
        List<Box> boxes = new ArrayList<>();
        List<Rest> rest = new ArrayList<>();
        side(before, false, centre, boxes, rest, height);
        side(after, true, centre, boxes, rest, height);
        String sentence = "Links of " + middle.text() + ": "
                + Figures.counted(before.size(), "thing leads", "things lead") + " to it, and it leads to "
                + Figures.counted(after.size(), "thing", "things") + ". The table tells all of them.";
        return new Sketch(sentence, height, box(middle, centre), boxes, rest);
    }

    private static Box box(Named middle, int centre) {
        List<String> lines = lines(middle.text());
        int height = BOX_HEIGHT / 2 * lines.size() + BOX_HEIGHT / 2;
        return new Box(lines, "", "middle", "", MIDDLE, centre - height / 2, height, "");
    }

    private static void side(
            Map<String, List<Neighbourhood.Link>> things,
            boolean isOut,
            int centre,
            List<Box> boxes,
            List<Rest> rest,
            int height) {
        int count = Math.min(MOST, things.size());
        int y = centre - count * LINE / 2 + (LINE - BOX_HEIGHT) / 2;
        for (List<Neighbourhood.Link> links :
                things.values().stream().limit(MOST).toList()) {
            boxes.add(box(links, isOut, y, centre));
            y += LINE;
        }
        if (things.size() > MOST) {
            String words = "and " + Figures.grouped(things.size() - MOST) + " more in the table";
            rest.add(new Rest(words, isOut ? WIDTH - BOX : 0, height - TOP));
        }
    }

    private static Box box(List<Neighbourhood.Link> links, boolean isOut, int y, int centre) {
        Neighbourhood.Link first = links.get(0);
        Neighbourhood.End end = isOut ? first.to() : first.from();
        Standing standing = first.standing();
        String names = String.join(
                ", ", links.stream().map(Neighbourhood.Link::name).distinct().toList());
        int edge = isOut ? WIDTH - BOX : BOX;
        int side = isOut ? MIDDLE + MIDDLE_WIDTH : MIDDLE;
        int from = y + BOX_HEIGHT / 2;
        String path = isOut ? curve(side, centre, edge, from) : curve(edge, from, side, centre);
        return new Box(
                List.of(Named.shortened(end.thing().text(), LONGEST_NAME)),
                Named.shortened(names, LONGEST_NAME),
                end.kind(),
                standing == null ? "none" : standing.name(),
                isOut ? WIDTH - BOX : 0,
                y,
                BOX_HEIGHT,
                path);
    }

    private static String curve(int x, int y, int toX, int toY) {
        int half = (x + toX) / 2;
        return "M" + x + " " + y + "C" + half + " " + y + " " + half + " " + toY + " " + (toX - 1) + " " + toY;
    }

    private static List<String> lines(String name) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String word : name.split(" ", -1)) {
            String last = lines.get(lines.size() - 1);
            if (!last.isEmpty() && last.length() + word.length() >= LINE_LENGTH) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, (last + " " + word).strip());
            }
        }
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(MIDDLE_LINES, lines.size())));
        shown.replaceAll(line -> Named.shortened(line, LINE_LENGTH));
        if (lines.size() > MIDDLE_LINES) {
            shown.set(MIDDLE_LINES - 1, shown.get(MIDDLE_LINES - 1) + "…");
        }
        return shown;
    }

    /** Width of the box in the middle. */
    public int middleWidth() {
        return MIDDLE_WIDTH;
    }
}
