package org.dossier.triples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDFBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitReaderTest {

    private static final String[] SUBJECTS = {
        "<https://example.org/a>", "<https://example.org/ä>", "_:Bx7", "<urn:x-%20>"
    };

    private static final String[] OBJECTS = {
        "<https://example.org/a>",
        "<https://example.org/\\u00e4>",
        "_:Bx7",
        "_:Bx2Dy",
        "\"\"",
        "\"one . two\"",
        "\"a \\\"quoted\\\" word and a \\\\\"",
        "\"line\\nbreak\\tand \\u20AC\"",
        "\"größer 𝒳\"@de",
        "\"colour\"@en-GB",
        "\"12.50\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
        "\"2025-02-30\"^^<http://www.w3.org/2001/XMLSchema#date>",
        "\"same\"^^<http://www.w3.org/2001/XMLSchema#string>",
        "\"same\"",
        "\"<https://example.org/a>\"",
    };

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("unit.nt"), text);
    }

    private static List<Triple> read(Path file) throws IOException {
        List<Triple> triples = new ArrayList<>();
        TermTable terms = new TermTable();
        new UnitReader(
                        terms,
                        (subject, predicate, object) -> triples.add(
                                Triple.create(terms.term(subject), terms.term(predicate), terms.term(object))))
                .read(file);
        return triples;
    }

    private static List<Triple> readByJena(Path file) {
        List<Triple> triples = new ArrayList<>();
        RDFParser.source(file)
                .lang(Lang.NTRIPLES)
                .labelToNode(LabelToNode.createUseLabelEncoded())
                .parse(new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        triples.add(triple);
                    }
                });
        return triples;
    }

    @Test
    void readsWhatJenaReads() throws IOException {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append(SUBJECTS[random.nextInt(SUBJECTS.length)])
                    .append(" <https://example.org/p")
                    .append(random.nextInt(5))
                    .append("> ")
                    .append(random.nextInt(3) == 0 ? "\"text " + i + "\"" : OBJECTS[random.nextInt(OBJECTS.length)])
                    .append(" .\n");
        }
        Path file = file(text.toString());

        assertThat(read(file)).hasSize(5_000).isEqualTo(readByJena(file));
    }

    @Test
    void leavesOddLinesToJena() throws IOException {
        Path file = file("""
                # a remark

                  <https://example.org/a>   <https://example.org/p>\t"one".
                <https://example.org/a> <https://example.org/p> "two" . # another
                <https://example.org/b> <https://example.org/p> "three" .\r
                <https://example.org/b> <https://example.org/p> "last" .""");

        assertThat(read(file)).hasSize(4).isEqualTo(readByJena(file));
    }

    @Test
    void readsLinesThatAreLongerThanWhatItReadsAtATime() throws IOException {
        String line = "<https://example.org/a> <https://example.org/p> \"" + "long ".repeat(200_000) + "\" .\n";
        Path file = file(line + line.replace("long", "more") + line);

        assertThat(read(file)).hasSize(3).isEqualTo(readByJena(file));
    }

    @Test
    void refusesWhatIsNoTriple() throws IOException {
        for (String wrong : List.of(
                "<https://example.org/a> <https://example.org/p> \"open .\n",
                "<https://example.org/a> \"p\" .\n",
                "<https://example.org/a> <https://example.org/p> <https://example.org/b c> .\n",
                "words\n",
                "<https://example.org/a> <https://example.org/p> \"cut")) {
            Path file = file("<https://example.org/a> <https://example.org/p> \"right\" .\n" + wrong);

            assertThatThrownBy(() -> read(file))
                    .as(wrong)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("one of its lines is no triple: ");
        }
    }
}
