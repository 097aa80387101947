package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.dossier.export.Documents;
import org.dossier.export.ReleaseDescription;
import org.dossier.facts.Redirect;
import org.dossier.facts.Redirects;
import org.dossier.pages.Address;
import org.dossier.pages.Edition;
import org.dossier.pages.Pages;
import org.dossier.release.Manifest;
import org.dossier.release.Release;
import org.dossier.serve.Formats.OfThings;
import org.dossier.triples.Names;

/**
 * The addresses that IRIs lead to. {@code /id/NAME} stands for the thing itself and answers with the address of what is said
 * of it, as a page or as RDF; so do kinds, terms, load units and releases. It answers whatever host it is asked under, so
 * that the base of the dossier can be redirected to wherever it is served.
 */
public final class DocumentSite implements Site {

    private static final int MOVED = 301;
    private static final int SEE_OTHER = 303;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int GONE = 410;
    private static final int OK = 200;

    private static final String IDS = "/id/";
    private static final String DOCUMENTS = "/doc/";
    private static final String VOCABULARY = "/vocabulary";
    private static final String RELEASE = "/release";
    private static final String DATA = "/data/";

    private final Release release;
    private final Edition edition;
    private final Pages pages;
    private final Documents documents;
    private final Redirects redirects;
    private final String base;

    public DocumentSite(Release release, Pages pages) {
        this.release = release;
        this.pages = pages;
        this.edition = pages.edition();
        this.base = release.manifest().base();
        this.documents = new Documents(edition.data(), base, edition.vocabulary());
        this.redirects = release.redirects();
    }

    @Override
    public Optional<Page> page(Visit visit) {
        String path = visit.path();
        return switch (path) {
            case "/ns" -> Optional.of(seeOther(visit, VOCABULARY));
            case "/.well-known/void" -> Optional.of(seeOther(visit, RELEASE));
            case "/context.jsonld" -> Optional.of(rdf(documents.context(), Documents.Form.JSONLD));
            default -> below(visit, path);
        };
    }

    private Optional<Page> below(Visit visit, String path) {
        Optional<String> id = after(IDS, path).or(() -> after(URI.create(base).getPath(), path));
        if (id.isPresent()) {
            return Optional.of(thing(visit, id.get()));
        }
        if (path.startsWith("/kind/") || path.startsWith("/graph/")) {
            return Optional.of(seeOther(visit, DOCUMENTS + path.substring(1)));
        }
        if (path.startsWith("/release/")) {
            return path.substring("/release/".length())
                            .equals(release.manifest().id())
                    ? Optional.of(seeOther(visit, RELEASE))
                    : Optional.empty();
        }
        if (path.startsWith(DATA)) {
            return file(path.substring(DATA.length()));
        }
        return document(visit);
    }

    private static Optional<String> after(String start, String path) {
        return start.length() > 1 && path.startsWith(start)
                ? Optional.of(path.substring(start.length()))
                : Optional.empty();
    }

    /** From a thing to what is said of it; from an old name to the new one. */
    private Page thing(Visit visit, String id) {
        Optional<Redirect> redirect = redirects.of(id);
        if (redirect.isPresent()) {
            return redirected(redirect.get(), IDS);
        }
        return isKnown(NodeFactory.createURI(base + id)) ? seeOther(visit, DOCUMENTS + id) : missing(visit);
    }

    private Page redirected(Redirect redirect, String under) {
        String successor = redirect.successor();
        if (successor == null) {
            Address address = Address.of(DOCUMENTS + redirect.old());
            String reason = redirect.reason() + ", " + redirect.date();
            return PageSite.answer(pages.withdrawn(address, redirect.old(), reason), GONE);
        }
        return Page.text(MOVED, "text/plain", redirect.sentence() + "\n")
                .with(Map.of("Location", encoded(under + successor)));
    }

    private Page missing(Visit visit) {
        return PageSite.answer(pages.missing(new Address(visit.path(), visit.parameters())));
    }

    /** The page has the plain address; each form of RDF one that says so. */
    private static Page seeOther(Visit visit, String document) {
        Map<String, String> varies = Map.of("Vary", "Accept");
        Optional<OfThings> wanted = Formats.wanted(Formats.THINGS, null, visit.accept());
        if (wanted.isEmpty()) {
            return notAcceptable().with(varies);
        }
        String form = wanted.get().name();
        String location = encoded(document) + (form.equals("html") ? "" : "." + form);
        return Page.text(SEE_OTHER, "text/plain", location + "\n").with(varies).with(Map.of("Location", location));
    }

    private static Page notAcceptable() {
        return Page.text(
                NOT_ACCEPTABLE,
                "text/plain",
                "none of the formats that you accept is to be had; there are " + Formats.names(Formats.THINGS) + "\n");
    }

