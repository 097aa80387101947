package org.dossier.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dossier.facts.StrictUtf8;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;

/** Reads one file into the text that quotes are compared with. */
final class SourceReader {

    /** A text larger than this is no article, and would fill the memory. */
    private static final long MOST_BYTES = 64L << 20;

    private final Path file;
    private final String shown;
    private final Place place;
    private final Problems problems;

    private SourceReader(Path file, String shown, Place place, Problems problems) {
        this.file = file;
        this.shown = shown;
        this.place = place;
        this.problems = problems;
    }

    /**
     * The text of a file; nothing when a problem has been told instead.
     *
     * @param shown the file's path as people know it
     * @param place where the file is named
     * @throws SurroundingsException when the disk does not hand the file out
     */
    static Optional<SourceText> read(Path file, String shown, Place place, Problems problems) {
        try {
            return new SourceReader(file, shown, place, problems).read();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    private Optional<SourceText> read() throws IOException {
        Optional<SourceFormat> format = SourceFormat.of(shown);
        if (format.isEmpty()) {
            report("no words can be read from '" + shown + "'", "save it as text, Markdown, HTML or PDF");
            return Optional.empty();
        }
        if (Files.size(file) > MOST_BYTES) {
            report("'" + shown + "' is larger than 64 MB", "keep the part that is quoted");
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        Optional<ExtractedText> words = format.get() == SourceFormat.PDF
                ? pdf(bytes)
                : Optional.of(words(format.get(), StrictUtf8.decode(shown, bytes, problems)));
        return words.map(found -> new SourceText(sha256(bytes), format.get(), found));
    }

    private Optional<ExtractedText> pdf(byte[] bytes) {
        try {
            ExtractedText words = PdfText.read(bytes);
            if (!words.text().isBlank()) {
                return Optional.of(words);
            }
            report("'" + shown + "' has pictures of pages, but no words", "run it through text recognition");
        } catch (IOException damaged) {
            report("'" + shown + "' cannot be read as a PDF: " + damaged.getMessage(), "get it once more");
        }
        return Optional.empty();
    }

    private static ExtractedText words(SourceFormat format, String text) {
        return switch (format) {
            case WEB_PAGE -> WebPage.read(text);
            case MARKDOWN -> MarkdownText.read(text);
            case TEXT -> PlainText.read(text);
            case TABLE, PDF -> new ExtractedText(text, List.of(), List.of(), "");
        };
    }

    private void report(String message, String remedy) {
        problems.error(place, "unreadable-text", message, remedy);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java has SHA-256", missing);
        }
    }
}
