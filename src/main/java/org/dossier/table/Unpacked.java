package org.dossier.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a packed file gives, watched: text of which a byte was changed on the way is not taken for the text, and a few
 * bytes that become a hundred gigabytes do not fill the disk.
 */
final class Unpacked extends FilterInputStream {

    /** Tables are packed to a tenth or a fiftieth; a thousandth is the most that the format allows. */
    private static final long MOST_TIMES_ITS_SIZE = 250;

    /** However much smaller it was, this is no burden. */
    private static final long ALWAYS_ALLOWED = 64L << 20;

    private static final long UNKNOWN = -1;

    private final CRC32 digest = new CRC32();
    private final long expectedDigest;
    private final long packed;
    private long given;

    /** More comes out of a packed file than any table packs to. */
    static final class TooMuchException extends ZipException {
        TooMuchException(long given, long packed) {
            super(String.format(
                    Locale.ROOT,
                    "%,d bytes and more are packed into %,d, which no table is: it may be made to fill the disk",
                    given,
                    packed));
        }
    }

    private Unpacked(InputStream stream, long packed, long expectedDigest) {
        super(stream);
        this.packed = packed;
        this.expectedDigest = expectedDigest;
    }

    /** @param packed length of the packed file in bytes */
    static InputStream of(InputStream stream, long packed) {
        return new Unpacked(stream, packed, UNKNOWN);
    }

    static InputStream of(ZipFile zip, @Nullable ZipEntry member) throws IOException {
        if (member == null) {
            throw new ZipException("the member is gone");
        }
        return new Unpacked(zip.getInputStream(member), Math.max(0, member.getCompressedSize()), member.getCrc());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read < 0) {
            requireWhole();
            return read;
        }
        given += read;
        if (given > ALWAYS_ALLOWED && given / MOST_TIMES_ITS_SIZE > packed) {
            throw new TooMuchException(given, packed);
        }
        if (expectedDigest != UNKNOWN) {
            digest.update(target, offset, read);
        }
        return read;
    }

    /** What is skipped is read too, or the checksum would be another. */
    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.max(0, Math.min(count, 1 << 13))];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    private void requireWhole() throws ZipException {
        if (expectedDigest != UNKNOWN && digest.getValue() != expectedDigest) {
            throw new ZipException("its checksum is another");
        }
    }
}