    /** Documents under their plain address, by what the client reads, and under the name of their form. */
    private Optional<Page> document(Visit visit) {
        String path = visit.path();
        int dot = path.lastIndexOf('.');
        String ending = dot < 0 ? "" : path.substring(dot + 1);
        boolean isNamed =
                Formats.THINGS.stream().anyMatch(choice -> choice.name().equals(ending));
        String document = isNamed ? path.substring(0, dot) : path;
        Optional<Supplier<Graph>> graph = graph(document);
        if (graph.isEmpty()) {
            return Optional.empty();
        }
        Optional<Redirect> redirect = after(DOCUMENTS, document).flatMap(redirects::of);
        if (redirect.isPresent()) {
            return Optional.of(redirected(redirect.get(), DOCUMENTS));
        }
        Optional<OfThings> wanted = Formats.wanted(Formats.THINGS, isNamed ? ending : null, visit.accept());
        Page page = wanted.map(choice -> choice.name().equals("html")
                        ? pageOf(new Visit(document, visit.parameters(), visit.accept()))
                        : rdf(document, graph.get(), choice.name()))
                .orElseGet(DocumentSite::notAcceptable);
        return Optional.of(isNamed ? page : page.with(Map.of("Vary", "Accept")));
    }

    private Page pageOf(Visit visit) {
        Address address = new Address(visit.path(), visit.parameters());
        Page page = pages.page(address).map(PageSite::answer).orElseGet(() -> missing(visit));
        if (page.status() != OK) {
            return page;
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("ETag", tag("html"));
        headers.put("Link", links(visit.path()));
        return page.with(headers);
    }

    /** Where a graph is to be had for a document; nothing when it is none. */
    private Optional<Supplier<Graph>> graph(String document) {
        if (document.equals(VOCABULARY)) {
            return Optional.of(documents::ontology);
        }
        if (document.equals(RELEASE)) {
            return Optional.of(() -> ReleaseDescription.of(release.manifest(), edition.settings(), edition.data()));
        }
        return node(document).map(thing -> () -> documents.about(thing));
    }

    private Optional<Node> node(String document) {
        Optional<String> unit = after(DOCUMENTS + "graph/", document);
        Optional<String> kind = after(DOCUMENTS + "kind/", document);
        return unit.map(name -> NodeFactory.createURI(Names.GRAPHS + name))
                .or(() -> kind.map(name -> pages.concept(name).orElse(Names.kind(name))))
                .or(() -> after(DOCUMENTS, document).map(id -> NodeFactory.createURI(base + id)));
    }

    private boolean isKnown(Node thing) {
        return Txn.calculateRead(
                edition.data(), () -> edition.data().getDefaultGraph().contains(thing, Node.ANY, Node.ANY));
    }

    private Page rdf(String document, Supplier<Graph> graph, String name) {
        Optional<Node> thing = node(document);
        if (thing.isPresent() && !isKnown(thing.get())) {
            return missing(new Visit(document, Map.of(), ""));
        }
        Documents.Form form = Documents.Form.ending(name).orElseThrow();
        byte[] bytes = Txn.calculateRead(edition.data(), () -> documents.written(graph.get(), form));
        Map<String, String> headers = new HashMap<>();
        headers.put("ETag", tag(name));
        headers.put("Content-Location", encoded(document) + "." + name);
        headers.put("Link", links(document));
        return rdf(bytes, form).with(headers);
    }

    private static Page rdf(byte[] bytes, Documents.Form form) {
        String type = form.type().startsWith("text/") ? form.type() + "; charset=utf-8" : form.type();
        return new Page(OK, type, Map.of(), ByteBuffer.wrap(bytes));
    }

    private String tag(String form) {
        return PageSite.tag(release.manifest(), form);
    }

    /** The other forms, what describes the whole, under which licence it is, and how to cite the thing. */
    private String links(String document) {
        List<String> links = new ArrayList<>();
        String path = encoded(document);
        Formats.THINGS.forEach(choice -> links.add("<" + path + "." + choice.name() + ">; rel=\"alternate\"; type=\""
                + choice.types().get(0) + "\""));
        links.addAll(PageSite.linksOfAll(edition));
        String cited = node(document).map(Node::getURI).orElse(ReleaseDescription.iri(release.manifest()));
        links.add("<" + iri(cited) + ">; rel=\"cite-as\"");
        return String.join(", ", links);
    }

    /** Fit for a header: nothing in it that could end the link. */
    private static String iri(String text) {
        return text.replaceAll("[^!#$&-;=?-Z_a-z~]", "");
    }

    /** A load unit just as the release has it, so that its checksum holds. */
    private Optional<Page> file(String name) {
        Optional<Manifest.DataFile> file = release.manifest().data().stream()
                .filter(data -> data.name().equals("units/" + name))
                .findFirst();
        return file.map(data -> new Page(
                OK,
                "application/n-triples",
                Map.of("ETag", "\"" + data.sha256() + "\""),
                bytes(release.folder().resolve(data.name()))));
    }

    private static ByteBuffer bytes(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** A path as a header may hold it. */
    private static String encoded(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            segments.add(URLEncoder.encode(segment, UTF_8).replace("+", "%20"));
        }
        return String.join("/", segments);
    }
}
