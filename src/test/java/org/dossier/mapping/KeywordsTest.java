package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dossier.claim.FactsFile;
import org.dossier.facts.FactsReader;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTest {

    private static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("."), new Problems()).vocabulary();
    private static final String LIST = """
            keywords:
              - words: AZURE
                entity: azure
              - words: [MICROSOFT AZURE, AT&T]
                entity: azure
              - words: FALCON
                entity: falcon
                except: [FALCON DAM, CROWDSTRIKE FALCON]
              - words: [DRONE, DRONES]
                kind: drone
            """;

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "AZURE                              | azure=AZURE",
                "Azure for all                      | azure=Azure",
                "(azure)                            | azure=azure",
                "MICROSOFT  AZURE, AND AZURE        | azure=MICROSOFT  AZURE",
                "MICROSOFT-AZURE                    | azure=MICROSOFT-AZURE",
                "MICROSOFT. -  AZURE                | azure=AZURE",
                "AZURES AND LAZURE                  | -",
                "AT&T PHONES                        | azure=AT&T",
                "FALCON                             | falcon=FALCON",
                "ROOF OF FALCON DAM                 | -",
                "CrowdStrike Falcon sensors         | -",
                "FALCON DAM AND FALCON              | falcon=FALCON",
                "FALCON DAMS                        | falcon=FALCON",
                "DRONES OF FALCON                   | drone=DRONES;falcon=FALCON",
                "DRONE                              | drone=DRONE",
                "D-RONE                             | -",
            })
    void findsWholeWordsThatAreMeant(String text, String expected) throws IOException {
        List<String> found = read(LIST).search().in(text).stream()
                .map(mention -> Names.localName(mention.thing()) + "=" + mention.words())
                .toList();

        assertThat(String.join(";", found)).isEqualTo(expected == null ? "" : expected);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void aDossierWithoutAListHasNoKeywords() {
        Keywords none = Keywords.read(folder, "https://example.org/", VOCABULARY, problems);

        assertThat(none.search().in("AZURE")).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void tellsEverythingThatIsWrongWithAList() throws IOException {
        read("""
                keywords:
                  - words: AZURE
                    entity: azure
                  - word: CLOUD
                    kind: cloud-platform
                  - words: DRONE
                    kind: dron
                  - words: [--, azure]
                    entity: azure
                  - words: FALCON
                    entity: Falcon 9
                  - words: RAVEN
                  - words: RAVEN
                    entity: raven
                    kind: drone
                    except: [RAVEN, CROW]
                  - words: a b c d e f g h i
                    entity: raven
                    except: [RAVEN, CROW]
                  - only words
                examples:
                  - text: AZURE
                    mentions: []
                  - text: nothing
                    mentions: [azure]
                  - mentions: [azure]
                more: 1
                """);

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "imports/mentions.yaml:4:5: error[mention-list]: a keyword needs 'words', and one of 'entity' and 'kind';"
                                + " say what the words name",
                        "imports/mentions.yaml:4:5: error[unknown-key]: 'word' is no key here;"
                                + " did you mean 'words'?",
                        "imports/mentions.yaml:7:11: error[mention-list]: there is no kind of technology 'dron';"
                                + " did you mean 'drone'?",
                        "imports/mentions.yaml:8:13: error[mention-list]: '--' has neither letter nor digit;"
                                + " write a word",
                        "imports/mentions.yaml:8:17: error[mention-list]: 'azure' stands in line 2 already;"
                                + " delete one of them",
                        "imports/mentions.yaml:11:13: error[mention-list]: this is no id;"
                                + " write the id of a technology or firm",
                        "imports/mentions.yaml:12:5: error[mention-list]: a keyword needs 'words', and one of 'entity' and 'kind';"
                                + " say what the words name",
                        "imports/mentions.yaml:13:5: error[mention-list]: a keyword needs 'words', and one of 'entity' and 'kind';"
                                + " say what the words name",
                        "imports/mentions.yaml:17:12: error[mention-list]: these are more than 8 words;"
                                + " a name is shorter than a sentence",
                        "imports/mentions.yaml:19:14: error[mention-list]: 'RAVEN' is no exception: it is not longer than the words, or lacks them;"
                                + " write the words with those beside them that give them another meaning",
                        "imports/mentions.yaml:19:21: error[mention-list]: 'CROW' is no exception: it is not longer than the words, or lacks them;"
                                + " write the words with those beside them that give them another meaning",
                        "imports/mentions.yaml:20:5: error[mention-list]: this has keys of its own;"
                                + " the keys are words, entity, kind, except",
                        "imports/mentions.yaml:22:11: error[mention-example]: 'AZURE' mentions azure; expected nothing;"
                                + " change the keywords, or the example",
                        "imports/mentions.yaml:24:11: error[mention-example]: 'nothing' mentions nothing; expected azure;"
                                + " change the keywords, or the example",
                        "imports/mentions.yaml:26:5: error[mention-list]: an example needs 'text' and 'mentions';"
                                + " write 'mentions: []' where it mentions nothing",
                        "imports/mentions.yaml:27:1: error[unknown-key]: 'more' is no key here;"
                                + " the keys are keywords, examples");
    }

    @Test
    void aNamedThingIsATechnologyOrAFirmOfTheDossier() throws IOException {
        Files.createDirectories(folder.resolve("facts"));
        Files.writeString(folder.resolve("facts/things.yaml"), """
                entities:
                  - technology: azure
                    label: Azure
                  - agency: falcon
                    label: Falcon
                """);
        Keywords keywords = read(LIST.replace("AT&T]\n    entity: azure", "AT&T]\n    entity: azur"));
        List<FactsFile> files = FactsReader.read(folder, VOCABULARY, problems);

        keywords.requireThings(
                files.stream().flatMap(file -> file.entities().stream()).toList(), VOCABULARY, problems);

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "imports/mentions.yaml:5:13: error[unknown-thing]: nothing is called 'azur'; did you mean 'azure'?",
                        "imports/mentions.yaml:7:13: error[mention-of-what]: 'falcon' is neither a technology nor a firm;"
                                + " name one of these, or a kind of technology with 'kind:'");
    }

    @Test
    void theShippedListIsGood() {
        Path shipped = Path.of(".");

        Keywords keywords = Keywords.read(shipped, "https://w3id.org/dossier/id/", VOCABULARY, problems);
        keywords.requireThings(
                FactsReader.read(shipped, VOCABULARY, problems).stream()
                        .flatMap(file -> file.entities().stream())
                        .toList(),
                VOCABULARY,
                problems);

        assertThat(problems.list())
                .filteredOn(problem -> problem.place().file().equals(Keywords.FILE))
                .isEmpty();
        assertThat(keywords.search().in("MICROSOFT AZURE")).hasSize(2);
    }

    private Keywords read(String list) throws IOException {
        Files.createDirectories(folder.resolve("imports"));
        Files.writeString(folder.resolve(Keywords.FILE), list);
        return Keywords.read(folder, "https://example.org/", VOCABULARY, problems);
    }
}
