package org.dossier.triples;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.jspecify.annotations.Nullable;

/**
 * Terms by their spelling in N-Triples. Each spelling is read once, however often it comes, and numbered in the order in
 * which they come. A term that is spelled in two ways has two numbers.
 */
public final class TermTable {

    private static final int SLOTS_AT_FIRST = 1 << 12;

    /** Number and one of the term whose spelling has this slot, or 0. */
    private int[] slots = new int[SLOTS_AT_FIRST];

    private int[] hashes = new int[SLOTS_AT_FIRST / 2];
    private byte[][] spellings = new byte[SLOTS_AT_FIRST / 2][];
    private Node[] terms = new Node[SLOTS_AT_FIRST / 2];
    private int size;

    /** How many there are; their numbers are smaller. */
    public int size() {
        return size;
    }

    public Node term(int number) {
        return terms[number];
    }

    /** The number of a term, which may be new. */
    public int number(Node term) {
        byte[] spelling = NodeFmtLib.strNT(term).getBytes(StandardCharsets.UTF_8);
        int hash = hash(spelling, 0, spelling.length);
        int known = known(spelling, 0, spelling.length, hash);
        return known >= 0 ? known : add(spelling, hash, term);
    }

    /** @return the number of the term that part of an array spells, or -1 when there is no such term */
    int number(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int known = known(bytes, from, to, hash);
        if (known >= 0) {
            return known;
        }
        byte[] spelling = Arrays.copyOfRange(bytes, from, to);
        @Nullable Node term = Spelling.term(new String(spelling, StandardCharsets.UTF_8));
        return term == null ? -1 : add(spelling, hash, term);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash;
    }

    private int known(byte[] bytes, int from, int to, int hash) {
        for (int slot = slot(hash); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash
                    && Arrays.equals(spellings[number], 0, spellings[number].length, bytes, from, to)) {
                return number;
            }
        }
        return -1;
    }

    /** Spreads hashes of spellings that differ in their last letters only. */
    private int slot(int hash) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ spread >>> 15) & slots.length - 1;
    }

    private int add(byte[] spelling, int hash, Node term) {
        if (size == terms.length) {
            grow();
        }
        hashes[size] = hash;
        spellings[size] = spelling;
        terms[size] = term;
        occupy(size);
        return size++;
    }

    private void grow() {
        int room = size * 2;
        hashes = Arrays.copyOf(hashes, room);
        spellings = Arrays.copyOf(spellings, room);
        terms = Arrays.copyOf(terms, room);
        slots = new int[room * 2];
        for (int number = 0; number < size; number++) {
            occupy(number);
        }
    }

    private void occupy(int number) {
        int slot = slot(hashes[number]);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = number + 1;
    }
}
