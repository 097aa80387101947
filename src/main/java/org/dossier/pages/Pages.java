package org.dossier.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.system.Txn;
import org.dossier.pages.Page.Outcome;
import org.dossier.query.Answer;
import org.dossier.query.AnswerWriter;
import org.dossier.query.QueryRefusal;
import org.dossier.query.ResultFormat;
import org.dossier.query.ResultTable;
import org.dossier.query.SavedQuestion;

/** All pages of a release. They can be asked for from several threads at once. */
public final class Pages {

    private final Edition edition;
    private final Frame.Dossier dossier;
    private final KeptAnswers answers;

    public Pages(Edition edition) {
        this.edition = edition;
        this.dossier = Frame.Dossier.of(edition);
        this.answers = new KeptAnswers(edition.inquiry());
    }

    public Edition edition() {
        return edition;
    }

    /** What stands at an address; nothing when no kind of page does. */
    public Optional<Page> page(Address address) {
        return Txn.calculateRead(edition.data(), () -> found(address));
    }

    /** The addresses of all pages that others link to, without those that somebody's choices make. */
    public Stream<Address> addresses() {
        Stream<String> questions = edition.questions().names().stream().map(name -> QuestionPage.FOLDER + name);
        return Stream.concat(Stream.of("/"), questions).map(Address::of);
    }

    private Optional<Page> found(Address address) {
        Catalogue catalogue = new Catalogue(edition);
        String path = address.path();
        if (path.equals("/")) {
            return Optional.of(html("home", dossier.title(), address, HomePage.of(edition, catalogue)));
        }
        if (path.startsWith(QuestionPage.FOLDER)) {
            return question(path.substring(QuestionPage.FOLDER.length()), address, catalogue);
        }
        return Optional.empty();
    }

    private Page html(String template, String title, Address address, Object page) {
        return html(Outcome.FOUND, template, title, address, List.of(), page);
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
        return question.map(
                asked -> format.isPresent() ? file(asked, address, format.get()) : question(asked, address, catalogue));
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
            Answer answer = answers.answer(question, QuestionPage.typed(question, address));
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
