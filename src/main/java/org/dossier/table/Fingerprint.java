package org.dossier.table;

/** Hashes texts to 64 bits, four characters at a time, by the finalizer of MurmurHash3. */
final class Fingerprint {

    static final long START = 0x9E3779B97F4A7C15L;

    private Fingerprint() {}

    /** The fingerprint of what was hashed before, followed by this text as a text of its own. */
    static long add(long before, char[] chars, int start, int end) {
        long print = mix(before ^ (end - start));
        int at = start;
        for (; at + 4 <= end; at += 4) {
            print = mix(print
                    ^ chars[at]
                    ^ (long) chars[at + 1] << 16
                    ^ (long) chars[at + 2] << 32
                    ^ (long) chars[at + 3] << 48);
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = rest << 16 | chars[at];
        }
        return mix(print ^ rest);
    }

    /** Every bit of the result depends on every bit of the input, and no two inputs have one result. */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }
}
