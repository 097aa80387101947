package org.dossier.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.dossier.problem.JsonMistake;
import org.dossier.problem.SurroundingsException;
import org.dossier.triples.Sha256;

/**
 * Asks an API for a file, as USAspending's gives them: rows in pages, a job that packs a file while one waits, or a list of
 * files that are packed already. Which of these it is, its answer tells.
 */
public final class ApiDownload {

    /** Amounts stay as they were written, to the last zero. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final int MOST_BYTES_OF_ANSWER = 64 << 20;
    private static final int TRIES = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_JOB = Duration.ofHours(1);

    /** Lets time go by. */
    interface Waiting {
        void wait(Duration duration) throws InterruptedException;
    }

    private final ApiRequest request;
    private final Download download;
    private final Web web;
    private final Waiting waiting;
    private final Consumer<String> tell;

    ApiDownload(Path dossier, String importName, ApiRequest request, Web web, Waiting waiting, Consumer<String> tell) {
        this.request = request;
        this.download = new Download(dossier, importName, web, tell);
        this.web = web;
        this.waiting = waiting;
        this.tell = tell;
    }

    /**
     * Asks, waits, and fetches what is offered.
     *
     * @param tell is told what is sent and where before it is sent
     * @return the files, below {@code build/downloads/NAME/}
     * @throws SurroundingsException when they cannot be had; what was begun and can be gone on with is remembered
     */
    public static List<Path> fetch(Path dossier, String importName, ApiRequest request, Consumer<String> tell) {
        return new ApiDownload(
                        dossier, importName, request, Web.USUAL, duration -> Thread.sleep(duration.toMillis()), tell)
                .fetch();
    }

    List<Path> fetch() {
        try {
            Optional<Path> begun = begunJob();
            if (begun.isPresent()) {
                return List.of(begun.get());
            }
            tell.accept(request.text());
            JsonNode answer = ask(1);
            if (answer.path("results").isArray()) {
                return List.of(pages(answer));
            }
            if (answer.path("monthly_files").isArray()) {
                return listed(answer.path("monthly_files"));
            }
            if (answer.path("file_name").isTextual()) {
                URI status = status(answer);
                remember(status);
                return List.of(job(status));
            }
            throw new IOException("the answer has neither rows, nor a job, nor a list of files: " + shown(answer));
        } catch (IOException failure) {
            throw Download.cannot(request.address(), failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new SurroundingsException("cannot download " + request.address() + ": interrupted", ended);
        }
    }

    private static String shown(JsonNode answer) {
        String text = answer.toString();
        return text.substring(0, Math.min(text.length(), 200));
    }

    // ---- questions

    private JsonNode ask(int page) throws IOException, InterruptedException {
        return patiently(() -> web.post(request.address(), request.page(page)));
    }

    /** An answer that can be had. */
    private interface Asking {
        Web.Answer ask() throws IOException;
    }

    /** Asks again when the server is busy or silent, after waiting longer each time. */
    private JsonNode patiently(Asking asking) throws IOException, InterruptedException {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try (Web.Answer answer = asking.ask()) {
                return json(answer);
            } catch (SocketTimeoutException silent) {
                requireMoreTries(attempt, silent);
            } catch (Web.StatusException busy) {
                if (!busy.isPassing()) {
                    throw busy;
                }
                requireMoreTries(attempt, busy);
            }
            tell.accept("no answer; asking again in " + wait.toSeconds() + " s");
            waiting.wait(wait);
            wait = wait.multipliedBy(2);
        }
    }

    private static void requireMoreTries(int attempt, IOException failure) throws IOException {
        if (attempt == TRIES) {
            throw failure;
        }
    }

    private static JsonNode json(Web.Answer answer) throws IOException {
        byte[] bytes = answer.body().readNBytes(MOST_BYTES_OF_ANSWER);
        if (bytes.length == MOST_BYTES_OF_ANSWER) {
            throw new IOException("the answer has more than " + MOST_BYTES_OF_ANSWER + " bytes; ask for smaller pages");
        }
        if (answer.length() >= 0 && bytes.length != answer.length()) {
            throw new IOException("it ended after " + bytes.length + " of " + answer.length() + " bytes");
        }
        try {
            return Objects.requireNonNull(JSON.readTree(bytes));
        } catch (JsonProcessingException broken) {
            throw new IOException("the answer is no JSON: " + JsonMistake.words(broken), broken);
        }
    }

    // ---- rows in pages

    /** Writes the rows of all pages as JSON lines. */
    private Path pages(JsonNode first) {
        return download.write(request.address(), request.name() + ".jsonl", stream -> {
            try {
                writePages(first, stream);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", ended);
            }
        });
    }

