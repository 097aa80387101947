package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dossier.release.Manifest;

/** {@code /health}: that the server is there, what it serves, and within which limits, for programs that watch it. */
final class Health implements Site {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final CurrentlyServed current;
    private final Lanes lanes;
    private final ServerSettings settings;
    private final Clock clock;

    Health(CurrentlyServed current, Lanes lanes, ServerSettings settings, Clock clock) {
        this.current = current;
        this.lanes = lanes;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Page> page(Visit visit) {
        return visit.path().equals("/health") ? Optional.of(page()) : Optional.empty();
    }

    private Page page() {
        try {
            ByteBuffer json = UTF_8.encode(JSON.writeValueAsString(state()) + "\n");
            return new Page(OK, "application/json", Map.of("Cache-Control", "no-store"), json);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("texts and numbers have a JSON form", impossible);
        }
    }

    private Map<String, Object> state() {
        Served served = current.enter();
        try {
            Manifest manifest = served.manifest();
            Map<String, Object> state = new LinkedHashMap<>();
            state.put("release", manifest.id());
            state.put("built", manifest.built());
            state.put(
                    "ageSeconds",
                    Math.max(
                            0,
                            Duration.between(Instant.parse(manifest.built()), clock.instant())
                                    .toSeconds()));
            state.put("triples", served.triples());
            state.put("store", served.isOnDisk() ? "disk" : "memory");
            state.put("queriesRunning", lanes.running());
            state.put("queriesWaiting", lanes.waiting());
            state.put("limits", limits());
            return state;
        } finally {
            served.leave();
        }
    }

    private Map<String, String> limits() {
        Map<String, String> limits = new LinkedHashMap<>();
        settings.effective().forEach((setting, value) -> {
            if (setting.isLimit()) {
                limits.put(setting.key(), value);
            }
        });
        return limits;
    }
}
