package org.dossier.build;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.OptionalLong;
import org.dossier.problem.SurroundingsException;

/** Fetches a file of open data, because somebody asked for it on the command line. */
public final class Download {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FILE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private Download() {}

    /** Whether a file can be fetched from there: an address of the web that ends in the name of a file. */
    public static boolean isPossible(URI address) {
        boolean isOfTheWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        return isOfTheWeb && address.getHost() != null && fileName(address).matches(FILE_NAME);
    }

    private static String fileName(URI address) {
        String path = String.valueOf(address.getPath());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Fetches a file whole, or leaves nothing.
     *
     * @return where it lies then: {@code build/downloads/NAME/FILE}
     * @throws SurroundingsException when it cannot be had
     */
    public static Path fetch(Path dossier, String importName, URI address) {
        Path target = dossier.resolve("build")
                .resolve("downloads")
                .resolve(importName)
                .resolve(fileName(address));
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try {
                receive(address, unfinished);
                return Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException failure) {
            throw new SurroundingsException("cannot download " + address + ": " + failure, failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new SurroundingsException("cannot download " + address + ": interrupted", ended);
        }
    }

    private static void receive(URI address, Path file) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("the server answers " + response.statusCode());
            }
            long received = Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            OptionalLong announced = response.headers().firstValueAsLong("Content-Length");
            if (announced.isPresent() && announced.getAsLong() != received) {
                throw new IOException("it ended after " + received + " of " + announced.getAsLong() + " bytes");
            }
        }
    }
}
