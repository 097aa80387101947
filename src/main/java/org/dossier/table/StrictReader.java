package org.dossier.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes a stream, and stops at the first byte that the encoding does not allow instead of replacing it. */
final class StrictReader extends Reader {

    private static final int BUFFER_BYTES = 1 << 16;

    /** A byte that does not fit the encoding. */
    static final class BadByteException extends IOException {
        /** Bytes before it, from the start of the text. */
        final long offset;

        final int value;

        BadByteException(long offset, int value) {
            super("byte " + offset);
            this.offset = offset;
            this.value = value;
        }
    }

    private final InputStream stream;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private long bytesBefore;
    private boolean atEnd;

    StrictReader(InputStream stream, Charset encoding) {
        this.stream = stream;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer room = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, room, atEnd);
            int decoded = room.position() - offset;
            if (decoded > 0) {
                return decoded;
            }
            if (result.isError()) {
                throw new BadByteException(bytesBefore + bytes.position(), Byte.toUnsignedInt(bytes.get()));
            }
            if (atEnd) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytesBefore += bytes.position();
        bytes.compact();
        int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
