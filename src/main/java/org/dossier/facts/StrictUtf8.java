package org.dossier.facts;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** Decodes UTF-8, and says where a byte is something else. */
public final class StrictUtf8 {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ByteBuffer bytes;
    private final CharBuffer text;
    private int badBytes;
    private int firstBadByte;
    private int placeOfFirst;

    private StrictUtf8(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.text = CharBuffer.allocate(bytes.length + 1);
    }

    /**
     * The text without byte order mark; bad bytes are read as Windows-1252, so that the rest can be checked too.
     *
     * @param path of the file, relative to the dossier folder
     */
    public static String decode(String path, byte[] bytes, Problems problems) {
        if (isUtf16(bytes)) {
            problems.error(new Place(path, 1, 1), "not-utf-8", "this file is UTF-16", "save the file as UTF-8");
            return withoutMark(new String(bytes, StandardCharsets.UTF_16));
        }
        StrictUtf8 decoding = new StrictUtf8(bytes);
        String text = decoding.run();
        if (decoding.badBytes > 0) {
            decoding.report(path, text, problems);
        }
        return withoutMark(text);
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private String run() {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(bytes, text, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                takeBadByte();
            }
            result = decoder.decode(bytes, text, true);
        }
        return text.flip().toString();
    }

    private void takeBadByte() {
        byte bad = bytes.get();
        if (badBytes == 0) {
            firstBadByte = bad & 0xFF;
            placeOfFirst = text.position();
        }
        badBytes++;
        text.put(new String(new byte[] {bad}, WINDOWS));
    }

    private void report(String path, String text, Problems problems) {
        String before = withoutMark(text.substring(0, placeOfFirst));
        String[] lines = before.split("\r\n|\n|\r", -1);
        String line = lines[lines.length - 1];
        String character = text.substring(placeOfFirst, placeOfFirst + 1);
        String guess = character.equals("\uFFFD") ? "" : "; it looks like Windows-1252 (" + character + ")";
        String others = badBytes == 1 ? "" : ", as " + (badBytes - 1) + " more";
        problems.error(
                new Place(path, lines.length, line.codePointCount(0, line.length()) + 1),
                "not-utf-8",
                String.format("byte 0x%02X is not UTF-8%s%s", firstBadByte, others, guess),
                "save the file as UTF-8");
    }
}
