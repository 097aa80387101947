package org.dossier.table;

/** Hashes texts to 64 bits, four characters at a time, by the products of 128 bits that wyhash uses. */
final class Fingerprint {

    static final long START = 0x9E3779B97F4A7C15L;

    private static final long FACTOR = 0xFF51AFD7ED558CCDL;

    private Fingerprint() {}

    /** The fingerprint of what was hashed before, followed by this text as a text of its own. */
    static long add(long before, char[] chars, int start, int end) {
        long print = step(before, (long) end - start);
        int at = start;
        for (; at + 4 <= end; at += 4) {
            long four = chars[at]
                    | ((long) chars[at + 1] << 16)
                    | ((long) chars[at + 2] << 32)
                    | ((long) chars[at + 3] << 48);
            print = step(print, four);
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = (rest << 16) | chars[at];
        }
        return step(print, rest);
    }

    private static long step(long print, long bits) {
        long mixed = print ^ bits ^ START;
        return (mixed * FACTOR) ^ Math.multiplyHigh(mixed, FACTOR);
    }
}
