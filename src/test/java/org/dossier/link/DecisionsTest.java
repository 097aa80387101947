package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.dossier.claim.EntityId;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.triples.IriScheme;
import org.dossier.triples.LoadUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionsTest {

    private static final String BASE = "https://example.org/id/";
    private static final String PATH = "links/sec.sssom.tsv";
    private static final TargetIds SEC = new TargetIds("sec", "https://sec.example/?CIK=");
    private static final String HEAD = """
            #curie_map:
            #  id: https://example.org/id/
            #  sec: https://sec.example/?CIK=
            subject_id	subject_label	predicate_id	predicate_modifier	object_id	object_label	mapping_justification	author_label	mapping_date	comment
            """;
    private static final String SAME =
            "id:harbor\tIron Harbor\tskos:exactMatch\t\tsec:77\tIRON HARBOR CORP\tsemapv:ManualMappingCuration\tA. Reader\t2026-02-03\tsame seat\n";

    @TempDir
    Path dossier;

    private final Problems problems = new Problems();

    @BeforeEach
    void makeTheFolder() throws IOException {
        Files.createDirectory(dossier.resolve("links"));
    }

    private Decisions read(String lines) throws IOException {
        Files.writeString(dossier.resolve(PATH), HEAD + lines);
        return DecisionReader.read(dossier, PATH, BASE, problems);
    }

    private static Decision decision(String subject, Verdict verdict, String object, String comment) {
        return new Decision(
                new EntityId(subject),
                "Iron Harbor",
                verdict,
                object,
                object == null ? "" : "IRON HARBOR CORP",
                Justification.CURATION,
                "A. Reader",
                LocalDate.of(2026, 2, 3),
                comment,
                new Place(PATH, 1, 1));
    }

    @Test
    void readsWhatPeopleDecided() throws IOException {
        Decisions decisions = read(
                SAME
                        + "id:harbor\tIron Harbor\tskos:exactMatch\tNot\tsec:78\tIron Harbour Ltd\tsemapv:ManualMappingCuration\tA. Reader\t2026-02-03\t\n"
                        + "id:mill\tCobalt Mill\tskos:exactMatch\t\tsssom:NoTermFound\t\tsemapv:ManualMappingCuration\tA. Reader\t2026-02-03\n"
                        + "id:mill\tCobalt Mill\tskos:broadMatch\t\thttps://elsewhere.example/9\tMill Group\tsemapv:CompositeMatching\tA. Reader\t2026-02-04\t\"a \"\"good\"\" reason\"\n");

        assertThat(problems.list()).isEmpty();
        assertThat(decisions.list())
                .extracting(Decision::verdict)
                .containsExactly(Verdict.SAME, Verdict.NOT_SAME, Verdict.NOTHING, Verdict.BROADER);
        assertThat(decisions.list().get(0))
                .isEqualTo(new Decision(
                        new EntityId("harbor"),
                        "Iron Harbor",
                        Verdict.SAME,
                        "https://sec.example/?CIK=77",
                        "IRON HARBOR CORP",
                        Justification.CURATION,
                        "A. Reader",
                        LocalDate.of(2026, 2, 3),
                        "same seat",
                        new Place(PATH, 5, 1)));
        assertThat(decisions.list().get(3).comment()).isEqualTo("a \"good\" reason");
        assertThat(decisions.hasNothingFor(new EntityId("mill"))).isTrue();
        assertThat(decisions.about(new EntityId("harbor"), "https://sec.example/?CIK=78"))
                .map(Decision::verdict)
                .contains(Verdict.NOT_SAME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id:harbor→x→skos:exactmatch→→sec:77→y→semapv:ManualMappingCuration→A→2026-02-03 | 5:13 | link-predicate
            id:harbor→x→skos:closeMatch→Not→sec:77→y→semapv:ManualMappingCuration→A→2026-02-03 | 5:29 | link-predicate
            id:harbor→x→skos:exactMatch→Not→sssom:NoTermFound→→semapv:ManualMappingCuration→A→2026-02-03 | 5:29 | link-predicate
            id:harbor→x→skos:exactMatch→→cik:77→y→semapv:ManualMappingCuration→A→2026-02-03 | 5:30 | link-prefix
            sec:5→x→skos:exactMatch→→sec:77→y→semapv:ManualMappingCuration→A→2026-02-03 | 5:1 | link-subject
            id:har bor→x→skos:exactMatch→→sec:77→y→semapv:ManualMappingCuration→A→2026-02-03 | 5:1 | link-subject
            id:harbor→x→skos:exactMatch→→sec:77→y→because→A→2026-02-03 | 5:39 | link-justification
            id:harbor→x→skos:exactMatch→→sec:77→y→semapv:ManualMappingCuration→→2026-02-03 | 5:68 | link-author
            id:harbor→x→skos:exactMatch→→sec:77→y→semapv:ManualMappingCuration→A→2026-02-30 | 5:70 | bad-date
            id:harbor→x→skos:exactMatch→→sec:77→y→semapv:ManualMappingCuration→A→3 Feb 2026 | 5:70 | bad-date
            id:harbor→x→skos:exactMatch→→sec:77→y→semapv:ManualMappingCuration→A→2026-02-03→why→more | 5:85 | link-column
            """)
    void tellsWhereALineIsWrong(String line, String place, String code) throws IOException {
        Decisions decisions = read(line.replace('→', '\t') + "\n" + SAME);

        assertThat(problems.list())
                .extracting(problem -> problem.place() + " " + problem.code())
                .containsExactly(PATH + ":" + place + " " + code);
        assertThat(decisions.list()).as("the other line is read").hasSize(1);
    }

    @Test
    void asksForTheColumnsThatAreMissing() throws IOException {
        Files.writeString(dossier.resolve(PATH), "subject_id\tobject_ident\n" + SAME);

        assertThat(DecisionReader.read(dossier, PATH, BASE, problems).list()).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        PATH
                                + ":1:1: error[link-column]: the columns predicate_id, object_id, mapping_justification, author_label,"
                                + " mapping_date are missing; name the columns in the first line below the comments, with a tab"
                                + " between them",
                        PATH
                                + ":1:12: warning[link-column]: no column is called 'object_ident'; did you mean 'object_id'?");
    }

    @Test
    void holdsNothingWhenThereIsNoFile() {
        assertThat(DecisionReader.read(dossier, PATH, BASE, problems).list()).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void appendsToANewFileWhatItReadsBack() throws IOException {
        DecisionWriter writer = new DecisionWriter(dossier, "sec", BASE, SEC);
        writer.append(decision("harbor", Verdict.SAME, SEC.iriOf("77"), "same \"seat\"\tand\nname"));
        writer.append(decision("mill", Verdict.NOTHING, null, ""));
        writer.append(decision("mill", Verdict.NARROWER, "https://elsewhere.example/9", ""));

        assertThat(dossier.resolve(PATH)).hasContent("""
                        #curie_map:
                        #  id: https://example.org/id/
                        #  sec: https://sec.example/?CIK=
                        #  semapv: https://w3id.org/semapv/vocab/
                        #  skos: http://www.w3.org/2004/02/skos/core#
                        #  sssom: https://w3id.org/sssom/
                        subject_id	subject_label	predicate_id	predicate_modifier	object_id	object_label	mapping_justification	author_label	mapping_date	comment
                        id:harbor	Iron Harbor	skos:exactMatch		sec:77	IRON HARBOR CORP	semapv:ManualMappingCuration	A. Reader	2026-02-03	"same ""seat"" and name"
                        id:mill	Iron Harbor	skos:exactMatch		sssom:NoTermFound		semapv:ManualMappingCuration	A. Reader	2026-02-03\t
                        id:mill	Iron Harbor	skos:narrowMatch		https://elsewhere.example/9	IRON HARBOR CORP	semapv:ManualMappingCuration	A. Reader	2026-02-03\t
                        """);
        assertThat(DecisionReader.read(dossier, PATH, BASE, problems).list())
                .extracting(Decision::verdict)
                .containsExactly(Verdict.SAME, Verdict.NOTHING, Verdict.NARROWER);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void neverTouchesWhatStandsInTheFile() throws IOException {
        String before = """
                # Our own remark.
                #  me: https://example.org/id/
                #  cik: https://sec.example/?CIK=
                object_id	subject_id	predicate_id	mapping_justification	author_label	mapping_date
                cik:77	me:harbor	skos:exactMatch	semapv:ManualMappingCuration	A. Reader	2026-02-03""";
        Files.writeString(dossier.resolve(PATH), before);

        new DecisionWriter(dossier, "sec", BASE, SEC)
                .append(decision("mill", Verdict.NOT_SAME, SEC.iriOf("77"), "lost, since the file has no such column"));

        assertThat(dossier.resolve(PATH))
                .hasContent(before
                        + "\ncik:77\tme:mill\tskos:exactMatch\tsemapv:ManualMappingCuration\tA. Reader\t2026-02-03\n");
    }

    @Test
    void reportsLinesThatContradictEachOther() throws IOException {
        Decisions decisions = read(SAME
                + SAME.replace("skos:exactMatch\t", "skos:exactMatch\tNot")
                + SAME
                + SAME.replace("sec:77\tIRON HARBOR CORP", "sssom:NoTermFound\t"));

        new DecisionCheck(decisions, problems).reportContradictions();

        assertThat(problems.list())
                .extracting(problem -> problem.place().line() + " " + problem.severity() + " " + problem.code())
                .containsExactly(
                        "5 error link-contradiction",
                        "6 error link-contradiction",
                        "7 error link-contradiction",
                        "7 warning link-twice");
    }

    @Test
    void reportsThingsThatAreGoneOrCalledOtherwise() throws IOException {
        Decisions decisions = read(SAME + SAME.replace("id:harbor", "id:harbour") + SAME.replace("sec:77", "sec:78"));
        DecisionCheck check = new DecisionCheck(decisions, problems);

        check.reportChangedSubjects(Map.of(new EntityId("harbor"), "IRON-HARBOR"));
        check.reportChangedEntries(Map.of(SEC.iriOf("77"), "Iron Harbor Holdings Corp"));

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        PATH
                                + ":5:1: warning[link-label-changed]: what was called 'IRON HARBOR CORP' is called 'Iron Harbor"
                                + " Holdings Corp' now; look at the decision again, and write the new name into its line if it"
                                + " still holds",
                        PATH
                                + ":6:1: error[link-vanished]: no thing of the dossier is called 'harbour'; did you mean 'harbor'?",
                        PATH
                                + ":6:1: warning[link-label-changed]: what was called 'IRON HARBOR CORP' is called 'Iron Harbor"
                                + " Holdings Corp' now; look at the decision again, and write the new name into its line if it"
                                + " still holds",
                        PATH
                                + ":7:1: warning[link-vanished]: the target has no entry 'https://sec.example/?CIK=78'; look what"
                                + " became of 'IRON HARBOR CORP'; delete the line if it is gone");
    }

    @Test
    void turnsAcceptedLinksIntoTriplesWithWhoWhenAndWhy() throws IOException {
        LoadUnit unit = LinkTriples.loadUnit(
                read(SAME
                        + SAME.replace("skos:exactMatch\t", "skos:exactMatch\tNot")
                                .replace("sec:77", "sec:78")),
                new IriScheme(BASE));

        assertThat(unit.name().getURI()).isEqualTo("https://w3id.org/dossier/graph/links-sec");
        assertThat(unit.triples()
                        .isIsomorphicWith(
                                RDFParser.fromString("""
                                        PREFIX dcterms: <http://purl.org/dc/terms/>
                                        PREFIX id: <https://example.org/id/>
                                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                                        PREFIX sssom: <https://w3id.org/sssom/>
                                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                                        id:harbor skos:exactMatch <https://sec.example/?CIK=77> .
                                        id:%s a sssom:Mapping ;
                                          sssom:subject_id id:harbor ; sssom:predicate_id skos:exactMatch ; sssom:object_id <https://sec.example/?CIK=77> ;
                                          dcterms:creator "A. Reader" ; dcterms:issued "2026-02-03"^^xsd:date ;
                                          sssom:mapping_justification <https://w3id.org/semapv/vocab/ManualMappingCuration> ;
                                          sssom:object_label "IRON HARBOR CORP" ; skos:note "same seat" .
                                        """.formatted(noteName(unit)), org.apache.jena.riot.Lang.TURTLE)
                                        .toGraph()))
                .as(unit.triples().toString())
                .isTrue();
        assertThat(unit.places().values()).containsOnly(new Place(PATH, 5, 1));
    }

    private static String noteName(LoadUnit unit) {
        return unit.triples().stream()
                .map(Triple::getSubject)
                .map(node -> node.getURI().substring(BASE.length()))
                .filter(name -> name.startsWith("link-"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDecisionChangesNothingForAnotherPair() throws IOException {
        String other = SAME.replace("id:harbor", "id:mill").replace("sec:77", "sec:90");

        List<Decision> alone = read(other).list();
        List<Decision> together = read(SAME + other).list();

        assertThat(together.get(1).object()).isEqualTo(alone.get(0).object());
        assertThat(together.get(1).verdict()).isEqualTo(alone.get(0).verdict());
    }
}
