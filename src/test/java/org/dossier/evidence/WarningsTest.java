package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dossier.claim.Detail;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check says of quotes that stand in the source, and of the curator's own words beside them. */
class WarningsTest {

    private static final String TEXT =
            "The bureau reportedly rents nine boats. Vantor sold cameras to ports. It later clarified"
                    + " that they were lent. A port has a fence. The clerk counted every boat in the harbour of Tessel twice a day.\n";

    @TempDir
    Path folder = Path.of("");

    private CheckedDossier dossier = new CheckedDossier(folder);

    @BeforeEach
    void putTheTextThere() {
        dossier = new CheckedDossier(folder).text("sources/report.txt", TEXT).source("report", "report.txt");
    }

    @Test
    void warnsOfAFlatClaimOnAHedgedPassage() {
        dossier.claim("report", "rents nine boats");

        assertThat(dossier.complaints())
                .containsExactly(
                        "facts/report.yaml:2:1: warning[hedged]: the sentence says 'reportedly', the facts say it"
                                + " flatly; add 'hedge: reportedly', or say in 'note' why not");
    }

    @Test
    void namesTheHedgeNextToTheQuote() {
        dossier.text("sources/report.txt", "It may be that the bureau allegedly rents nine boats.")
                .claim("report", "rents nine boats");

        assertThat(dossier.complaints()).singleElement().asString().contains("the sentence says 'allegedly'");
    }

    @Test
    void warnsOfAFlatClaimBesideADenial() {
        dossier.claim("report", "Vantor sold cameras");

        assertThat(dossier.complaints())
                .containsExactly(
                        "facts/report.yaml:2:1: warning[denied-nearby]: the next sentence says 'later clarified';"
                                + " read on, and answer in 'note' or with 'has counter-evidence'");
    }

    @Test
    void takesAHedgeOrANoteForAnAnswer() {
        dossier.claim(
                CheckedDossier.USES,
                List.of(dossier.evidence("report", "rents nine boats", "reportedly", null)),
                List.of());
        dossier.claim(
                CheckedDossier.USES,
                List.of(dossier.evidence("report", "Vantor sold cameras", null, "Lent, it says.")),
                List.of());
        dossier.record(
                "Event",
                List.of(dossier.evidence("report", "nine boats", null, null)),
                dossier.detail("note", "So it is."));

        assertThat(dossier.complaints()).isEmpty();
    }

    @Test
    void takesCounterEvidenceOrADenialForAnAnswer() {
        Evidence counter = dossier.evidence("report", "they were lent", null, null);
        dossier.claim(
                CheckedDossier.USES,
                List.of(dossier.evidence("report", "Vantor sold cameras", null, null)),
                List.of(counter));
        dossier.record("Event", List.of(dossier.evidence("report", "sold cameras to ports", null, null)));
        dossier.record(
                "Statement",
                List.of(dossier.evidence("report", "It later clarified", null, null)),
                new Detail("denies", new Value.Thing(new EntityId("record-0")), counter.place()));
        dossier.passage(new Value.Claimed(CheckedDossier.USES), dossier.evidence("report", "sold cameras", null, null));

        assertThat(dossier.complaints()).isEmpty();
    }

    @Test
    void takesCounterEvidenceOfAFurtherPassageForAnAnswer() {
        dossier.record("Event", List.of(dossier.evidence("report", "Vantor sold cameras", null, null)));
        dossier.passage(
                new Value.Thing(new EntityId("record-0")),
                dossier.evidence("report", "A port has a fence", null, null),
                dossier.evidence("report", "they were lent", null, null));

        assertThat(dossier.complaints()).isEmpty();
    }

    @Test
    void warnsOfFurtherPassagesToo() {
        dossier.record("Event", List.of(dossier.evidence("report", "A port has a fence", null, null)));
        dossier.passage(
                new Value.Thing(new EntityId("record-0")), dossier.evidence("report", "nine boats", null, null));

        assertThat(dossier.complaints()).singleElement().asString().contains("3:1: warning[hedged]");
    }

    @Test
    void letsStatementsAndOpenQuestionsBe() {
        for (String type : List.of("Statement", "OpenQuestion", "Policy")) {
            dossier.record(type, List.of(dossier.evidence("report", "rents nine boats", null, null)));
        }

        assertThat(dossier.complaints()).isEmpty();
    }

    @Test
    void refusesTheSourcesSentenceInTheCuratorsName() {
        Evidence evidence = dossier.evidence("report", "The clerk counted every boat", null, "Boats.");
        dossier.record(
                "Event",
                List.of(evidence),
                dossier.detail("text", "Note: the CLERK counted, every boat in the harbour of Tessel."),
                dossier.detail("note", "The clerk counted every boat in the harbour, twice."),
                dossier.detail("label", "The clerk counted every boat in the harbour of Tessel"));

        assertThat(dossier.complaints())
                .containsExactly(
                        "facts/report.yaml:3:1: error[copied-text]: 'the clerk counted' \u2026 these words are the"
                                + " source's; say it in your own, and keep theirs in 'quote'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The clerk counted every boat in the harbour of | 1",
                "The clerk \u2014 counted \u2014 every boat \u2014 in the harbour of | 1",
                "The clerk counted every boat in the harbour | 0",
                "the barges of the northern line leave twice a week | 0"
            })
    void refusesNineWordsInARowOfTheSourceThatIsQuoted(String note, int complaints) {
        dossier.text("sources/other.txt", "Since May the barges of the northern line leave twice a week.")
                .source("other", "other.txt");
        Evidence evidence = dossier.evidence("report", "The clerk counted every boat", null, "Boats.");
        dossier.record("Event", List.of(evidence), dossier.detail("note", note));

        assertThat(dossier.complaints())
                .hasSize(complaints)
                .allMatch(complaint -> complaint.contains("error[copied-text]: 'the clerk counted'"));
    }

    @Test
    void refusesItInANoteOnAClaim() {
        Evidence evidence = dossier.evidence("report", "A port has a fence", null, null);
        dossier.claim(
                CheckedDossier.USES,
                List.of(evidence),
                List.of(),
                dossier.detail("note", "So the clerk counted every boat in the harbour of Tessel."));

        assertThat(dossier.complaints()).singleElement().asString().contains("3:1: error[copied-text]: 'the clerk");
    }

    @Test
    void refusesItInANoteOnCounterEvidence() {
        dossier.claim(
                CheckedDossier.USES,
                List.of(dossier.evidence("report", "A port has a fence", null, null)),
                List.of(dossier.evidence(
                        "report",
                        "they were lent",
                        null,
                        "It later clarified that they were lent. A port has a fence.")));

        assertThat(dossier.complaints()).singleElement().asString().contains("3:1: error[copied-text]: 'it later");
    }

    @Test
    void refusesItInANoteOnEvidenceToo() {
        dossier.claim(
                CheckedDossier.USES,
                List.of(dossier.evidence(
                        "report",
                        "A port has a fence",
                        null,
                        "It says: Vantor sold cameras to ports. It later clarified that they were lent.")),
                List.of());

        assertThat(dossier.complaints())
                .singleElement()
                .asString()
                .contains("2:1: error[copied-text]: 'vantor sold cameras'");
    }
}
