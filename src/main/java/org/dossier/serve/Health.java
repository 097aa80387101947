package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dossier.release.Manifest;

/** {@code /health}: that the server is there, and what it serves, for programs that watch it. */
final class Health implements Site {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final Manifest manifest;
    private final long triples;

    Health(Manifest manifest, DatasetGraph data) {
        this.manifest = manifest;
        this.triples = data.getDefaultGraph().size();
    }

    @Override
    public Optional<Page> page(Visit visit) {
        return visit.path().equals("/health") ? Optional.of(state()) : Optional.empty();
    }

    private Page state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("release", manifest.id());
        state.put("built", manifest.built());
        state.put("triples", triples);
        try {
            ByteBuffer json = UTF_8.encode(JSON.writeValueAsString(state) + "\n");
            return new Page(OK, "application/json", Map.of("Cache-Control", "no-store"), json);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("texts and numbers have a JSON form", impossible);
        }
    }
}
