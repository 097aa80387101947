package org.dossier.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One file of rows on this machine: plain, packed by gzip, or a member of a zip.
 *
 * @param path where it lies
 * @param member name inside the zip; absent for other files
 */
public record TableFile(Path path, @Nullable String member) {

    private static final int CHUNK = 1 << 16;

    /**
     * The files of rows at this path: itself, or the members of a zip that match the layout, in order of their names.
     *
     * @throws UnreadableTableException when a zip is damaged, or holds several files and the layout does not say which
     */
    public static List<TableFile> at(Path path, Layout layout) throws IOException, UnreadableTableException {
        if (!isZip(path)) {
            return List.of(new TableFile(path, null));
        }
        List<String> members = members(path);
        List<String> wanted =
                members.stream().filter(name -> matches(name, layout)).sorted().toList();
        if (wanted.isEmpty() || (wanted.size() > 1 && layout.member() == null)) {
            throw new UnreadableTableException(Problem.error(
                    Place.wholeFile(fileName(path)),
                    "which-member",
                    wanted.isEmpty()
                            ? "no file of rows in this zip"
                                    + (layout.member() == null ? "" : " matches '" + layout.member() + "'")
                            : wanted.size() + " files of rows are in this zip",
                    "set 'member' in source.yaml to the name wanted; it holds " + String.join(", ", members)));
        }
        return wanted.stream().map(name -> new TableFile(path, name)).toList();
    }

    private static boolean isZip(Path path) {
        return fileName(path).toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static List<String> members(Path path) throws IOException, UnreadableTableException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .sorted()
                    .toList();
        } catch (ZipException damaged) {
            throw new UnreadableTableException(damaged(fileName(path), damaged));
        }
    }

    private static boolean matches(String name, Layout layout) {
        if (layout.member() == null) {
            return Format.of(name).isPresent() && !name.startsWith("__MACOSX/");
        }
        PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + layout.member());
        return pattern.matches(Path.of(name)) || pattern.matches(Path.of(name).getFileName());
    }

    /** What is wrong with a packed file that could not be unpacked. */
    static Problem damaged(String name, IOException failure) {
        if (failure instanceof Unpacked.TooMuchException tooMuch) {
            return Problem.error(
                    Place.wholeFile(name),
                    "packed-too-tightly",
                    String.valueOf(tooMuch.getMessage()),
                    "unpack it elsewhere if you trust it, and import what comes out");
        }
        return Problem.error(
                Place.wholeFile(name),
                "broken-archive",
                "the packed file is damaged or cut short",
                "download or pack it again");
    }

    /** What messages call it: its name without folders, and the member behind an exclamation mark. */
    public String name() {
        return member == null ? fileName(path) : fileName(path) + "!" + member;
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** The name that tells its format. */
    String innerName() {
        return member == null ? fileName(path) : member;
    }

    /** Its length in bytes as it lies on disk; of a member once it is unpacked, or 0 when the zip does not tell. */
    public long size() throws IOException {
        if (member == null) {
            return Files.size(path);
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return Math.max(0, zip.getEntry(member).getSize());
        }
    }

    /** SHA-256 of its bytes as it lies on disk, of a member once it is unpacked, in hexadecimal. */
    public String sha256() throws IOException {
        try (DigestInputStream stream = new DigestInputStream(raw(bytes -> {}), MessageDigest.getInstance("SHA-256"))) {
            byte[] chunk = new byte[CHUNK];
            int read;
            do {
                read = stream.read(chunk);
            } while (read >= 0);
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java has SHA-256", missing);
        }
    }

    /** Its text as bytes, unpacked. */
    InputStream open(LongConsumer onBytesRead) throws IOException {
        InputStream raw = raw(onBytesRead);
        if (!innerName().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return raw;
        }
        try {
            return Unpacked.of(new GZIPInputStream(raw, CHUNK), size());
        } catch (IOException noGzip) {
            raw.close();
            throw noGzip;
        }
    }

    private InputStream raw(LongConsumer onBytesRead) throws IOException {
        if (member == null) {
            return new Counted(Files.newInputStream(path), onBytesRead);
        }
        ZipFile zip = new ZipFile(path.toFile());
        InputStream unpacked = Unpacked.of(zip, zip.getEntry(member));
        return new Counted(new BufferedInputStream(unpacked, CHUNK), onBytesRead) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }

    /** Tells how far the file has been read. */
    private static class Counted extends FilterInputStream {
        private final LongConsumer onBytesRead;

        Counted(InputStream stream, LongConsumer onBytesRead) {
            super(stream);
            this.onBytesRead = onBytesRead;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            onBytesRead.accept(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            onBytesRead.accept(Math.max(read, 0));
            return read;
        }
    }
}