    private void writePages(JsonNode first, OutputStream stream) throws IOException, InterruptedException {
        JsonNode answer = first;
        long rows = 0;
        for (int page = 1; ; page++) {
            for (JsonNode row : answer.path("results")) {
                stream.write((JSON.writeValueAsString(row) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            int received = answer.path("results").size();
            rows += received;
            tell.accept(String.format(Locale.ROOT, "page %d: %,d rows so far", page, rows));
            if (!answer.path("page_metadata").path("hasNext").asBoolean()) {
                return;
            }
            requireMore(received, rows, page);
            answer = ask(page + 1);
            requireRows(answer, page + 1);
        }
    }

    private void requireMore(int received, long rows, int page) throws IOException {
        if (received == 0) {
            throw new IOException("page " + page + " is empty, though more are announced; nothing was kept");
        }
        if (rows >= request.mostRows()) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "there are more than %,d rows; nothing was kept: narrow the filter, raise 'most rows', or ask for a bulk"
                            + " download",
                    request.mostRows()));
        }
    }

    private static void requireRows(JsonNode answer, int page) throws IOException {
        int told = answer.path("page_metadata").path("page").asInt(page);
        if (!answer.path("results").isArray() || told != page) {
            throw new IOException("asked for page " + page + ", got " + shown(answer) + "; nothing was kept");
        }
    }

    // ---- jobs

    private URI status(JsonNode answer) throws IOException {
        if (answer.path("status_url").isTextual()) {
            return Web.next(request.address(), answer.path("status_url").asText());
        }
        String name = URLEncoder.encode(answer.path("file_name").asText(), StandardCharsets.UTF_8);
        return Web.next(request.address(), "/api/v2/download/status?file_name=" + name);
    }

    /** Waits for a job, and fetches its file. */
    private Path job(URI status) throws IOException, InterruptedException {
        tell.accept("waiting for " + status);
        JsonNode state = patiently(() -> web.get(status));
        Duration wait = FIRST_WAIT;
        Duration waited = Duration.ZERO;
        while (isRunning(state, status)) {
            if (waited.compareTo(LONGEST_JOB) > 0) {
                throw new IOException("the file is not ready after " + waited.toMinutes()
                        + " minutes; the same command goes on waiting for it");
            }
            waiting.wait(wait);
            waited = waited.plus(wait);
            wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : wait;
            state = patiently(() -> web.get(status));
        }
        JsonNode named = state.path("file_url").isTextual() ? state.path("file_url") : state.path("url");
        URI address = Web.next(status, named.asText(null));
        Path file = fetchSoon(address);
        forget();
        return file;
    }

    /** A file that is said to be finished may take a little longer to reach the server that hands it out. */
    private Path fetchSoon(URI address) throws InterruptedException {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try {
                return download.fetch(address, request.name() + ending(address));
            } catch (SurroundingsException failure) {
                boolean isNotThereYet =
                        failure.getCause() instanceof Web.StatusException status && status.isOfMissing();
                if (!isNotThereYet || attempt == TRIES) {
                    throw failure;
                }
            }
            waiting.wait(wait);
            wait = wait.multipliedBy(2);
        }
    }

    private boolean isRunning(JsonNode state, URI status) throws IOException {
        String word = state.path("status").asText("");
        switch (word) {
            case "ready", "running" -> {
                return true;
            }
            case "finished" -> {
                return false;
            }
            default -> {
                forget();
                String said = state.path("message").asText("");
                throw new IOException(status + " says '" + word + "'" + (said.isEmpty() ? "" : ": " + said)
                        + "; the same command asks anew");
            }
        }
    }

    /** Of a downloaded file, the kind; its name in the dossier is that of the question, so that it takes the place of the last. */
    private static String ending(URI address) {
        String name = Download.fileName(address);
        return name.contains(".") ? name.substring(name.indexOf('.')).replaceAll("[^A-Za-z0-9.]", "") : ".csv";
    }

    private Path jobFile() {
        return download.place(request.name() + ".job");
    }

    private String digest() {
        return Sha256.of(request.text());
    }

    /** The file of a job that an earlier run did not see the end of, for the same question. */
    private Optional<Path> begunJob() throws IOException, InterruptedException {
        if (!Files.isRegularFile(jobFile())) {
            return Optional.empty();
        }
        String[] cells = Files.readString(jobFile()).strip().split("\t", -1);
        if (cells.length != 2 || !cells[0].equals(digest())) {
            return Optional.empty();
        }
        try {
            return Optional.of(job(Web.next(request.address(), cells[1])));
        } catch (Web.StatusException gone) {
            forget();
            tell.accept("the job that was begun before is gone; asking anew");
            return Optional.empty();
        }
    }

    private void remember(URI status) throws IOException {
        Files.createDirectories(Objects.requireNonNull(jobFile().getParent()));
        Files.writeString(jobFile(), digest() + "\t" + status + "\n");
    }

    private void forget() throws IOException {
        Files.deleteIfExists(jobFile());
    }

    // ---- files that are packed already

    private List<Path> listed(JsonNode files) throws IOException {
        if (files.isEmpty()) {
            throw new IOException("the list of files is empty");
        }
        List<Path> fetched = new ArrayList<>();
        for (JsonNode file : files) {
            URI address = Web.next(request.address(), file.path("url").asText(null));
            if (!Download.isPossible(address)) {
                throw new IOException("'" + address + "' is no address of a file");
            }
            fetched.add(download.fetch(address, Download.fileName(address)));
        }
        return fetched;
    }
}
