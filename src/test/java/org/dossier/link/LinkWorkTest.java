package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links what people curated with what imports brought into the same dossier. */
class LinkWorkTest {

    private static final String BASE = "https://example.org/id/";
    private static final String DATA = """
            PREFIX dossier: <https://w3id.org/dossier/ns#>
            PREFIX graph: <https://w3id.org/dossier/graph/>
            PREFIX id: <https://example.org/id/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            graph:facts-a { id:harbor a dossier:Firm ; rdfs:label "Iron Harbor" ; dossier:uei "IRON00000001" .
                            id:mill a dossier:Firm ; rdfs:label "Cobalt Mill" . }
            graph:imports-awards-2024 {
                id:firm_uei_IRON00000001 a dossier:Firm ; skos:altLabel "IRON HARBOR SYSTEMS INC" ; dossier:uei "IRON00000001" .
                id:firm_uei_COBA00000001 a dossier:Firm ; skos:altLabel "COBALT MILL LLC" .
                id:mill a dossier:Firm ; skos:altLabel "COBALT MILL" .
                id:use-1 a dossier:UseCase ; dossier:vendorText "Cobalt Mill; IRON HARBOR, Inc. (hosting)" .
                id:use-2 a dossier:UseCase ; dossier:vendorText "cobalt mill" .
                id:use-3 a dossier:UseCase ; dossier:vendorText "Law Enforcement Sensitive (LES)" .
                id:use-4 a dossier:UseCase ; dossier:vendorText "In-house" . }
            graph:imports-other-2024 { id:firm_uei_OTHE00000001 a dossier:Firm ; skos:altLabel "IRON HARBOR" . }
            graph:load-units {
                graph:facts-a dossier:path "facts/a.yaml" .
                graph:imports-awards-2024 dossier:path "imports/awards/2024.csv" .
                graph:imports-other-2024 dossier:path "imports/other/2024.csv" . }
            """;

    @TempDir
    Path folder;

    private static DatasetGraph data() {
        DatasetGraph data = DatasetGraphFactory.create();
        RDFParser.fromString(DATA, Lang.TRIG).parse(data);
        data.listGraphNodes().forEachRemaining(name -> GraphUtil.addInto(data.getDefaultGraph(), data.getGraph(name)));
        GraphUtil.addInto(
                data.getDefaultGraph(), Ontology.of(Path.of(""), new Problems()).allTerms());
        return data;
    }

    private LinkWork open(String loadUnit) throws IOException {
        Files.createDirectories(folder.resolve("links/targets"));
        Files.writeString(
                folder.resolve("links/targets/recipients.yaml"),
                "title: Recipients\nkind: Firm\nload unit: " + loadUnit + "\n");
        Problems problems = new Problems();
        Optional<LinkWork> work = LinkWork.open(folder, data(), BASE, "recipients", Optional.empty(), true, problems);
        assertThat(problems.list()).isEmpty();
        return work.orElseThrow();
    }

    @Test
    void whatAnImportBroughtIsARegister() throws IOException {
        LinkWork work = open("imports/awards/*");

        assertThat(work.entries().stream().map(Profile::id))
                .containsExactly("firm_uei_COBA00000001", "firm_uei_IRON00000001");
        assertThat(work.things("Firm").stream().map(Profile::id))
                .as("what another import brought is no entry")
                .containsExactly("firm_uei_OTHE00000001", "harbor", "mill");
        assertThat(work.suggestions(work.things("Firm")).stream()
                        .filter(each -> !each.thing().id().startsWith("firm"))
                        .map(each -> each.thing().id() + " "
                                + each.candidates().get(0).profile().id()))
                .containsExactlyInAnyOrder("harbor firm_uei_IRON00000001", "mill firm_uei_COBA00000001");
    }

    @Test
    void aDecisionAboutARegistrationNamesTheThingItself() throws IOException {
        LinkWork work = open("imports/awards/*");
        work.acceptIdentifiers(work.suggestions(work.things("Firm")), "A. Reader", LocalDate.of(2026, 1, 31));

        Decisions decisions = DecisionReader.read(folder, "links/recipients.sssom.tsv", BASE, new Problems());
        assertThat(decisions.list())
                .singleElement()
                .satisfies(decision -> assertThat(decision.object()).isEqualTo(BASE + "firm_uei_IRON00000001"));
        assertThat(Files.readString(folder.resolve("links/recipients.sssom.tsv")))
                .contains("id:harbor\tIron Harbor\tskos:exactMatch\t\tid:firm_uei_IRON00000001\t");
        assertThat(work.withNewDecisions().suggestions(work.things("Firm")).stream()
                        .map(each -> each.thing().id()))
                .doesNotContain("harbor");
    }

    @Test
    void namesInVendorCellsAreProposedAndNothingIsMinted() throws IOException {
        LinkWork work = open("facts/*");
        long before = work.data().getDefaultGraph().size();

        VendorMentions found = work.vendors();
        VendorTable.write(
                folder.resolve("build/links/recipients.vendors.tsv"),
                found,
                work.target().ids());

        assertThat(found.mentions().stream().map(VendorMentions.Mention::name))
                .containsExactly("Cobalt Mill", "IRON HARBOR, Inc.");
        assertThat(found.cells()).isEqualTo(4);
        assertThat(found.withheld()).isEqualTo(1);
        assertThat(found.nobody()).isEqualTo(1);
        assertThat(work.data().getDefaultGraph().size()).isEqualTo((int) before);
        assertThat(Files.readAllLines(folder.resolve("build/links/recipients.vendors.tsv")).stream()
                        .map(line -> String.join("|", List.of(line.split("\t")).subList(0, 6))))
                .containsExactly(
                        "mention|remarks|times|records|entry|entry's name",
                        "Cobalt Mill||2|use-1 use-2|id:mill|Cobalt Mill",
                        "IRON HARBOR, Inc.|hosting|1|use-1|id:harbor|Iron Harbor");
    }

    /** Five firms of the real file begin with the word; one of them sells spyware. */
    @Test
    void onlyTheOneParagonIsProposedForTheMakerOfSpyware() throws IOException {
        Path awards = Path.of("../shared/open-data/usaspending-cbp-ice");
        assumeTrue(Files.exists(awards), "the recipients of awards are not at hand");
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(awards)) {
            for (Path file : files.toList()) {
                try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                    rows.forEach(row -> names.add(row.getField("Recipient Name").strip()));
                }
            }
        }
        assertThat(names.stream().filter(name -> name.startsWith("PARAGON"))).hasSizeGreaterThan(2);
        CandidateIndex index = CandidateIndex.of(
                names.stream().map(name -> Profile.named(name, name)).toList());
        Profile maker = Profile.named("paragon-solutions", "Paragon Solutions");

        List<Suggestion> suggestions = new Suggestions(
                        index, Decisions.none("links/recipients.sssom.tsv"), new TargetIds("id", BASE))
                .of(List.of(maker));

        assertThat(suggestions)
                .singleElement()
                .satisfies(suggestion -> assertThat(suggestion.candidates().stream()
                                .map(candidate -> candidate.profile().label()))
                        .containsExactly("PARAGON SOLUTIONS (US) INC"));
    }

    @Test
    void aPatternMatchesPathsAsTheyStand() throws IOException {
        assertThat(open("imports/*").entries()).hasSize(3);
        assertThat(open("imports/awards/2024.csv").entries()).hasSize(2);
        assertThat(open("imports/a.ards/*").entries()).isEmpty();
    }
}
