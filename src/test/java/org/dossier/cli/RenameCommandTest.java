package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenameCommandTest {

    @TempDir
    Path harbour;

    @BeforeEach
    void begin() {
        Run.of(harbour, "new", ".");
    }

    private String read(String file) throws IOException {
        return Files.readString(harbour.resolve(file));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(harbour.resolve(file).getParent());
        Files.writeString(harbour.resolve(file), text);
    }

    @Test
    void changesAnIdInDefinitionsKeysAndClaimsButNotInTexts() throws IOException {
        String gazette = read("facts/harbour-gazette.yaml");
        String statement = read("facts/watch-statement.yaml");

        Run run = Run.of(harbour, "rename", "watch", "harbour-watch", "--reason", "too short");

        assertThat(run)
                .isEqualTo(new Run(
                        0, "facts/harbour-gazette.yaml\nfacts/watch-statement.yaml\nfacts/redirects.tsv\n", ""));
        assertThat(read("facts/harbour-gazette.yaml"))
                .isEqualTo(gazette.replace("agency: watch\n", "agency: harbour-watch\n")
                        .replace("claim: watch uses", "claim: harbour-watch uses")
                        .replace("measured for: watch\n", "measured for: harbour-watch\n"));
        assertThat(read("facts/watch-statement.yaml"))
                .isEqualTo(statement
                        .replace("published by: watch\n", "published by: harbour-watch\n")
                        .replace("also: watch uses", "also: harbour-watch uses")
                        .replace("attributed to: watch\n", "attributed to: harbour-watch\n"));
        assertThat(read("facts/redirects.tsv"))
                .matches("old\tnew\treason\tdate\nwatch\tharbour-watch\ttoo short\t\\d{4}-\\d\\d-\\d\\d\n");
        assertThat(Run.of(harbour, "check", "--strict", "--fail-on", "warning").out())
                .isEmpty();
    }

    @Test
    void changesASourceInItsLockAndAThingInLinks() throws IOException {
        Run.of(harbour, "build");
        String decisions = """
                #curie_map:
                #  id: https://harbour.example/id/
                subject_id	predicate_id	object_id	mapping_justification	author_label	mapping_date	comment
                id:ledger	skos:exactMatch	https://register.example/ledger	semapv:ManualMappingCuration	A. Reader	2031-05-01	ledger
                https://harbour.example/id/ledger	skos:closeMatch	https://register.example/2	semapv:ManualMappingCuration	A. Reader	2031-05-01	of id:ledger-2
                """;
        write("links/wikidata.sssom.tsv", decisions);

        Run.of(harbour, "rename", "harbour-gazette", "gazette-2031");
        Run.of(harbour, "rename", "ledger", "watch-ledger");

        assertThat(read("facts/quotes.lock")).contains("\ngazette-2031\t").doesNotContain("harbour-gazette\t");
        assertThat(read("links/wikidata.sssom.tsv"))
                .isEqualTo(decisions
                        .replace("id:ledger\t", "id:watch-ledger\t")
                        .replace("id/ledger\t", "id/watch-ledger\t")
                        .replace("\tledger\n", "\twatch-ledger\n"));
        assertThat(read("facts/redirects.tsv")).contains("harbour-gazette\tgazette-2031\t", "\nledger\twatch-ledger\t");
        assertThat(Run.of(harbour, "check", "--strict", "--fail-on", "warning").out())
                .isEmpty();
    }

    @Test
    void keepsEverythingElseToTheLastByte() throws IOException {
        write(
                "facts/odd.yaml",
                "\uFEFFentities:\r\n  - group: crew   # of the ferry\r\n    label: \"\uD83D\uDE00 crew\"\r\n"
                        + "facts:\r\n  - {claim: [\"lumen makes  quay-cameras\"], quote: built, "
                        + "is quoted from: 'harbour-gazette', locator: The Cameras}\r\n");
        assertThat(Run.of(harbour, "check").exitCode()).isZero();
        String odd = read("facts/odd.yaml");

        Run.of(harbour, "rename", "crew", "sailors");
        Run.of(harbour, "rename", "quay-cameras", "lenses");
        Run.of(harbour, "rename", "harbour-gazette", "paper");

        assertThat(read("facts/odd.yaml"))
                .isEqualTo(odd.replace("group: crew", "group: sailors")
                        .replace("quay-cameras", "lenses")
                        .replace("'harbour-gazette'", "'paper'"));
    }

    @Test
    void leavesAKindOfTheSameNameAlone() throws IOException {
        write("facts/kinds.yaml", """
                entities:
                  - technology: data-storage
                    label: A store
                facts:
                  - claim: quay-cameras has capability data-storage
                    quote: recorded about 40 terabytes
                    is quoted from: harbour-gazette
                """);

        Run.of(harbour, "rename", "data-storage", "store");

        assertThat(read("facts/kinds.yaml")).contains("technology: store\n", "has capability data-storage\n");
    }

    @Test
    void refusesAndTouchesNothing() throws IOException {
        String gazette = read("facts/harbour-gazette.yaml");

        assertThat(refused("watsh", "harbour-watch")).contains("no thing has the id 'watsh'; did you mean 'watch'?");
        assertThat(refused("watch", "lumen")).contains("'lumen' is the id of something already");
        assertThat(refused("watch", "The Watch")).contains("'The Watch' is not an id");
        assertThat(refused("watch", "w", "--reason", "a\tb")).contains("a reason is one line without tabs");
        write("facts/folded.yaml", """
                facts:
                  - claim: >-
                      lumen makes
                      quay-cameras
                    quote: built
                    is quoted from: harbour-gazette
                """);
        assertThat(refused("quay-cameras", "lenses")).contains("facts/folded.yaml:", "write it in one line first");
        write("facts/broken.yaml", "entities:\n  - firm: Not An Id\n");
        assertThat(refused("watch", "harbour-watch")).contains("the facts have errors");

        assertThat(read("facts/harbour-gazette.yaml")).isEqualTo(gazette);
        assertThat(harbour.resolve("facts/redirects.tsv")).doesNotExist();
    }

    @Test
    void refusesAnIdWhoseAddressLeadsElsewhere() {
        Run.of(harbour, "rename", "watch", "harbour-watch");

        assertThat(refused("lumen", "watch"))
                .contains(
                        "'watch' is now 'harbour-watch' (renamed, ", "; delete its line in facts/redirects.tsv first");
    }

    @Test
    void changesQueriesAndTheTablesAndTriplesOfImports() throws IOException {
        String query = """
                # What does somebody use?
                # param who: Agency = watch  -- watch, by whom
                # param scheme: kind concern = watch
                SELECT ?what { ?who dossier:uses ?what . id:watch--uses--quay-cameras dossier:hasStanding ?s .
                  <https://harbour.example/id/watch> ?p id:watch-2 . FILTER (?who != id:watch) }
                """;
        String base = read("dossier.yaml")
                .lines()
                .filter(line -> line.startsWith("base: "))
                .map(line -> line.substring("base: ".length()))
                .findFirst()
                .orElseThrow();
        write("queries/own.rq", query.replace("https://harbour.example/id/", base));
        write("imports/fleet/tables/owners.csv", "key,id,remark\r\nwatch,watch,\"of the watch,\nwatch\"\r\n");
        write("imports/fleet/expected.ttl", "id:boat dossier:isOperatedBy id:watch.\n");
        write("imports/fleet/sample.csv", "owner,id\nwatch,watch\n");

        Run.of(harbour, "rename", "watch", "port-watch");

        assertThat(read("queries/own.rq"))
                .isEqualTo(query.replace("https://harbour.example/id/", base)
                        .replace("Agency = watch", "Agency = port-watch")
                        .replace("id:watch--", "id:port-watch--")
                        .replace("id/watch>", "id/port-watch>")
                        .replace("id:watch)", "id:port-watch)"));
        assertThat(read("imports/fleet/tables/owners.csv"))
                .isEqualTo("key,id,remark\r\nwatch,port-watch,\"of the watch,\nwatch\"\r\n");
        assertThat(read("imports/fleet/expected.ttl")).isEqualTo("id:boat dossier:isOperatedBy id:port-watch.\n");
        assertThat(read("imports/fleet/sample.csv")).isEqualTo("owner,id\nwatch,watch\n");
    }

    @Test
    void whyFindsAThingUnderItsOldIdAndSaysSo() {
        Run.of(harbour, "rename", "watch", "port-watch", "--reason", "clearer");
        Run.of(harbour, "build");

        Run claim = Run.of(harbour, "why", "watch", "uses", "quay-cameras");

        assertThat(claim.err()).matches("'watch' is now 'port-watch' \\(clearer, [-0-9]{10}\\)\n");
        assertThat(claim.out()).contains("port-watch--uses--quay-cameras");
        assertThat(Run.of(harbour, "why", "watch--uses--quay-cameras").out()).isEqualTo(claim.out());
    }

    @Test
    void whyTellsTheReasonOfWhatWasWithdrawn() throws IOException {
        write("facts/crew.yaml", "entities:\n  - group: crew\n    label: Crew\n");
        assertThat(refusedToWithdraw("crew", "nobody said so"))
                .contains("'crew' is still defined at facts/crew.yaml:2:12; delete it there");
        Run.of(harbour, "build");
        Files.delete(harbour.resolve("facts/crew.yaml"));
        assertThat(refusedToWithdraw("crew", " ")).contains("say why");
        assertThat(refusedToWithdraw("The Crew", "gone")).contains("'The Crew' is not an id");

        Run withdrawn = Run.of(harbour, "withdraw", "crew", "--reason", "nobody said so");

        assertThat(withdrawn).isEqualTo(new Run(0, "facts/redirects.tsv\n", ""));
        Run.of(harbour, "build");
        Run why = Run.of(harbour, "why", "crew");
        assertThat(why.exitCode()).isEqualTo(1);
        assertThat(why.err()).matches("'crew' was withdrawn \\(nobody said so, [-0-9]{10}\\)\n");
        assertThat(refusedToWithdraw("crew", "again")).contains("'crew' was withdrawn (nobody said so");
    }

    @Test
    void withdrawsNothingThatNeverWasUnlessItIsTold() {
        assertThat(refusedToWithdraw("quay-camera", "gone"))
                .startsWith("there is no release with 'quay-camera'; did you mean 'quay-cameras'? build one");
        Run.of(harbour, "build");
        assertThat(refusedToWithdraw("quay-camera", "gone"))
                .startsWith("the last release has nothing called 'quay-camera'; did you mean 'quay-cameras'? or add"
                        + " --unknown if it was gone before the last build");
        assertThat(harbour.resolve("facts/redirects.tsv")).doesNotExist();

        Run forced = Run.of(harbour, "withdraw", "quay-camera", "--reason", "gone", "--unknown");

        assertThat(forced).isEqualTo(new Run(0, "facts/redirects.tsv\n", ""));
    }

    private String refusedToWithdraw(String id, String reason) {
        Run run = Run.of(harbour, "withdraw", id, "--reason", reason);
        assertThat(run.exitCode()).isEqualTo(2);
        return run.err();
    }

    private String refused(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "rename";
        System.arraycopy(words, 0, all, 1, words.length);
        Run run = Run.of(harbour, all);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        return run.err();
    }
}
