package org.dossier.release;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.dossier.triples.ByteLines;

/** Writes lines so that they have reached the disk when the method returns: sorted, and hence the same every time. */
final class NTriples {

    private static final NodeFormatter TERMS = new NodeFormatterNT();

    private static final int BUFFER = 1 << 16;

    private NTriples() {}

    static void write(Path file, Graph graph) throws IOException {
        List<Triple> triples = graph.find().toList();
        writeLines(file, triples.parallelStream().map(NTriples::line).sorted().toList());
    }

    private static String line(Triple triple) {
        StringWriterI line = new StringWriterI();
        for (Node term : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
            TERMS.format(line, term);
            line.print(' ');
        }
        line.print('.');
        return line.toString();
    }

    /** Takes over the lines of a unit. */
    static void copy(UnitLines lines, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream output = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            if (lines.withoutSubjects().isEmpty()) {
                Files.copy(lines.file(), output);
            } else {
                copyKept(lines, output);
            }
            output.flush();
            channel.force(true);
        }
    }

    private static void copyKept(UnitLines lines, OutputStream output) throws IOException {
        ByteLines.read(lines.file(), (bytes, from, end) -> {
            int afterSubject = ByteLines.afterWord(bytes, from, end);
            int afterPredicate = ByteLines.afterWord(bytes, afterSubject + 1, end);
            // Few predicates are asked for: subjects are looked up for these alone.
            boolean isLeftOut = lines.withoutPredicates().contains(text(bytes, afterSubject + 1, afterPredicate))
                    && lines.withoutSubjects().contains(text(bytes, from, afterSubject));
            if (!isLeftOut) {
                output.write(bytes, from, end - from);
                output.write('\n');
            }
        });
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
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
