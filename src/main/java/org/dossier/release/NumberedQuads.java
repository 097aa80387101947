package org.dossier.release;

import java.util.Arrays;

/** Quads of numbered terms, in columns: 16 bytes each. */
final class NumberedQuads {

    /** What stands in which column; indexes are named likewise. */
    static final String ORDER = "GSPO";

    private static final int ROOM_AT_FIRST = 1 << 12;

    private final int[][] columns = new int[ORDER.length()][ROOM_AT_FIRST];
    private int size;

    void add(int graph, int subject, int predicate, int object) {
        if (size == columns[0].length) {
            Arrays.setAll(columns, column -> Arrays.copyOf(columns[column], size * 2));
        }
        columns[0][size] = graph;
        columns[1][size] = subject;
        columns[2][size] = predicate;
        columns[3][size++] = object;
    }

    /** The columns in the order of an index, such as {@code POSG}; they have room for more than there is. */
    int[][] columns(String index) {
        return index.chars().mapToObj(letter -> columns[ORDER.indexOf(letter)]).toArray(int[][]::new);
    }

    /**
     * All quads in the order of an index.
     *
     * @param index such as {@code POSG}
     * @param ranks the place of each term among all of them
     * @param places how many places there are
     */
    int[] sorted(String index, int[] ranks, int places) {
        int[] quads = new int[size];
        Arrays.setAll(quads, quad -> quad);
        int[][] inOrder = columns(index);
        for (int at = inOrder.length - 1; at >= 0; at--) {
            quads = sorted(quads, inOrder[at], ranks, places);
        }
        return quads;
    }

    /** Sorts by one column, and leaves equal ones in the order in which they are. */
    private static int[] sorted(int[] quads, int[] column, int[] ranks, int places) {
        int[] starts = new int[places + 1];
        for (int quad : quads) {
            starts[ranks[column[quad]] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] sorted = new int[quads.length];
        for (int quad : quads) {
            sorted[starts[ranks[column[quad]]]++] = quad;
        }
        return sorted;
    }
}
