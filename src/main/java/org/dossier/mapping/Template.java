package org.dossier.mapping;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
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

    /** One triple: three terms, of which those that the mapping names itself are bytes beforehand. */
    private static final class Line {
        private final Slot subject;
        private final @Nullable Slot predicate;
        private final @Nullable Slot object;
        private final byte[] middle;
        private final TripleCode code;
        private final long number;
        private final Purpose purpose;

        /**
         * @param predicate a slot where the row says it
         * @param object a slot where the row says it
         * @param middle bytes between the terms that are slots, to the end of the triple when the object is none
         */
        Line(
                Slot subject,
                @Nullable Slot predicate,
                @Nullable Slot object,
                Bytes middle,
                TripleCode code,
                Purpose purpose) {
            this.subject = subject;
            this.predicate = predicate;
            this.object = object;
            this.middle = middle.toArray();
            this.code = code;
            this.number = middle.hash(0, middle.length());
            this.purpose = purpose;
        }

        boolean isThere() {
            return subject.isThere()
                    && (predicate == null || predicate.isThere())
                    && (object == null || object.isThere());
        }

        /** Whether the triple is new, as far as is remembered; then it counts. */
        boolean isNew(Bytes scratch, Tally tally, Recent recent) {
            tally.said();
            if (purpose.mayRepeat() && recent.holds(hash(scratch))) {
                return false;
            }
            tally.written();
            if (purpose.things() != null) {
                tally.note(purpose.things(), subject.hash(scratch));
            } else if (purpose.namesClass() && object != null) {
                tally.note(tally.things(localName(object, scratch), false), subject.hash(scratch));
            }
            if (purpose.amounts() != null && object != null) {
                tally.note(purpose.amounts(), sign(object, scratch));
            }
            return true;
        }

        /** What stands behind the last slash or number sign of an IRI. */
        private static String localName(Slot iri, Bytes scratch) {
            int start = iri.end - 1;
            while (scratch.at(start - 1) != '#' && scratch.at(start - 1) != '/' && start > iri.start + 1) {
                start--;
            }
            return scratch.string(start, iri.end - 1);
        }

        private long hash(Bytes scratch) {
            long hash = subject.hash(scratch) ^ number;
            if (predicate != null) {
                hash = Bytes.mix(hash) ^ predicate.hash(scratch);
            }
            return object == null ? Bytes.mix(hash) : Bytes.mix(Bytes.mix(hash) ^ object.hash(scratch));
        }

        /** Of a canonical decimal in quotation marks. */
        private static int sign(Slot amount, Bytes scratch) {
            if (scratch.at(amount.start + 1) == '-') {
                return -1;
            }
            boolean isZero = scratch.at(amount.start + 1) == '0'
                    && scratch.at(amount.start + 3) == '0'
                    && scratch.at(amount.start + 4) == '"';
            return isZero ? 0 : 1;
        }

        void write(Bytes scratch, Bytes out) {
            out.copyFrom(scratch, subject.start, subject.end);
            if (predicate != null) {
                out.put(' ');
                out.copyFrom(scratch, predicate.start, predicate.end);
            }
            out.put(middle);
            if (object != null) {
                out.copyFrom(scratch, object.start, object.end);
                out.put(END);
            }
        }

        Triple triple() {
            return Triple.create(
                    term(subject, code.subject()), term(predicate, code.predicate()), term(object, code.object()));
        }

        private static Node term(@Nullable Slot slot, Code code) {
            return slot == null ? ((Known.Constant) code).term() : Objects.requireNonNull(slot.node);
        }
    }

    /**
     * What to do about a triple beside writing it.
     *
     * @param mayRepeat whether many rows may give the very same triple
     * @param namesClass whether the row says what class the subject is of
     * @param things counts what the subject is, where the mapping says what class that is
     * @param amounts counts the object, where that is an amount
     */
    record Purpose(
            boolean mayRepeat, boolean namesClass, Tally.@Nullable Counter things, Tally.@Nullable Counter amounts) {}

    private final Map<Code, Slot> slots = new LinkedHashMap<>();
    private final Slot[] inOrder;
    private final Line[] lines;

    /** @param purpose what each triple is there for */
    Template(List<TripleCode> triples, Function<TripleCode, Purpose> purpose) {
        this.lines = triples.stream()
                .map(triple -> line(triple, purpose.apply(triple)))
                .toArray(Line[]::new);
        this.inOrder = slots.values().toArray(Slot[]::new);
    }

    private Line line(TripleCode triple, Purpose purpose) {
        Slot subject = slots.computeIfAbsent(triple.subject(), Slot::new);
        Slot predicate = slot(triple.predicate());
        Slot object = slot(triple.object());
        Bytes middle = new Bytes();
        middle.put(' ');
        if (triple.predicate() instanceof Known.Constant constant) {
            middle.put(constant.bytes());
            middle.put(' ');
        }
        if (triple.object() instanceof Known.Constant constant) {
            middle.put(constant.bytes());
            middle.put(END);
        }
        return new Line(subject, predicate, object, middle, triple, purpose);
    }

    /** Nothing for a term that the mapping itself names. */
    private @Nullable Slot slot(Code code) {
        return code instanceof Known.Constant ? null : slots.computeIfAbsent(code, Slot::new);
    }

    /** Writes the triples of the present solution as N-Triples; one that lacks a term is left out. */
    void write(Row row, Bytes scratch, Bytes out, Tally tally, Recent recent) {
        scratch.setLength(0);
        for (Slot slot : inOrder) {
            slot.encode(row, scratch);
        }
        for (Line line : lines) {
            if (line.isThere() && line.isNew(scratch, tally, recent)) {
                line.write(scratch, out);
            }
        }
    }

    /** Makes the triples of the present solution; one that lacks a term is left out. */
    void make(Row row, Bytes scratch, Consumer<Triple> sink, Tally tally, Recent recent) {
        scratch.setLength(0);
        for (Slot slot : inOrder) {
            slot.make(row, scratch);
        }
        for (Line line : lines) {
            if (line.isThere() && line.isNew(scratch, tally, recent)) {
                sink.accept(line.triple());
            }
        }
    }
}
