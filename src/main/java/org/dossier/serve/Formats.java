package org.dossier.serve;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/** The formats that answers come in, and which of them a client wants. */
final class Formats {

    /**
     * A format of rows, or of yes and no.
     *
     * @param name what {@code ?format=} calls it
     * @param types the media types that mean it; the first is what the answer is labelled with
     */
    record OfRows(String name, List<String> types, Lang lang) implements Format {}

    /** A format of triples. */
    record OfTriples(String name, List<String> types, RDFFormat syntax) implements Format {}

    /** Answers for readers, as HTML. */
    record OfPage(String name, List<String> types) implements Format {}

    /** A form of what is said of a thing: a page, or triples. */
    record OfThings(String name, List<String> types) implements Format {}

    /** Something that a client can ask for. */
    sealed interface Format {
        String name();

        List<String> types();

        /** The value of the Content-Type header. */
        default String contentType() {
            String type = types().get(0);
            return type.startsWith("text/") ? type + "; charset=utf-8" : type;
        }
    }

    /** The first is what a client gets that names nothing. */
    static final List<OfRows> ROWS = List.of(
            new OfRows("json", List.of("application/sparql-results+json", "application/json"), ResultSetLang.RS_JSON),
            new OfRows("xml", List.of("application/sparql-results+xml", "application/xml"), ResultSetLang.RS_XML),
            new OfRows("csv", List.of("text/csv"), ResultSetLang.RS_CSV),
            new OfRows("tsv", List.of("text/tab-separated-values"), ResultSetLang.RS_TSV));

    static final List<OfTriples> TRIPLES = List.of(
            new OfTriples("ttl", List.of("text/turtle", "application/turtle"), RDFFormat.TURTLE_BLOCKS),
            new OfTriples("nt", List.of("application/n-triples", "text/plain"), RDFFormat.NTRIPLES_UTF8),
            new OfTriples("jsonld", List.of("application/ld+json", "application/json"), RDFFormat.JSONLD11_FLAT),
            new OfTriples("rdfxml", List.of("application/rdf+xml", "application/xml"), RDFFormat.RDFXML_PLAIN));

    static final OfPage PAGE = new OfPage("html", List.of("text/html", "application/xhtml+xml"));

    private static final List<Format> ALL = Stream.of(ROWS, TRIPLES, List.of(PAGE))
            .<Format>flatMap(List::stream)
            .toList();

    static final List<OfThings> THINGS = List.of(
            new OfThings("html", List.of("text/html", "application/xhtml+xml")),
            new OfThings("ttl", List.of("text/turtle", "application/turtle")),
            new OfThings("jsonld", List.of("application/ld+json", "application/json")),
            new OfThings("nt", List.of("application/n-triples", "text/plain")));

    private Formats() {}

    /** Whether a client wants a page more than any format for programs, as browsers do. */
    static boolean isForReaders(@Nullable String name, @Nullable String accept) {
        return wanted(ALL, name, accept).filter(PAGE::equals).isPresent();
    }

    /**
     * The format that a client wants most.
     *
     * @param name what the address says, which goes before the header
     * @param accept the header, or nothing when there is none
     * @return nothing when the client reads none of them
     */
    static <F extends Format> Optional<F> wanted(List<F> offered, @Nullable String name, @Nullable String accept) {
        if (name != null) {
            String small = name.toLowerCase(Locale.ROOT);
            return offered.stream()
                    .filter(format -> format.name().equals(small))
                    .findFirst();
        }
        if (accept == null || accept.isBlank()) {
            return Optional.of(offered.get(0));
        }
        return ranges(accept).stream()
                .map(Formats::withoutParameters)
                .flatMap(range ->
                        offered.stream().filter(format -> isIn(format, range)).limit(1))
                .findFirst();
    }

    /** The most wanted first. A header that cannot be read is as if it were not there. */
    private static List<String> ranges(String accept) {
        QuotedQualityCSV ranges = new QuotedQualityCSV(QuotedQualityCSV.MOST_SPECIFIC_MIME_ORDERING);
        try {
            ranges.addValue(accept);
            return ranges.getValues();
        } catch (IllegalArgumentException unreadable) {
            return List.of("*/*");
        }
    }

    private static String withoutParameters(String range) {
        int parameters = range.indexOf(';');
        return (parameters < 0 ? range : range.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isIn(Format format, String range) {
        if (range.equals("*/*") || range.equals("*")) {
            return true;
        }
        return range.endsWith("/*")
                ? format.types().get(0).startsWith(range.substring(0, range.length() - 1))
                : format.types().contains(range);
    }

    static byte[] written(Graph graph, OfTriples format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(format.syntax()).output((OutputStream) bytes);
        return bytes.toByteArray();
    }

    /** For a message that says what there is. */
    static String names(List<? extends Format> offered) {
        return String.join(", ", offered.stream().map(Format::name).toList());
    }
}
