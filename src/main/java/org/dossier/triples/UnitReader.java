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

    private static final int BYTES_AT_A_TIME = 1 << 18;

    private final TermTable terms;
    private final Receiver receiver;
    private byte[] bytes = new byte[BYTES_AT_A_TIME];
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
        } catch (RiotException noTriple) {
            throw new IOException("one of its lines is no triple: " + noTriple.getMessage(), noTriple);
        }
    }

    private void read(InputStream input) throws IOException {
        int filled = 0;
        for (int read = 0; read >= 0; read = input.read(bytes, filled, bytes.length - filled)) {
            filled += read;
            int rest = lines(filled);
            System.arraycopy(bytes, rest, bytes, 0, filled - rest);
            filled -= rest;
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * filled);
            }
        }
        if (filled > 0) {
            byJena(0, filled);
        }
    }

    /** @return where the line begins that is not whole yet */
    private int lines(int filled) {
        int line = 0;
        for (int end = endOf(line, filled); end >= 0; end = endOf(line, filled)) {
            if (!isUsual(line, end)) {
                byJena(line, end);
            }
            line = end + 1;
        }
        return line;
    }

    private int endOf(int line, int filled) {
        for (int at = line; at < filled; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** Hands over a line, unless it is not spelled the usual way. */
    private boolean isUsual(int line, int end) {
        int afterSubject = afterSubject(line, end);
        int afterPredicate = afterWord(afterSubject + 1, end);
        int afterObject = end - 2;
        if (afterObject <= afterPredicate || bytes[afterObject] != ' ' || bytes[afterObject + 1] != '.') {
            return false;
        }
        int predicate = number(afterSubject + 1, afterPredicate);
        int object = number(afterPredicate + 1, afterObject);
        if (subject < 0 || predicate < 0 || object < 0) {
            return false;
        }
        receiver.triple(subject, predicate, object);
        return true;
    }

    /** Most lines are about the same thing as the one before. */
    private int afterSubject(int line, int end) {
        int same = line + lastSubject.length;
        if (same < end && bytes[same] == ' ' && Arrays.equals(bytes, line, same, lastSubject, 0, lastSubject.length)) {
            return same;
        }
        int after = afterWord(line, end);
        subject = number(line, after);
        lastSubject = Arrays.copyOfRange(bytes, line, after);
        return after;
    }

    private int afterWord(int from, int end) {
        int at = from;
        while (at < end && bytes[at] != ' ') {
            at++;
        }
        return at;
    }

    private int number(int from, int to) {
        return terms.number(bytes, from, to);
    }

    private void byJena(int from, int to) {
        RDFParser.create()
                .fromString(new String(bytes, from, to - from, StandardCharsets.UTF_8))
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
