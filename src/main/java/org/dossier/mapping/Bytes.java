package org.dossier.mapping;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of N-Triples as they come to be. What was written last can be taken back by setting the length. */
final class Bytes {

    /** UTF-8 needs at most three bytes for a UTF-16 unit; an escape takes two. */
    private static final int MOST_BYTES_FOR_CHAR = 3;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final boolean[] PLAIN_IN_TEXT = plainInText();
    private static final boolean[] PLAIN_IN_IRI = plainInIri();

    private byte[] array = new byte[1 << 16];
    private int length;

    private static boolean[] plainInText() {
        boolean[] plain = new boolean[0x80];
        Arrays.fill(plain, true);
        for (char escaped : "\"\\\n\r\t".toCharArray()) {
            plain[escaped] = false;
        }
        return plain;
    }

    private static boolean[] plainInIri() {
        boolean[] plain = new boolean[0x80];
        Arrays.fill(plain, '!', 0x7F, true);
        for (char forbidden : "<>\"{}|^`\\".toCharArray()) {
            plain[forbidden] = false;
        }
        return plain;
    }

    /** Whether an IRI holds none of the characters that no RDF syntax allows in one: blanks, quotes, brackets. */
    static boolean isIri(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter < 0x80 && !PLAIN_IN_IRI[letter]) {
                return false;
            }
        }
        return true;
    }

    byte[] toArray() {
        return Arrays.copyOf(array, length);
    }

    int length() {
        return length;
    }

    void setLength(int newLength) {
        length = newLength;
    }

    byte[] array() {
        return array;
    }

    byte at(int index) {
        return array[index];
    }

    void put(char ascii) {
        ensure(1);
        array[length++] = (byte) ascii;
    }

    void put(byte[] bytes) {
        put(bytes, 0, bytes.length);
    }

    void put(byte[] bytes, int offset, int count) {
        ensure(count);
        System.arraycopy(bytes, offset, array, length, count);
        length += count;
    }

    void copyFrom(Bytes other, int start, int end) {
        put(other.array, start, end - start);
    }

    /** A whole number in digits. */
    void put(long number) {
        put(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    /** The inside of a literal. */
    void text(String text) {
        int count = text.length();
        ensure(count * MOST_BYTES_FOR_CHAR);
        byte[] target = array;
        int to = length;
        int at = 0;
        while (at < count) {
            char letter = text.charAt(at++);
            if (letter < 0x80 && PLAIN_IN_TEXT[letter]) {
                target[to++] = (byte) letter;
            } else {
                length = to;
                at += special(letter, at < count ? text.charAt(at) : 0);
                to = length;
            }
        }
        length = to;
    }

    /** The inside of a literal. */
    void text(char[] chars, int start, int end) {
        ensure((end - start) * MOST_BYTES_FOR_CHAR);
        byte[] target = array;
        int to = length;
        int at = start;
        while (at < end) {
            char letter = chars[at++];
            if (letter < 0x80 && PLAIN_IN_TEXT[letter]) {
                target[to++] = (byte) letter;
            } else {
                length = to;
                at += special(letter, at < end ? chars[at] : 0);
                to = length;
            }
        }
        length = to;
    }

    /**
     * The inside of an IRI.
     *
     * @return whether it is one; otherwise part of it may have been written
     */
    boolean iri(String text) {
        int count = text.length();
        ensure(count * MOST_BYTES_FOR_CHAR);
        byte[] target = array;
        int to = length;
        int at = 0;
        while (at < count) {
            char letter = text.charAt(at++);
            if (letter < 0x80) {
                if (!PLAIN_IN_IRI[letter]) {
                    return false;
                }
                target[to++] = (byte) letter;
            } else {
                length = to;
                at += encode(letter, at < count ? text.charAt(at) : 0);
                to = length;
            }
        }
        length = to;
        return true;
    }

    /** A letter of a literal that is not itself; answers how many further chars it took. */
    private int special(char letter, char next) {
        if (letter < 0x80) {
            escape(letter);
            return 0;
        }
        return encode(letter, next);
    }

    private void escape(char letter) {
        array[length++] = '\\';
        array[length++] = (byte)
                switch (letter) {
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\t' -> 't';
                    default -> letter;
                };
    }

    /** Writes a letter beyond ASCII in UTF-8; answers how many further chars it took. Half a pair becomes U+FFFD. */
    private int encode(char letter, char next) {
        if (Character.isSurrogate(letter)) {
            boolean isPair = Character.isHighSurrogate(letter) && Character.isLowSurrogate(next);
            encode(isPair ? Character.toCodePoint(letter, next) : 0xFFFD);
            return isPair ? 1 : 0;
        }
        encode(letter);
        return 0;
    }

    private void encode(int codePoint) {
        if (codePoint < 0x800) {
            array[length++] = (byte) (0xC0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                array[length++] = (byte) (0xE0 | (codePoint >> 12));
            } else {
                array[length++] = (byte) (0xF0 | (codePoint >> 18));
                array[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            }
            array[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        }
        array[length++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    private void ensure(int more) {
        if (length + more > array.length) {
            array = Arrays.copyOf(array, Math.max(length + more, 2 * array.length));
        }
    }

    /** 64 bits that two different ranges share with a chance of one in 2^64. */
    long hash(int start, int end) {
        byte[] bytes = array;
        long print = (long) end - start;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            print = step(print, (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = (rest << Byte.SIZE) | (bytes[at] & 0xFF);
        }
        return mix(step(print, rest));
    }

    /** Takes in eight bytes: both halves of a product of 128 bits, as in wyhash. */
    private static long step(long print, long bits) {
        long mixed = print ^ bits;
        return (mixed * FACTOR) ^ Math.multiplyHigh(mixed, FACTOR);
    }

    /** The finalizer of MurmurHash3. */
    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    String string(int start, int end) {
        return new String(array, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return string(0, length);
    }
}
