package org.dossier.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.dossier.explain.Things;
import org.dossier.pages.Page.Outcome;
import org.dossier.query.Answer;
import org.dossier.query.AnswerWriter;
import org.dossier.query.QueryRefusal;
import org.dossier.query.ResultFormat;
import org.dossier.query.ResultTable;
import org.dossier.query.SavedQuestion;
import org.dossier.triples.Names;

/** All pages of a release. They can be asked for from several threads at once. */
public final class Pages {

    private static final String THINGS = "/doc/";
    private static final String KINDS = "/doc/kind/";
    private static final String UNITS = "/doc/graph/";
    private static final List<String> SINGLE =
            List.of("/", "/sources", "/open-questions", "/changes", "/vocabulary", "/search", "/release");
    private static final int KEPT_THINGS = 200;

    private final Edition edition;
    private final Frame.Dossier dossier;
    private final KeptAnswers answers;
    private final Kept<Node, ThingPage.Neighbours> neighbours = new Kept<>(KEPT_THINGS);

    private final Kept<String, HomePage.Fixed> home = new Kept<>(1);
    private final Kept<String, Page> settledHome = new Kept<>(1);
    private final Changes changes;
    private final CompletableFuture<SearchIndex> index;

    public Pages(Edition edition) {
        this.edition = edition;
        this.dossier = Frame.Dossier.of(edition);
        this.answers = new KeptAnswers(edition.inquiry());
        this.changes = new Changes(edition.changes());
        this.index = CompletableFuture.supplyAsync(
                () -> Txn.calculateRead(edition.data(), this::prepared), Pages::inBackground);
    }

