package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.Source;
import org.dossier.evidence.SourceTexts.Lookup;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteCheckTest {

    private static final EntityId REPORT = new EntityId("report");
    private static final String TEXT = "The bureau bought 300 cameras. Vantor sells \u201Csoftware\u201D to ports.\n";

    @TempDir
    Path folder = Path.of("");

    private CheckedDossier dossier = new CheckedDossier(folder);

    @BeforeEach
    void putTheTextThere() {
        dossier = new CheckedDossier(folder).text("sources/report.txt", TEXT).source("report", "report.txt");
    }

    @Test
    void gradesWhatStandsThereAndWhatDoesNot() {
        Evidence exact = dossier.claim("report", "bought 300 cameras");
        Evidence typographic = dossier.claim("report", "sells \"software\"");
        Evidence notFound = dossier.claim("report", "bought 400 cameras");

        CheckedQuotes checked = dossier.check();

        assertThat(checked.of(exact).grade()).isEqualTo(QuoteGrade.EXACT);
        assertThat(checked.of(typographic).grade()).isEqualTo(QuoteGrade.TYPOGRAPHIC);
        assertThat(checked.of(typographic).ownCharacters()).isEqualTo("sells \u201Csoftware\u201D");
        assertThat(checked.of(notFound).grade()).isEqualTo(QuoteGrade.NOT_FOUND);
        assertThat(checked.sha256(REPORT)).isPresent();
        assertThat(checked.counts())
                .isEqualTo(Map.of(
                        QuoteGrade.EXACT, 1L,
                        QuoteGrade.TYPOGRAPHIC, 1L,
                        QuoteGrade.NOT_FOUND, 1L,
                        QuoteGrade.UNCHECKED, 0L));
        assertThat(checked.countsBySource())
                .isEqualTo(Map.of(
                        REPORT, Map.of(QuoteGrade.EXACT, 1L, QuoteGrade.TYPOGRAPHIC, 1L, QuoteGrade.NOT_FOUND, 1L)));
        assertThat(dossier.complaints())
                .containsExactly(
                        "facts/report.yaml:4:1: error[quote-not-found]: 'bought 400 cameras' does not stand in"
                                + " the source; nearest, under 'para. 1': 'bought 300 cameras.' (another character: '400' for '300')");
    }

    @Test
    void trustsTheLockWhereTheTextIsNotHere() {
        Evidence evidence = dossier.claim("report", "sells \"software\"");
        CheckedQuotes with = dossier.check();

        dossier.withoutText("sources/report.txt").lock(with.lock().text()).strict();
        CheckedQuotes without = dossier.check();

        assertThat(dossier.complaints()).isEmpty();
        assertThat(without.of(evidence).grade()).isEqualTo(QuoteGrade.TYPOGRAPHIC);
        assertThat(without.of(evidence).sha256()).isEqualTo(with.of(evidence).sha256());
        assertThat(without.of(evidence).context()).isNull();
        assertThat(without.sha256(REPORT)).isEqualTo(with.sha256(REPORT));
        assertThat(without.lock().text()).isEqualTo(with.lock().text());
    }

    @Test
    void callsALineOfTheLockDeadWhenItsQuoteHasChanged() {
        dossier.claim("report", "bought 300 cameras");
        dossier.lock(dossier.check().lock().text());
        dossier.withoutText("sources/report.txt").withoutFacts().claim("report", "bought 300");

        assertThat(dossier.complaints())
                .containsExactly(
                        "facts: warning[nothing-checked]: 0 of 1 quotes are checked; put the texts of the"
                                + " sources where 'dossier check --sources' finds them",
                        "facts/quotes.lock:3:1: warning[dead-lock-entry]: no fact quotes 'bought 300 cameras' from"
                                + " 'report' any more; run 'dossier build' where the texts are, and commit"
                                + " facts/quotes.lock",
                        "facts/report.yaml:1:12: warning[no-text]: sources/report.txt is not there; its quote stays"
                                + " unchecked; put the text there");
    }

    @Test
    void callsALineOfTheLockDeadWhenTheTextHasChanged() {
        dossier.claim("report", "bought 300 cameras");
        String before = dossier.check().lock().text();

        dossier.text("sources/report.txt", "Then, " + TEXT).lock(before);

        assertThat(dossier.complaints())
                .containsExactly(
                        "facts/quotes.lock:3:1: warning[dead-lock-entry]: the text of 'report' has changed since"
                                + " 'bought 300 cameras' was found in it; run 'dossier build' where the texts are, and commit"
                                + " facts/quotes.lock");
        assertThat(dossier.check().lock().text()).isNotEqualTo(before).contains("17-35");
    }

    @Test
    void callsALineOfTheLockDeadThatNamesAnotherPlace() {
        dossier.claim("report", "bought 300 cameras");
        String before = dossier.check().lock().text();

        dossier.lock(before.replace("11-29", "12-30"));

        assertThat(dossier.complaints())
                .singleElement()
                .asString()
                .contains("this line does not say where 'bought 300 cameras' stands");
    }

    @Test
    void makesAnErrorOfWhatNobodyCouldCheckWhenItIsStrict() {
        dossier.withoutText("sources/report.txt").strict().claim("report", "bought 300 cameras");

        assertThat(dossier.complaints())
                .hasSize(2)
                .allMatch(complaint ->
                        complaint.contains(": error[no-text]") || complaint.contains(": error[nothing-checked]"));
    }

    @Test
    void countsTheQuotesOfASourceThatNamesNoText() {
        dossier.source("leak", null);
        dossier.claim("leak", "it never ends");
        dossier.claim("leak", "it never began");
        dossier.claim("report", "bought 300 cameras");

        assertThat(dossier.complaints())
                .containsExactly(
                        "facts/report.yaml:2:1: warning[no-text]: source 'leak' names no text; its 2 quotes stay"
                                + " unchecked; add 'text file'");
    }

    @Test
    void saysNothingOfADossierWithoutQuotes() {
        assertThat(dossier.strict().complaints()).isEmpty();
    }

    @Test
    void looksInSeveralFoldersInOrder() {
        dossier.text("other/report.txt", "The bureau sold 300 boats.")
                .text("other/more.txt", "It rents barges.")
                .source("more", "more.txt");
        dossier.claim("report", "bought 300 cameras");
        dossier.claim("more", "rents barges");

        assertThat(dossier.complaints(folder.resolve("sources"), folder.resolve("other")))
                .isEmpty();
        assertThat(dossier.complaints(folder.resolve("other"), folder.resolve("none")))
                .singleElement()
                .asString()
                .contains("quote-not-found");
    }

    @Test
    void namesTheFoldersThatAreWithoutTheText() {
        dossier.claim("report", "bought 300 cameras");

        assertThat(dossier.complaints(folder.resolve("none"), folder.resolve("other")))
                .anyMatch(complaint -> complaint.contains("'report.txt' is in none of none, other; its quote stays"));
    }

    @Test
    void readsNothingOutsideTheFolders() {
        for (String path : new String[] {"../dossier.yaml", "/etc/hostname", "a/../../b.txt", ".", "a\0b"}) {
            CheckedDossier other = new CheckedDossier(folder).source("other", path);
            other.claim("other", "any words");

            assertThat(other.complaints()).anyMatch(complaint -> complaint.contains("error[text-outside]"));
        }
    }

    @Test
    void tellsOfFilesThatItCannotReadOnceAndNotForEachQuote() {
        dossier.text("sources/a.docx", "PK")
                .source("a", "a.docx")
                .text("sources/b.pdf", "%PDF-1.7 and rubbish")
                .source("b", "b.pdf");
        dossier.claim("report", "bought 300 cameras");
        dossier.claim("a", "any words");
        dossier.claim("b", "any words");

        assertThat(dossier.complaints())
                .hasSize(2)
                .allMatch(complaint -> complaint.contains("error[unreadable-text]"))
                .anyMatch(complaint ->
                        complaint.startsWith("facts/report.yaml:2:12: error[unreadable-text]: no words can be"
                                + " read from 'sources/a.docx'; save it as text, Markdown, HTML or PDF"));
    }

    @Test
    void callsATextOutsideUnreadableAndNotMissing() {
        Place place = Place.wholeFile("facts/other.yaml");
        Source other = new Source(new EntityId("other"), List.of(), "../other.txt", place, place);

        assertThat(SourceTexts.of(folder).lookUp(other, new Problems())).isEqualTo(new Lookup.Unreadable());
    }

    @Test
    void warnsOfTextsOfOnePublisherThatAreMostlyTheSame() {
        String shared =
                "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
        dossier.text("sources/one.txt", shared + " and no more than that")
                .source("one", "one.txt", "publisher", List.of("paper"));
        dossier.text("sources/two.txt", shared + " which is all there is to say of numbers in this place today")
                .source("two", "two.txt", "publisher", List.of("paper"));

        assertThat(dossier.complaints())
                .containsExactly(
                        "facts/report.yaml:3:12: warning[near-duplicate]: the texts of 'one' and 'two' are 71 % the same;"
                                + " say what it relies on with 'relies on', or keep one of the two");
    }

    @Test
    void warnsOfSourcesThatAreOneText() {
        String article =
                "The county has signed a contract for cameras along the harbour and will install them soon. ".repeat(3);
        dossier.text("sources/one.txt", article).source("one", "one.txt");
        dossier.text("sources/two.txt", article + "So says our paper.").source("two", "two.txt");
        dossier.text("sources/three.txt", article).source("three", "three.txt", "reliesOn", List.of("one"));

        assertThat(dossier.complaints())
                .containsExactly(
                        "facts/report.yaml:3:12: warning[near-duplicate]: the texts of 'one' and 'two' are 100 % the same;"
                                + " say what it relies on with 'relies on', or keep one of the two",
                        "facts/report.yaml:3:12: warning[near-duplicate]: the texts of 'three' and 'two' are 100 % the"
                                + " same; say what it relies on with 'relies on', or keep one of the two");
    }
}
