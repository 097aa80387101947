package org.dossier.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Finds out how a text is encoded, from its first million bytes. */
final class Encoding {

    private static final int SAMPLE_BYTES = 1 << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_MARK = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_MARK_REVERSED = {(byte) 0xFF, (byte) 0xFE};

    private Encoding() {}

    /** A text without its byte order mark, and the encoding to decode it by. */
    record Found(InputStream text, Charset encoding, int markLength) {}

    /**
     * @param declared what the layout says; a byte order mark of UTF-8 is believed all the same
     * @param problems told when the encoding was guessed
     * @throws UnreadableTableException when this is no text in an encoding that can be read
     */
    static Found find(InputStream stream, @Nullable Charset declared, String file, Problems problems)
            throws IOException, UnreadableTableException {
        byte[] sample = stream.readNBytes(SAMPLE_BYTES);
        requireText(sample, file);
        if (startsWith(sample, UTF_8_MARK)) {
            return found(sample, UTF_8_MARK.length, stream, StandardCharsets.UTF_8);
        }
        return found(sample, 0, stream, declared == null ? guess(sample, file, problems) : declared);
    }

    private static Found found(byte[] sample, int mark, InputStream rest, Charset encoding) {
        InputStream start = new ByteArrayInputStream(sample, mark, sample.length - mark);
        return new Found(new SequenceInputStream(start, rest), encoding, mark);
    }

    private static void requireText(byte[] sample, String file) throws UnreadableTableException {
        if (startsWith(sample, UTF_16_MARK) || startsWith(sample, UTF_16_MARK_REVERSED)) {
            throw new UnreadableTableException(notText(file, "this text is UTF-16"));
        }
        for (int at = 0; at < sample.length; at++) {
            if (sample[at] == 0) {
                throw new UnreadableTableException(notText(file, "byte 0 at offset " + at + ": this is no text"));
            }
        }
    }

    private static Problem notText(String file, String message) {
        return Problem.error(Place.wholeFile(file), "not-a-text", message, "save it as CSV in UTF-8");
    }

    private static Charset guess(byte[] sample, String file, Problems problems) {
        Optional<Integer> odd = firstBadByte(sample, StandardCharsets.UTF_8);
        if (odd.isEmpty() || firstBadByte(sample, WINDOWS).isPresent()) {
            return StandardCharsets.UTF_8;
        }
        problems.warning(
                Place.wholeFile(file),
                "encoding-detected",
                String.format(
                        Locale.ROOT,
                        "read as windows-1252: byte 0x%02X at offset %d is not UTF-8",
                        sample[odd.get()],
                        odd.get()),
                "set 'encoding' in source.yaml to be sure");
        return WINDOWS;
    }

    /** Offset of the first byte that does not fit; a character that the sample cuts in two fits. */
    private static Optional<Integer> firstBadByte(byte[] sample, Charset encoding) {
        ByteBuffer bytes = ByteBuffer.wrap(sample);
        CharBuffer room = CharBuffer.allocate(sample.length + 1);
        CoderResult result = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, room, false);
        return result.isError() ? Optional.of(bytes.position()) : Optional.empty();
    }

    private static boolean startsWith(byte[] sample, byte[] mark) {
        return sample.length >= mark.length
                && ByteBuffer.wrap(sample, 0, mark.length).equals(ByteBuffer.wrap(mark));
    }
}
