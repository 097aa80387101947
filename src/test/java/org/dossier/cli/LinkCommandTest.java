package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void makeADossierAndARegister() throws IOException {
        Files.createDirectories(folder.resolve("facts"));
        Files.createDirectories(folder.resolve("links/targets"));
        write("dossier.yaml", "title: Invented\nbase: https://example.org/id/\n");
        write("facts/firms.yaml", """
                entities:
                  - firm: harbor
                    label: Iron Harbor
                    other name: Iron Harbor Systems Inc.
                    cik: 77
                  - firm: mill
                    label: Cobalt Mill
                  - firm: quay
                    label: Quay Group
                  - agency: watch
                    label: Harbor Watch
                """);
        write("links/targets/reg.yaml", """
                title: Invented register
                homepage: https://reg.example/download
                prefix: reg
                iri: https://reg.example/
                file: reg.csv
                id: No
                name: Name
                identifiers: {cik: CIK, lei: LEI}
                parents: Parent
                """);
        write("reg.csv", """
                No,Name,CIK,LEI,Parent
                1,IRON HARBOR SYSTEMS INC,77,,
                2,Cobalt Mill Corp,,5493000000000000L254,4
                3,Cobalt Mill Holding Corp,,,
                4,Quay Group Inc,,,
                """);
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }

    private Run link(String... words) {
        List<String> all = new ArrayList<>(List.of("link"));
        all.addAll(List.of(words));
        return Run.of(folder, "", all);
    }

    private String decisions() throws IOException {
        return Files.readAllLines(folder.resolve("links/reg.sssom.tsv")).stream()
                .filter(line -> line.startsWith("id:"))
                .map(line ->
                        line.replaceAll("\t\\d{4}-\\d{2}-\\d{2}\t", "\tTODAY\t").replace('\t', '|'))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void listsTheRegistersAndWhatIsMissing() throws IOException {
        Files.delete(folder.resolve("reg.csv"));

        assertThat(link("targets").out())
                .isEqualTo("reg                     Invented register: reg.csv (not there yet)\n");
        assertThat(link("suggest", "--to", "reg").exitCode()).isEqualTo(3);
        assertThat(link("suggest", "--to", "reg").err()).contains("get it from https://reg.example/download");
    }

    @Test
    void knowsTheRegisterThatSomebodyMeant() {
        Run run = link("suggest", "--to", "rek");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no target 'rek'; did you mean 'reg'?");
    }

    @Test
    void proposesTheSameEveryTime() throws IOException {
        assertThat(link("suggest", "--to", "reg").out())
                .isEqualTo("4 proposals for 3 things: build/links/reg.candidates.tsv\n");
        String first = Files.readString(folder.resolve("build/links/reg.candidates.tsv"));
        link("suggest", "--to", "reg");

        assertThat(Files.readString(folder.resolve("build/links/reg.candidates.tsv")))
                .isEqualTo(first);
        assertThat(first.lines().map(line -> line.split("\t")).map(cells -> cells[0] + " " + cells[2]))
                .containsExactly("id entry", "harbor reg:1", "quay reg:4", "mill reg:2", "mill reg:3");
        assertThat(first).contains("same identifier +6.0");
    }

    @Test
    void doesNotProposeWhatWasDecided() throws IOException {
        Run accepted = link("accept", "mill", "reg:2", "--to", "reg", "--because", "same seat", "--by", "A. Reader");
        link("reject", "mill", "3", "--to", "reg", "--because", "another place", "--by", "A. Reader");
        link("none", "quay", "--to", "reg", "--because", "the group is not registered", "--by", "A. Reader");

        assertThat(accepted.out()).isEqualTo("appended to links/reg.sssom.tsv\n");
        assertThat(decisions()).isEqualTo("""
                        id:mill|Cobalt Mill|skos:exactMatch||reg:2|Cobalt Mill Corp|semapv:ManualMappingCuration|A. Reader|TODAY|same seat
                        id:mill|Cobalt Mill|skos:exactMatch|Not|reg:3|Cobalt Mill Holding Corp|semapv:ManualMappingCuration|A. Reader|TODAY|another place
                        id:quay|Quay Group|skos:exactMatch||sssom:NoTermFound||semapv:ManualMappingCuration|A. Reader|TODAY|the group is not registered""");
        assertThat(link("suggest", "--to", "reg").out()).startsWith("1 proposals for 1 things");
        assertThat(link("status").out())
                .isEqualTo(
                        "reg                     1 same, 0 close, 0 broader or narrower, 1 not the same, 1 without an entry;"
                                + " 2 things decided about, 3 of class Firm here\n");
    }

    @Test
    void acceptsEqualIdentifiersWhereTheNamesAgree() throws IOException {
        Run run = link("suggest", "--to", "reg", "--accept-identifiers", "--by", "A. Reader");

        assertThat(run.out()).startsWith("1 accepted by their identifiers\n");
        assertThat(decisions())
                .isEqualTo(
                        "id:harbor|Iron Harbor|skos:exactMatch||reg:1|IRON HARBOR SYSTEMS INC|semapv:CompositeMatching|A. Reader|TODAY|the same cik 77; the names agree");
    }

    @Test
    void refusesIdsThatNobodyKnows() {
        Run thing = link("accept", "mil", "2", "--to", "reg", "--because", "x", "--by", "A. Reader");
        Run entry = link("accept", "mill", "22", "--to", "reg", "--because", "x", "--by", "A. Reader");

        assertThat(thing.exitCode()).isEqualTo(2);
        assertThat(thing.err()).contains("the current release has no 'mil'");
        assertThat(entry.exitCode()).isEqualTo(2);
        assertThat(entry.err()).contains("the file of the target has no entry '22'");
        assertThat(folder.resolve("links/reg.sssom.tsv")).doesNotExist();
    }

    @Test
    void reviewsOneThingAfterTheOther() throws IOException {
        Run run = Run.of(
                folder,
                "x1 another seat\nu\n1 same seat\ns\nx2 another place\n9\n?\n1\n",
                List.of("link", "review", "--to", "reg", "--by", "A. Reader"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Iron Harbor  harbor  (3 to go)")
                .contains("1  1.00 same  IRON HARBOR SYSTEMS INC  reg:1")
                .contains("   for words shared, by weight +6.4; same identifier +6.0; ")
                .endsWith("3 decisions appended to links/reg.sssom.tsv\n");
        assertThat(run.err()).contains("there is no candidate 9");
        assertThat(decisions()).isEqualTo("""
                        id:harbor|Iron Harbor|skos:exactMatch||reg:1|IRON HARBOR SYSTEMS INC|semapv:ManualMappingCuration|A. Reader|TODAY|same seat
                        id:mill|Cobalt Mill|skos:exactMatch|Not|reg:3|Cobalt Mill Holding Corp|semapv:ManualMappingCuration|A. Reader|TODAY|another place
                        id:mill|Cobalt Mill|skos:exactMatch||reg:2|Cobalt Mill Corp|semapv:ManualMappingCuration|A. Reader|TODAY|""");
    }

    @Test
    void anUndoneReviewLeavesNoFile() {
        Run.of(folder, "1\nu\nq\n", List.of("link", "review", "--to", "reg", "--by", "A. Reader"));

        assertThat(folder.resolve("links/reg.sssom.tsv")).doesNotExist();
    }

    @Test
    void acceptedLinksReachTheGraphAndBringTheirIdentifiers() throws IOException {
        link("accept", "mill", "2", "--to", "reg", "--because", "same seat", "--by", "A. Reader");
        link("accept", "quay", "4", "--to", "reg", "--because", "same seat", "--by", "A. Reader");
        Run enriched = link("enrich", "--to", "reg");
        Run built = Run.of(folder, "build");

        assertThat(enriched.out()).endsWith("links/reg.enriched.ttl\n");
        assertThat(built.exitCode()).as(built.out() + built.err()).isZero();
        assertThat(Run.of(folder, """
                                SELECT ?entry ?lei ?parent ?who ?why {
                                  id:mill skos:exactMatch ?entry ; dossier:lei ?lei ; org:subOrganizationOf ?parent .
                                  GRAPH graph:links-reg { ?note <https://w3id.org/sssom/object_id> ?entry ; dcterms:creator ?who ; skos:note ?why }
                                }
                                """, List.of("query", "-", "--format", "csv", "--iris"))
                        .out())
                .isEqualToNormalizingNewlines(
                        "entry,lei,parent,who,why\nhttps://reg.example/2,5493000000000000L254,id:quay,A. Reader,same seat\n");
    }

    @Test
    void whyTellsWhoDecidedALinkWhenAndForWhatReason() throws IOException {
        link("accept", "mill", "2", "--to", "reg", "--because", "same seat", "--by", "A. Reader");
        link("suggest", "--to", "reg", "--accept-identifiers", "--by", "B. Reader");
        Run.of(folder, "build");
        String today =
                Files.readAllLines(folder.resolve("links/reg.sssom.tsv")).get(7).split("\t")[8];

        assertThat(Run.of(folder, "why", "mill", "skos:exactMatch", "reg:2").out())
                .isEqualTo("""
                        Cobalt Mill exact match Cobalt Mill Corp <https://reg.example/2> (decided link)
                        https://reg.example/2

                        Cobalt Mill exact match Cobalt Mill Corp <https://reg.example/2>
                          decided by A. Reader on TODAY: somebody looked at both sides
                          because: same seat
                          written in links/reg.sssom.tsv:8:1
                        """.replace("TODAY", today));
        assertThat(Run.of(folder, "why", "harbor").out())
                .contains("  decided by B. Reader on " + today + ": several signs agree\n");
        assertThat(Run.of(folder, "why", "mill", "skos:exactMatch", "https://reg.example/2", "--format", "md")
                        .out())
                .contains("decided by A. Reader on " + today + " (same seat)");
        assertThat(Run.of(folder, "why", "mill", "skos:exactMatch", "reg:1").exitCode())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept mill 2", "reject mill 2", "none mill"})
    void saysNothingTwiceAboutTheSameTwo(String words) throws IOException {
        link("accept", "mill", "2", "--to", "reg", "--because", "same seat", "--by", "A. Reader");
        String before = decisions();

        List<String> again = new ArrayList<>(List.of(words.split(" ")));
        again.addAll(List.of("--to", "reg", "--because", "after all not", "--by", "A. Reader"));
        Run run = link(again.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "that was decided about in links/reg.sssom.tsv:8, as the same; delete that line to decide anew\n");
        assertThat(decisions()).isEqualTo(before);
    }

    @Test
    void checkReportsDecisionsThatContradictEachOther() throws IOException {
        link("accept", "mill", "2", "--to", "reg", "--because", "same seat", "--by", "A. Reader");
        Path file = folder.resolve("links/reg.sssom.tsv");
        String line = Files.readAllLines(file).get(7).replace("skos:exactMatch\t\t", "skos:exactMatch\tNot\t");
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);

        Run check = Run.of(folder, "check");

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out())
                .contains(
                        "links/reg.sssom.tsv:9:1: error[link-contradiction]: 'Cobalt Mill' and 'Cobalt Mill Corp' are not the"
                                + " same here and the same in line 8; delete the line that is wrong");
    }
}
