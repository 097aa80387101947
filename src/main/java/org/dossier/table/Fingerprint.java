package org.dossier.table;

/** Hashes texts to 64 bits, four characters at a time, by the products of 128 bits that wyhash uses. */
final class Fingerprint {

    static final long START = 0x9E3779B97F4A7C15L;

    private static final long FACTOR = 0xFF51AFD7ED558CCDL;

    private Fingerprint() {}

    /** The fingerprint of a text. */
    static long of(char[] chars, int start, int length) {
        long print = START ^ length;
        int end = start + length;
        int at = start;
        for (; at + 4 <= end; at += 4) {
            long four = chars[at]
                    | ((long) chars[at + 1] << 16)
                    | ((long) chars[at + 2] << 32)
                    | ((long) chars[at + 3] << 48);
            print = add(print, four);
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = (rest << 16) | chars[at];
        }
        return add(print, rest);
    }

    /** The fingerprint of what was hashed before, followed by something else. */
    static long add(long print, long bits) {
        long mixed = print ^ bits ^ START;
        return (mixed * FACTOR) ^ Math.multiplyHigh(mixed, FACTOR);
    }
}
