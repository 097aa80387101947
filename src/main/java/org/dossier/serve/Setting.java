package org.dossier.serve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that whoever runs a server can decide, as {@code dossier.yaml} and the command line name it. */
public enum Setting {
    HOST("host", Kind.NAME, "localhost", "name or address to listen on; localhost is reached from this machine only"),
    PORT("port", Kind.PORT, "3030", "port to listen on; 0 takes a free one"),
    NAMES("names", Kind.LIST, "", "host names that the server is reached by, besides localhost"),
    ORIGINS("origins", Kind.CHOICE, "auto", "whether pages of other sites may read answers: any, none, or auto"),
    PROXY("proxy", Kind.CHOICE, "none", "whose word to take for a client's address: none, or forwarded"),
    ACCESS_LOG("access-log", Kind.NAME, "none", "file that gets a line for each request, or none"),
    LOG_QUERIES("log-queries", Kind.CHOICE, "no", "whether that line holds the text of the query: yes or no"),
    METRICS("metrics", Kind.ADDRESS, "none", "host:port where Prometheus finds counts, or none"),
    STORE(
            "store",
            Kind.CHOICE,
            "auto",
            "where the data is: memory, disk (for releases that carry a database), or auto: memory if it fits"),
    SERVICES("services", Kind.LIST, "", "addresses of other endpoints that SERVICE may ask"),

    QUERY_SECONDS("query-seconds", Kind.SECONDS, "30", "longest time of a query"),
    QUERY_SLOTS("query-slots", Kind.COUNT, "auto", "queries that run at once; auto is the number of processors"),
    QUERY_QUEUE("query-queue", Kind.COUNT, "32", "queries that wait for a slot"),
    QUEUE_SECONDS("queue-seconds", Kind.SECONDS, "10", "longest wait for a slot"),
    CLIENT_SLOTS("client-slots", Kind.COUNT, "2", "queries of one client that run at once"),
    CLIENT_QUEUE("client-queue", Kind.COUNT, "8", "queries of one client that wait"),
    CLIENT_SECONDS(
            "client-seconds",
            Kind.SECONDS,
            "auto",
            "query time of one client in a minute; auto is 60, and no end of it on localhost"),

    QUERY_BYTES("query-bytes", Kind.BYTES, "64k", "longest text of a query"),
    NESTING("nesting", Kind.COUNT, "200", "most brackets of a query that are open at once"),
    VALUES_ROWS("values-rows", Kind.COUNT, "5000", "most rows of data inside a query"),
    ANSWER_ROWS("answer-rows", Kind.COUNT, "1000000", "most rows or triples of an answer"),
    ANSWER_BYTES(
            "answer-bytes", Kind.BYTES, "auto", "largest answer; auto is a sixteenth of the memory, and at most 64m"),
    TEXT_LENGTH("text-length", Kind.COUNT, "1000000", "longest text that an expression builds"),
    DIGITS("digits", Kind.COUNT, "10000", "longest number that an expression builds"),

    CONNECTIONS("connections", Kind.COUNT, "2000", "connections that are open at once"),
    CLIENT_CONNECTIONS("client-connections", Kind.COUNT, "500", "connections of one client"),
    INCOMING_BYTES(
            "incoming-bytes",
            Kind.BYTES,
            "auto",
            "memory that requests may take until they are answered; auto is a sixteenth of all"),
    REQUEST_SECONDS("request-seconds", Kind.SECONDS, "20", "longest time that a request may take to arrive"),
    ANSWER_SECONDS("answer-seconds", Kind.SECONDS, "60", "longest time that a client may take to read an answer"),
    IDLE_SECONDS("idle-seconds", Kind.SECONDS, "30", "how long a connection may say nothing");

    /** What a value must look like. */
    enum Kind {
        NAME,
        PORT,
        ADDRESS,
        LIST,
        CHOICE,
        COUNT,
        SECONDS,
        BYTES
    }

    private final String key;
    private final Kind kind;
    private final String standard;
    private final String meaning;

    Setting(String key, Kind kind, String standard, String meaning) {
        this.key = key;
        this.kind = kind;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** How files and the command line call it. */
    public String key() {
        return key;
    }

    /** Whether it is one of the limits that clients meet; the others are nobody's business but the operator's. */
    boolean isLimit() {
        return compareTo(QUERY_SECONDS) >= 0;
    }

    Kind kind() {
        return kind;
    }

    /** What holds when nobody says otherwise. */
    public String standard() {
        return standard;
    }

    /** What it decides, in half a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The names of all of them. */
    public static List<String> keys() {
        return Stream.of(values()).map(Setting::key).toList();
    }

    /** The setting with this name. */
    public static Optional<Setting> named(String key) {
        return Stream.of(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }
}
