package org.dossier.build;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import org.dossier.problem.SurroundingsException;

/** Fetches files of open data, because somebody asked for it on the command line. */
public final class Download {

    private static final String FILE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private final Path folder;
    private final Web web;
    private final Consumer<String> tell;

    /** @param tell is told each address before it is asked, and what came of it */
    Download(Path dossier, String importName, Web web, Consumer<String> tell) {
        this.folder = dossier.resolve("build").resolve("downloads").resolve(importName);
        this.web = web;
        this.tell = tell;
    }

    /** Whether a file can be fetched from there: an address of the web that ends in the name of a file. */
    public static boolean isPossible(URI address) {
        return Web.isAddress(address) && fileName(address).matches(FILE_NAME);
    }

    static String fileName(URI address) {
        String path = String.valueOf(address.getPath());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Fetches a file whole, or leaves nothing.
     *
     * @param tell is told the address before it is asked, and the length and SHA-256 of what came
     * @return where it lies then: {@code build/downloads/NAME/FILE}
     * @throws SurroundingsException when it cannot be had
     */
    public static Path fetch(Path dossier, String importName, URI address, Consumer<String> tell) {
        return new Download(dossier, importName, Web.USUAL, tell).fetch(address, fileName(address));
    }

    /** Where a file of this name is put. */
    Path place(String name) {
        return folder.resolve(name);
    }

    /** @param name of the file that it becomes here */
    Path fetch(URI address, String name) {
        tell.accept("downloading " + address);
        return write(address, name, stream -> {
            try (Web.Answer answer = web.get(address)) {
                long received = copy(answer, stream, Files.getFileStore(folder).getUsableSpace());
                if (answer.length() >= 0 && answer.length() != received) {
                    throw new IOException("it ended after " + received + " of " + answer.length()
                            + " bytes; nothing was kept, ask again");
                }
            }
        });
    }

    /** @param room bytes that the disk has room for */
    private static long copy(Web.Answer answer, OutputStream stream, long room) throws IOException {
        byte[] chunk = new byte[1 << 16];
        long received = 0;
        for (int read = 0; read >= 0; read = answer.body().read(chunk)) {
            stream.write(chunk, 0, read);
            received += read;
            if (Math.max(received, answer.length()) > room) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "it has %,d bytes or more, and the disk has room for %,d",
                        Math.max(received, answer.length()),
                        room));
            }
        }
        return received;
    }

    /** Writes a file. */
    interface Writing {
        void into(OutputStream stream) throws IOException;
    }

    /**
     * Writes a file whole, or leaves nothing; what was there before by its name stays until then.
     *
     * @param address where it comes from, for messages
     */
    Path write(URI address, String name, Writing writing) {
        Path target = place(name);
        Path unfinished = place(name + ".part");
        try {
            Files.createDirectories(folder);
            try (DigestOutputStream stream =
                    new DigestOutputStream(Files.newOutputStream(unfinished), MessageDigest.getInstance("SHA-256"))) {
                writing.into(stream);
                stream.close();
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
                tell.accept(String.format(
                        Locale.ROOT,
                        "received %s: %,d bytes, sha256 %s",
                        name,
                        Files.size(target),
                        HexFormat.of().formatHex(stream.getMessageDigest().digest())));
                return target;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java has SHA-256", missing);
        } catch (IOException failure) {
            throw cannot(address, failure);
        }
    }

    static SurroundingsException cannot(URI address, IOException failure) {
        String reason = failure instanceof SocketTimeoutException
                ? "the server is silent; nothing was kept, ask again later"
                : failure instanceof Web.StatusException ? failure.getMessage() : failure.toString();
        return new SurroundingsException("cannot download " + address + ": " + reason, failure);
    }
}