    /** What the first visitors need at once. */
    private SearchIndex prepared() {
        fixed(new Catalogue(edition));
        return SearchIndex.of(edition);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "search-index");
        thread.setDaemon(true);
        thread.start();
    }

    public Edition edition() {
        return edition;
    }

    /** Whether pages will be the same for as long as the release is served: what changed is found out meanwhile. */
    public boolean isSettled() {
        return changes.isKnown();
    }

    /** The concept or taxonomy of this name. */
    public Optional<Node> concept(String name) {
        return Txn.calculateRead(edition.data(), () -> new Catalogue(edition).concept(name));
    }

    /** What stands at an address; nothing when no kind of page does. */
    public Optional<Page> page(Address address) {
        return Txn.calculateRead(edition.data(), () -> found(address));
    }

    /** The addresses of all pages that others link to, without those that somebody's choices make. */
    public List<Address> addresses() {
        return Txn.calculateRead(edition.data(), () -> {
            Catalogue catalogue = new Catalogue(edition);
            Stream<String> questions = edition.questions().names().stream().map(name -> QuestionPage.FOLDER + name);
            return Stream.of(SINGLE.stream(), questions, catalogue.pages())
                    .flatMap(paths -> paths)
                    .map(Address::of)
                    .toList();
        });
    }

    private Optional<Page> found(Address address) {
        Catalogue catalogue = new Catalogue(edition);
        String path = address.path();
        if (path.startsWith(KINDS)) {
            return kind(path.substring(KINDS.length()), address, catalogue);
        }
        if (path.startsWith(UNITS)) {
            return thing(NodeFactory.createURI(Names.GRAPHS + path.substring(UNITS.length())), address, catalogue);
        }
        if (path.startsWith(THINGS)) {
            return thing(
                    NodeFactory.createURI(edition.manifest().base() + path.substring(THINGS.length())),
                    address,
                    catalogue);
        }
        if (path.startsWith(QuestionPage.FOLDER)) {
            return question(path.substring(QuestionPage.FOLDER.length()), address, catalogue);
        }
        return single(address, catalogue);
    }

    /** The pages that there is one of. */
    private Optional<Page> single(Address address, Catalogue catalogue) {
        return Optional.ofNullable(
                switch (address.path()) {
                    case "/" -> home(address, catalogue);
                    case "/search" -> search(address, catalogue);
                    case "/search.json" ->
                        Page.text(
                                Outcome.FOUND,
                                "application/json",
                                SearchPage.json(address, index(), edition, catalogue));
                    case "/sources" -> html("sources", "Sources", address, SourcesPage.of(catalogue));
                    case "/open-questions" ->
                        html("open", "What is not known", address, OpenQuestionsPage.of(edition, catalogue));
                    case "/changes" -> html("changes", "What changed", address, ChangesPage.of(changes));
                    case "/vocabulary" -> html("vocabulary", "Vocabulary", address, VocabularyPage.of(catalogue));
                    case "/release" ->
                        html(
                                "release",
                                "Release " + dossier.shortRelease(),
                                address,
                                ReleasePage.of(edition.manifest()));
                    default -> null;
                });
    }

    /** The same for everybody, as soon as it is known what changed. */
    private Page home(Address address, Catalogue catalogue) {
        return changes.isKnown() && address.parameters().isEmpty()
                ? settledHome.get("/", () -> madeHome(address, catalogue))
                : madeHome(address, catalogue);
    }

    private Page madeHome(Address address, Catalogue catalogue) {
        return html(
                "home", dossier.title(), address, HomePage.of(edition, dossier, fixed(catalogue), changes, catalogue));
    }

    private HomePage.Fixed fixed(Catalogue catalogue) {
        return home.get("/", () -> HomePage.Fixed.of(catalogue));
    }

    private Page search(Address address, Catalogue catalogue) {
        SearchPage page = SearchPage.of(address, index(), edition, catalogue);
        return html("search", "Search", address, page);
    }

    /** Made as soon as there are pages; whoever searches before it is done waits for it. */
    private SearchIndex index() {
        return index.join();
    }

    /** What to show where nothing is: what may have been meant. */
    public Page missing(Address address) {
        return Txn.calculateRead(edition.data(), () -> {
            MissingPage page = MissingPage.of(address, index(), edition, new Catalogue(edition));
            return html(Outcome.NOT_FOUND, "missing", "Nothing here", address, List.of(), page);
        });
    }

    /** What to show where something was, and why it is not there any more. */
    public Page withdrawn(Address address, String id, String reason) {
        MissingPage page = new MissingPage(id, List.of(), reason);
        return html(Outcome.NOT_FOUND, "missing", "Withdrawn", address, List.of(), page);
    }

    private Optional<Page> kind(String name, Address address, Catalogue catalogue) {
        return catalogue.concept(name).map(kind -> {
            KindPage page = KindPage.of(kind, catalogue);
            return html("kind", page.name(), address, page);
        });
    }

    private Optional<Page> thing(Node thing, Address address, Catalogue catalogue) {
        Things things = catalogue.things();
        if (!things.knows(thing)) {
            return Optional.empty();
        }
        if (things.isA(thing, "Evidence")) {
            PassagePage page = PassagePage.of(thing, address, edition, catalogue);
            return Optional.of(html("passage", page.title(), address, page));
        }
        if (things.isA(thing, "Source")) {
            SourcePage page = SourcePage.of(thing, address, edition, catalogue);
            return Optional.of(html("source", page.name(), address, page));
        }
        ThingPage page = ThingPage.of(thing, address, edition, catalogue, neighbours);
        return Optional.of(html("thing", page.name(), address, page));
    }

    private Page html(String template, String title, Address address, Object page) {
        List<Frame.Form> forms = hasForms(address.path()) ? forms(address.path()) : List.of();
        return html(Outcome.FOUND, template, title, address, forms, page);
    }

    /** Whether the content is to be had as RDF too. */
    private static boolean hasForms(String path) {
        return path.startsWith(THINGS) || path.equals("/vocabulary") || path.equals("/release");
    }

    private static List<Frame.Form> forms(String path) {
        String href = Address.of(path).href();
        return List.of(
                new Frame.Form("Turtle", "text/turtle", href + ".ttl"),
                new Frame.Form("JSON-LD", "application/ld+json", href + ".jsonld"),
                new Frame.Form("N-Triples", "application/n-triples", href + ".nt"));
    }

    private Page html(
            Outcome outcome, String template, String title, Address address, List<Frame.Form> forms, Object page) {
        Frame frame = new Frame(dossier, title, address.path(), forms);
        return Page.html(outcome, Templates.html(template, frame, page));
    }

    private Optional<Page> question(String name, Address address, Catalogue catalogue) {
        int dot = name.lastIndexOf('.');
        Optional<ResultFormat> format =
                ResultFormat.named(dot < 0 ? "" : name.substring(dot + 1)).filter(QuestionPage.FORMATS::contains);
        Optional<SavedQuestion> question =
                edition.questions().named(format.isPresent() ? name.substring(0, dot) : name);
        return question.filter(asked -> !format.equals(Optional.of(ResultFormat.TTL)) || AnswerTriples.isThere(asked))
                .map(asked ->
                        format.isPresent() ? file(asked, address, format.get()) : question(asked, address, catalogue));
    }

    private Page question(SavedQuestion question, Address address, Catalogue catalogue) {
        Map<String, String> typed = QuestionPage.typed(question, address);
        if (QuestionPage.isOpen(question, typed)) {
            return question(Outcome.FOUND, QuestionPage.unasked(question, address, edition, catalogue), address);
        }
        try {
            ResultTable table = answers.table(question, typed);
            return question(
                    Outcome.FOUND, QuestionPage.answered(question, address, table, edition, catalogue), address);
        } catch (QueryRefusal refusal) {
            return question(
                    outcome(refusal), QuestionPage.refused(question, address, refusal, edition, catalogue), address);
        }
    }

    private Page question(Outcome outcome, QuestionPage page, Address address) {
        return html(outcome, "question", page.title(), address, page.formats(), page);
    }

    private static Outcome outcome(QueryRefusal refusal) {
        boolean isBusy = refusal.problems().stream()
                .allMatch(problem -> List.of("query-time", KeptAnswers.BUSY).contains(problem.code()));
        return isBusy ? Outcome.BUSY : Outcome.REFUSED;
    }

    /** The answer as a file, with names as on the page. */
    private Page file(SavedQuestion question, Address address, ResultFormat format) {
        try {
            Map<String, String> typed = QuestionPage.typed(question, address);
            Answer answer = format == ResultFormat.TTL
                    ? new Answer.Triples(AnswerTriples.of(question, typed, edition, answers))
                    : answers.answer(question, typed);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            edition.inquiry().writer(false, AnswerWriter.UNLIMITED).write(answer, format, bytes);
            return new Page(Outcome.FOUND, QuestionPage.type(format), ByteBuffer.wrap(bytes.toByteArray()));
        } catch (QueryRefusal refusal) {
            return Page.text(outcome(refusal), "text/plain", refusal.getMessage() + "\n");
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail so", impossible);
        }
    }
}
