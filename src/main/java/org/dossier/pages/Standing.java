package org.dossier.pages;

import java.util.List;

/**
 * How a record stands, as a badge shows it: by word and shape, and by colour only beside them.
 *
 * @param name local name of the concept, such as {@code documented}
 * @param label what people read
 * @param meaning one sentence
 */
public record Standing(String name, String label, String meaning) {

    /** Of what no rule has judged. */
    static final Standing NONE = new Standing("none", "without standing", "");

    /** All that rules give, the surest first. */
    static final List<String> NAMES =
            List.of("documented", "acknowledged", "corroborated", "reported", "stated", "disputed", "retracted");

    private static final String SQUARE = "M2 2h12v12H2z";
    private static final String DIAMOND = "M8 1l7 7-7 7-7-7z";
    private static final String TWO_DISCS =
            "M5 4a4 4 0 1 0 0 8 4 4 0 1 0 0-8zM12 4.2a4 4 0 0 1 0 7.6 5.5 5.5 0 0 0 0-7.6z";
    private static final String DISC = "M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z";
    private static final String RING = "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2zm0 2.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 1 1 0-7z";
    private static final String ARROWS_AGAINST_EACH_OTHER = "M0 2l7 6-7 6zM16 2L9 8l7 6z";
    private static final String CROSS = "M3.5 1.5L8 6l4.5-4.5 2 2L10 8l4.5 4.5-2 2L8 10l-4.5 4.5-2-2L6 8 1.5 3.5z";
    private static final String BAR = "M2 7h12v2H2z";

    /** What it means, for whoever sees it for the first time. */
    public String inPlainWords() {
        return switch (name) {
            case "documented" -> "a public record, or what its author published, says so itself";
            case "acknowledged" -> "an independent source says so, and a party confirms it";
            case "corroborated" -> "two or more independent sources say so";
            case "reported" -> "one independent source says so";
            case "stated" -> "only the parties themselves say so";
            case "disputed" -> "somebody speaks against it; both sides are shown";
            case "retracted" -> "every word for it was taken back";
            default -> meaning;
        };
    }

    /** Path of its sign, in a square of 16 by 16: the fuller, the surer. */
    public String shape() {
        return switch (name) {
            case "documented" -> SQUARE;
            case "acknowledged" -> DIAMOND;
            case "corroborated" -> TWO_DISCS;
            case "reported" -> DISC;
            case "stated" -> RING;
            case "disputed" -> ARROWS_AGAINST_EACH_OTHER;
            case "retracted" -> CROSS;
            default -> BAR;
        };
    }
}
