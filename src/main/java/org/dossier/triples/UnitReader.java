package org.dossier.triples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * Reads files of N-Triples as this program writes them, several times as fast as a parser that expects anything: a line
 * is a triple, its parts have one blank between them, and few of them are new. A line that is not so goes to Jena.
 */
public final class UnitReader {

    /** Takes the triples, whose terms are numbers of the table. */
    public interface Receiver {
        void triple(int subject, int predicate, int object);
    }

    private final TermTable terms;
    private final Receiver receiver;
    private byte[] lastSubject = new byte[0];
    private int subject = -1;

    /** @param terms numbers the terms */
    public UnitReader(TermTable terms, Receiver receiver) {
        this.terms = terms;
        this.receiver = receiver;
    }

    /**
     * Reads one file to its end.
     *
     * @throws IOException when it cannot be read, or is not N-Triples
     */
    public void read(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            read(input);
        }
    }

    /**
     * Reads to the end of what somebody else closes.
     *
     * @throws IOException when it cannot be read, or is not N-Triples
     */
    public void read(InputStream input) throws IOException {
        try {
            ByteLines.read(input, this::line);
        } catch (RiotException noTriple) {
            throw new IOException("one of its lines is no triple: " + noTriple.getMessage(), noTriple);
        }
    }

    private void line(byte[] bytes, int from, int end) {
        if (!isUsual(bytes, from, end)) {
            byJena(new String(bytes, from, end - from, StandardCharsets.UTF_8));
        }
    }

    /** Hands over a line, unless it is not spelled the usual way. */
    private boolean isUsual(byte[] bytes, int line, int end) {
        int afterSubject = afterSubject(bytes, line, end);
        int afterPredicate = ByteLines.afterWord(bytes, afterSubject + 1, end);
        int afterObject = end - 2;
        if (afterObject <= afterPredicate || bytes[afterObject] != ' ' || bytes[afterObject + 1] != '.') {
            return false;
        }
        int predicate = terms.number(bytes, afterSubject + 1, afterPredicate);
        int object = terms.number(bytes, afterPredicate + 1, afterObject);
        if (subject < 0 || predicate < 0 || object < 0) {
            return false;
        }
        receiver.triple(subject, predicate, object);
        return true;
    }

    /** Most lines are about the same thing as the one before. */
    private int afterSubject(byte[] bytes, int line, int end) {
        int same = line + lastSubject.length;
        if (same < end && bytes[same] == ' ' && Arrays.equals(bytes, line, same, lastSubject, 0, lastSubject.length)) {
            return same;
        }
        int after = ByteLines.afterWord(bytes, line, end);
        subject = terms.number(bytes, line, after);
        lastSubject = Arrays.copyOfRange(bytes, line, after);
        return after;
    }

    private void byJena(String line) {
        RDFParser.create()
                .fromString(line)
                .lang(Lang.NTRIPLES)
                .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                .labelToNode(LabelToNode.createUseLabelEncoded())
                .parse(new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        receiver.triple(
                                terms.number(triple.getSubject()),
                                terms.number(triple.getPredicate()),
                                terms.number(triple.getObject()));
                    }
                });
    }
}
