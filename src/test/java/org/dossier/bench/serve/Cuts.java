package org.dossier.bench.serve;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.dossier.bench.serve.Http.Reply;
import org.dossier.serve.Setting;

/** Answers that are cut by time, rows or bytes at random points: how many look whole and are not. */
final class Cuts {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> ROWS = List.of("json", "xml", "csv", "tsv");
    private static final List<String> TRIPLES = List.of("ttl", "nt", "jsonld", "rdfxml");
    private static final String SELECT = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o";
    private static final String CONSTRUCT = "CONSTRUCT WHERE { ?s ?p ?o }";

    /** @param lying how many replies were 200 and complete by the rules of HTTP, and yet not the whole answer */
    record Outcome(int whole, int refused, int broken, int lying) {}

    private final Random random = new Random(11);
    private final Map<String, byte[]> whole = new HashMap<>();
    private int good;
    private int refused;
    private int broken;
    private int lying;

    private Cuts() {}

    /** @param points how many times an answer is cut */
    static Outcome run(int points) {
        return new Cuts().all(points);
    }

    private Outcome all(int points) {
        try (Endpoint endpoint = Endpoint.ours(Awards.dataset(4_000))) {
            Http http = new Http(endpoint.sparql(), "127.0.0.1", PATIENCE);
            ROWS.forEach(format -> whole.put(format, ask(http, format, "").body()));
            TRIPLES.forEach(format -> whole.put(format, ask(http, format, "").body()));
            for (int i = 0; i < points / 2; i++) {
                String format = format();
                note(
                        format,
                        ask(
                                http,
                                format,
                                String.format(Locale.ROOT, "&timeout=%.3f", 0.001 + random.nextDouble() * 0.15)));
            }
        }
        for (int i = 0; i < points / 20; i++) {
            cut(Map.of(Setting.ANSWER_ROWS, Integer.toString(1 + random.nextInt(25_000))));
            cut(Map.of(Setting.ANSWER_BYTES, Integer.toString(1 + random.nextInt(3_000_000))));
        }
        return new Outcome(good, refused, broken, lying);
    }

    private void cut(Map<Setting, String> settings) {
        try (Endpoint endpoint = Endpoint.ours(Awards.dataset(4_000), settings)) {
            Http http = new Http(endpoint.sparql(), "127.0.0.1", PATIENCE);
            for (int i = 0; i < 5; i++) {
                String format = format();
                note(format, ask(http, format, ""));
            }
        }
    }

    private String format() {
        List<String> formats = random.nextBoolean() ? ROWS : TRIPLES;
        return formats.get(random.nextInt(formats.size()));
    }

    private static Reply ask(Http http, String format, String further) {
        return http.query(ROWS.contains(format) ? SELECT : CONSTRUCT, "&format=" + format + further);
    }

    private void note(String format, Reply reply) {
        if (reply.status() == 200 && reply.whole()) {
            boolean isEqual = TRIPLES.contains(format)
                    ? reply.body().length == whole.get(format).length
                    : Arrays.equals(reply.body(), whole.get(format));
            good += isEqual ? 1 : 0;
            lying += isEqual ? 0 : 1;
        } else if (reply.status() == 200 || reply.status() == 0) {
            broken++;
        } else {
            refused++;
        }
    }
}
