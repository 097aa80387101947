package org.dossier.bench.serve;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dossier.release.Manifest;
import org.dossier.serve.DossierServer;
import org.dossier.serve.ServerSettings;
import org.dossier.serve.Setting;

/** A SPARQL endpoint on a free port of this machine: ours, or that of stock Fuseki. */
interface Endpoint extends AutoCloseable {

    /** Where queries are sent. */
    URI sparql();

    @Override
    void close();

    /** Starts one over some data. */
    interface Kind {
        Endpoint start(DatasetGraph data);
    }

    /** As Fuseki comes, with nothing set. */
    static Endpoint stock(DatasetGraph data) {
        FusekiServer server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .fusekiModules(FusekiModules.empty())
                .enablePing(true)
                .add("/sparql", data)
                .build()
                .start();
        return new Started(URI.create("http://localhost:" + server.getPort() + "/sparql"), server::stop);
    }

    /** Ours, with the limits that it has by itself. */
    static Endpoint ours(DatasetGraph data) {
        return ours(data, Map.of());
    }

    static Endpoint ours(DatasetGraph data, Map<Setting, String> settings) {
        Map<Setting, String> all = new EnumMap<>(Map.of(Setting.PORT, "0"));
        all.putAll(settings);
        Manifest manifest = new Manifest(
                "0".repeat(32),
                "Bench",
                "https://example.org/id/",
                "2026-01-01T00:00:00Z",
                "bench",
                List.of(),
                List.of(),
                new TreeMap<>(),
                Map.of());
        DossierServer server = DossierServer.start(data, manifest, ServerSettings.of(all));
        return new Started(server.address().resolve("/sparql"), server::close);
    }

    /** @param stop ends it */
    record Started(URI sparql, Runnable stop) implements Endpoint {
        @Override
        public void close() {
            stop.run();
        }
    }
}
