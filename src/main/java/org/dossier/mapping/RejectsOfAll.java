package org.dossier.mapping;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code rejects.csv}: the rejects of several files one behind the other, under one header. */
final class RejectsOfAll implements AutoCloseable {

    private final Path file;
    private final BufferedWriter writer;
    private boolean hasHeader;

    private RejectsOfAll(Path file) throws IOException {
        this.file = file;
        this.writer = Files.newBufferedWriter(file);
    }

    static RejectsOfAll in(Path folder) throws IOException {
        return new RejectsOfAll(Files.createDirectories(folder).resolve("rejects.csv"));
    }

    Path file() {
        return file;
    }

    void add(Path rejects) throws IOException {
        if (!Files.exists(rejects)) {
            return;
        }
        try (BufferedReader reader = Files.newBufferedReader(rejects)) {
            String header = reader.readLine();
            if (!hasHeader && header != null) {
                writer.write(header + "\r\n");
                hasHeader = true;
            }
            reader.transferTo(writer);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
