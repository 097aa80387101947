package org.dossier.release;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;

/** Writes lines so that they have reached the disk when the method returns: sorted, and hence the same every time. */
final class NTriples {

    private static final NodeFormatter TERMS = new NodeFormatterNT();

    private NTriples() {}

    static void write(Path file, Graph graph) throws IOException {
        List<Triple> triples = graph.find().toList();
        writeLines(file, triples.parallelStream().map(NTriples::line).sorted().toList());
    }

    private static String line(Triple triple) {
        StringWriter text = new StringWriter();
        AWriter line = IO.wrap(text);
        for (Node term : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
            TERMS.format(line, term);
            line.print(' ');
        }
        line.print('.');
        line.flush();
        return text.toString();
    }

    /** Takes over the lines of a unit. */
    static void copy(UnitLines lines, Path file) throws IOException {
        Predicate<String> isKept = lines.isKept();
        if (isKept != null) {
            try (Stream<String> all = Files.lines(lines.file())) {
                writeLines(file, all.filter(isKept).iterator());
            }
            return;
        }
        Files.copy(lines.file(), file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static void writeLines(Path file, List<String> lines) throws IOException {
        writeLines(file, lines.iterator());
    }

    private static void writeLines(Path file, Iterator<String> lines) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Writer writer = new BufferedWriter(
                        new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8))) {
            while (lines.hasNext()) {
                writer.write(lines.next());
                writer.write('\n');
            }
            writer.flush();
            channel.force(true);
        }
    }
}
