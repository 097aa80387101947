package org.dossier.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/** Triples of a mapping, ready to be written for one solution after the other. */
final class Template {

    static final byte[] END = " .\n".getBytes(StandardCharsets.US_ASCII);

    /** A term that is worked out once for a solution, and may stand in several triples. */
    private static final class Slot {
        private final Code code;
        private int start;
        private int end;
        private @Nullable Node node;

        Slot(Code code) {
            this.code = code;
        }

        void encode(Row row, Bytes scratch) {
            start = scratch.length();
            code.write(row, scratch);
            end = scratch.length();
        }

        void make(Row row) {
            Node term = code.node(row);
            node = term != null && code.isWritable(term, row) ? term : null;
        }

        boolean isEncoded() {
            return end > start;
        }
    }

    /**
     * One triple.
     *
     * @param things counts what the subject is, where the triple says so
     * @param amounts counts the object, where that is an amount
     */
    private record Line(
            Slot subject,
            Slot predicate,
            Slot object,
            Tally.@Nullable Counter things,
            Tally.@Nullable Counter amounts) {

        boolean isEncoded() {
            return subject.isEncoded() && predicate.isEncoded() && object.isEncoded();
        }

        void write(Bytes scratch, Bytes out, Tally tally) {
            out.copyFrom(scratch, subject.start, subject.end);
            out.put(' ');
            out.copyFrom(scratch, predicate.start, predicate.end);
            out.put(' ');
            out.copyFrom(scratch, object.start, object.end);
            out.put(END);
            tally.triple();
            if (things != null) {
                tally.note(things, scratch.hash(subject.start, subject.end));
            }
            if (amounts != null) {
                tally.note(amounts, sign(scratch));
            }
        }

        /** Of a canonical decimal in quotation marks. */
        private int sign(Bytes scratch) {
            if (scratch.at(object.start + 1) == '-') {
                return -1;
            }
            boolean isZero = scratch.at(object.start + 1) == '0'
                    && scratch.at(object.start + 3) == '0'
                    && scratch.at(object.start + 4) == '"';
            return isZero ? 0 : 1;
        }

        void make(Consumer<Triple> sink, Bytes scratch, Tally tally) {
            if (subject.node == null || predicate.node == null || object.node == null) {
                return;
            }
            sink.accept(Triple.create(subject.node, predicate.node, object.node));
            tally.triple();
            if (things != null) {
                scratch.setLength(0);
                scratch.put(Nodes.bytes(subject.node));
                tally.note(things, scratch.hash(0, scratch.length()));
            }
            if (amounts != null) {
                scratch.setLength(0);
                scratch.put(Nodes.bytes(object.node));
                tally.note(amounts, sign(scratch));
            }
        }
    }

    /** Finds what counts the things, or the amounts, of a triple; nothing when it is not worth counting. */
    interface Counting {
        Tally.@Nullable Counter counter(TripleCode triple);
    }

    private final List<Line> lines = new ArrayList<>();
    private final Map<Code, Slot> slots = new LinkedHashMap<>();

    Template(List<TripleCode> triples, Counting things, Counting amounts) {
        for (TripleCode triple : triples) {
            lines.add(new Line(
                    slot(triple.subject()),
                    slot(triple.predicate()),
                    slot(triple.object()),
                    things.counter(triple),
                    amounts.counter(triple)));
        }
    }

    private Slot slot(Code code) {
        return slots.computeIfAbsent(code, Slot::new);
    }

    /** Writes the triples of the present solution as N-Triples; one that lacks a term is left out. */
    void write(Row row, Bytes scratch, Bytes out, Tally tally) {
        scratch.setLength(0);
        slots.values().forEach(slot -> slot.encode(row, scratch));
        for (Line line : lines) {
            if (line.isEncoded()) {
                line.write(scratch, out, tally);
            }
        }
    }

    /** Makes the triples of the present solution; one that lacks a term is left out. */
    void make(Row row, Bytes scratch, Consumer<Triple> sink, Tally tally) {
        slots.values().forEach(slot -> slot.make(row));
        lines.forEach(line -> line.make(sink, scratch, tally));
    }
}
