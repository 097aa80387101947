package org.dossier.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.dossier.serve.Site.Page;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages smaller for clients that read gzip. What never changes under its address is compressed once. Nothing that is
 * sent is secret, so that its length may tell what it says.
 */
final class Gzip {

    static final String ENCODING = "gzip";

    /** Smaller ones fit into one packet as they are. */
    private static final int SMALLEST = 1_000;

    /** Larger ones would take too much memory and time at once. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private static final long KEPT_BYTES = 32L * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final int OK = 200;

    private static final Pattern REFUSED = Pattern.compile(".*; *q *= *0(\\.0*)? *");

    private final Map<String, ByteBuffer> kept = new LinkedHashMap<>();
    private long keptBytes;

    /** @param encodings the header {@code Accept-Encoding}, if there is one */
    static boolean isReadBy(@Nullable String encodings) {
        if (encodings == null) {
            return false;
        }
        Map<String, Boolean> accepted = new HashMap<>();
        for (String encoding : encodings.toLowerCase(Locale.ROOT).split(",", -1)) {
            String name = encoding.split(";", -1)[0].strip();
            accepted.put(name, !REFUSED.matcher(encoding).matches());
        }
        return accepted.getOrDefault(ENCODING, accepted.getOrDefault("*", false));
    }

    /** The tag of the compressed form of what has this tag. */
    static String tag(String tag) {
        return tag.replaceFirst("\"$", "-" + ENCODING + "\"");
    }

    /**
     * The page as this client gets it.
     *
     * @param path where it is
     */
    Page of(Page page, String path, @Nullable String encodings) {
        int size = page.body().remaining();
        if (size < SMALLEST || size > LARGEST) {
            return page;
        }
        Page varying = page.with(Map.of("Vary", varies(page)));
        return isReadBy(encodings) ? compressed(varying, path) : varying;
    }

    private static String varies(Page page) {
        String before = page.headers().get("Vary");
        return before == null ? "Accept-Encoding" : before + ", Accept-Encoding";
    }

    private Page compressed(Page page, String path) {
        String tag = page.headers().get("ETag");
        Map<String, String> headers = tag == null
                ? Map.of("Content-Encoding", ENCODING)
                : Map.of("Content-Encoding", ENCODING, "ETag", tag(tag));
        ByteBuffer body = isForEver(page) ? kept(path + " " + tag, page.body()) : compressed(page.body());
        return new Page(page.status(), page.contentType(), page.headers(), body).with(headers);
    }

    /** Whether the address, or the tag of a file of the release, stands for these bytes alone. */
    private static boolean isForEver(Page page) {
        boolean isFile = page.body().isDirect();
        return page.status() == OK
                && (isFile || page.headers().getOrDefault("Cache-Control", "").contains("immutable"));
    }

    /** One after the other, so that many who ask for a large file at once wait for one compression. */
    private synchronized ByteBuffer kept(String key, ByteBuffer body) {
        ByteBuffer known = kept.remove(key);
        ByteBuffer made = known == null ? compressed(body) : known;
        keptBytes += known == null ? made.remaining() : 0;
        kept.put(key, made);
        while (keptBytes > KEPT_BYTES) {
            String oldest = kept.keySet().iterator().next();
            ByteBuffer gone = kept.remove(oldest);
            keptBytes -= gone == null ? 0 : gone.remaining();
        }
        return made.duplicate();
    }

    private static ByteBuffer compressed(ByteBuffer body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.remaining() / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes, BUFFER)) {
            Channels.newChannel(out).write(body.duplicate());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail so", impossible);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }
}
