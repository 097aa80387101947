package org.dossier.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
        private long hash;
        private @Nullable Node node;

        Slot(Code code) {
            this.code = code;
        }

        void encode(Row row, Bytes scratch) {
            start = scratch.length();
            code.write(row, scratch);
            end = scratch.length();
            hash = 0;
        }

        void make(Row row, Bytes scratch) {
            Node term = code.node(row);
            node = term != null && code.isWritable(term, row) ? term : null;
            start = scratch.length();
            if (node != null) {
                scratch.put(Nodes.bytes(node));
            }
            end = scratch.length();
            hash = 0;
        }

        boolean isThere() {
            return end > start;
        }

        long hash(Bytes scratch) {
            if (hash == 0) {
                hash = scratch.hash(start, end);
            }
            return hash;
        }
    }

    /**
     * One triple.
     *
     * @param mayRepeat whether many rows may give the very same triple
     * @param namesClass whether the row says what class the subject is of
     * @param things counts what the subject is, where the triple says so
     * @param amounts counts the object, where that is an amount
     */
    private record Line(
            Slot subject,
            Slot predicate,
            Slot object,
            boolean mayRepeat,
            boolean namesClass,
            Tally.@Nullable Counter things,
            Tally.@Nullable Counter amounts) {

        boolean isThere() {
            return subject.isThere() && predicate.isThere() && object.isThere();
        }

        /** Whether the triple is new, as far as is remembered; then it counts. */
        boolean isNew(Bytes scratch, Tally tally, Recent recent) {
            tally.said();
            if (mayRepeat && recent.holds(hash(scratch))) {
                return false;
            }
            tally.written();
            if (things != null) {
                tally.note(things, subject.hash(scratch));
            } else if (namesClass) {
                tally.note(tally.things(localName(scratch), false), subject.hash(scratch));
            }
            if (amounts != null) {
                tally.note(amounts, sign(scratch));
            }
            return true;
        }

        /** What stands behind the last slash or number sign of the object. */
        private String localName(Bytes scratch) {
            int start = object.end - 1;
            while (scratch.at(start - 1) != '#' && scratch.at(start - 1) != '/' && start > object.start + 1) {
                start--;
            }
            return scratch.string(start, object.end - 1);
        }

        private long hash(Bytes scratch) {
            long start = Bytes.mix(subject.hash(scratch) + predicate.hash(scratch));
            return Bytes.mix(start ^ object.hash(scratch));
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

        void write(Bytes scratch, Bytes out) {
            out.copyFrom(scratch, subject.start, subject.end);
            out.put(' ');
            out.copyFrom(scratch, predicate.start, predicate.end);
            out.put(' ');
            out.copyFrom(scratch, object.start, object.end);
            out.put(END);
        }

        Triple triple() {
            return Triple.create(
                    Objects.requireNonNull(subject.node),
                    Objects.requireNonNull(predicate.node),
                    Objects.requireNonNull(object.node));
        }
    }

    /** Finds what counts the things, or the amounts, of a triple; nothing when it is not worth counting. */
    interface Counting {
        Tally.@Nullable Counter counter(TripleCode triple);
    }

    private final List<Line> lines = new ArrayList<>();
    private final Map<Code, Slot> slots = new LinkedHashMap<>();

    Template(List<TripleCode> triples, Predicate<TripleCode> mayRepeat, Counting things, Counting amounts) {
        for (TripleCode triple : triples) {
            lines.add(new Line(
                    slot(triple.subject()),
                    slot(triple.predicate()),
                    slot(triple.object()),
                    mayRepeat.test(triple),
                    Mapping.namesClass(triple),
                    things.counter(triple),
                    amounts.counter(triple)));
        }
    }

    private Slot slot(Code code) {
        return slots.computeIfAbsent(code, Slot::new);
    }

    /** Writes the triples of the present solution as N-Triples; one that lacks a term is left out. */
    void write(Row row, Bytes scratch, Bytes out, Tally tally, Recent recent) {
        scratch.setLength(0);
        slots.values().forEach(slot -> slot.encode(row, scratch));
        for (Line line : lines) {
            if (line.isThere() && line.isNew(scratch, tally, recent)) {
                line.write(scratch, out);
            }
        }
    }

    /** Makes the triples of the present solution; one that lacks a term is left out. */
    void make(Row row, Bytes scratch, Consumer<Triple> sink, Tally tally, Recent recent) {
        scratch.setLength(0);
        slots.values().forEach(slot -> slot.make(row, scratch));
        for (Line line : lines) {
            if (line.isThere() && line.isNew(scratch, tally, recent)) {
                sink.accept(line.triple());
            }
        }
    }
}
