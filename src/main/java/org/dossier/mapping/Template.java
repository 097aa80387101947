package org.dossier.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/** Triples of a mapping, ready to be written for one solution after the other. */
final class Template {

    static final byte[] END = " .\n".getBytes(StandardCharsets.US_ASCII);

    /** A term that is worked out at most once for a solution, and may stand in several triples. */
    private static final class Slot {
        private final Code code;
        private int start;
        private int end;
        private long stamp = -1;
        private @Nullable Node node;

        Slot(Code code) {
            this.code = code;
        }

        boolean encode(Row row, Bytes scratch) {
            if (stamp != row.stamp()) {
                stamp = row.stamp();
                start = scratch.length();
                code.write(row, scratch);
                end = scratch.length();
            }
            return end > start;
        }

        boolean make(Row row) {
            if (stamp != row.stamp()) {
                stamp = row.stamp();
                Node term = code.node(row);
                node = term != null && code.isWritable(term, row) ? term : null;
            }
            return node != null;
        }
    }

    /** One triple: three terms, of which those that the mapping names itself are bytes beforehand. */
    private static final class Line {
        private final Slot subject;
        private final @Nullable Slot predicate;
        private final @Nullable Slot object;
        private final byte[] middle;
        private final TripleCode code;
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
            this.purpose = purpose;
        }

        boolean encode(Row row, Bytes scratch) {
            return subject.encode(row, scratch)
                    && (predicate == null || predicate.encode(row, scratch))
                    && (object == null || object.encode(row, scratch));
        }

        boolean make(Row row) {
            return subject.make(row)
                    && (predicate == null || predicate.make(row))
                    && (object == null || object.make(row));
        }

        void write(Bytes scratch, Bytes out, Tally tally) {
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
            count(scratch, tally);
        }

        /** Counts what is encoded. */
        private void count(Bytes scratch, Tally tally) {
            tally.written();
            if (purpose.things() != null) {
                tally.note(purpose.things(), scratch.hash(subject.start, subject.end));
            } else if (purpose.namesClass() && object != null) {
                tally.note(tally.things(localName(object, scratch), false), scratch.hash(subject.start, subject.end));
            }
            if (purpose.amounts() != null && object != null) {
                tally.note(purpose.amounts(), sign(object, scratch));
            }
        }

        /** What stands behind the last slash or number sign of an IRI. */
        private static String localName(Slot iri, Bytes scratch) {
            int start = iri.end - 1;
            while (scratch.at(start - 1) != '#' && scratch.at(start - 1) != '/' && start > iri.start + 1) {
                start--;
            }
            return scratch.string(start, iri.end - 1);
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

        Triple triple(Bytes scratch, Tally tally) {
            place(subject, scratch);
            if (object != null) {
                place(object, scratch);
            }
            count(scratch, tally);
            return Triple.create(
                    term(subject, code.subject()), term(predicate, code.predicate()), term(object, code.object()));
        }

        /** Counting goes by the bytes of a term. */
        private static void place(Slot slot, Bytes scratch) {
            slot.start = scratch.length();
            scratch.put(Nodes.bytes(Objects.requireNonNull(slot.node)));
            slot.end = scratch.length();
        }

        private static Node term(@Nullable Slot slot, Code code) {
            return slot == null ? ((Known.Constant) code).term() : Objects.requireNonNull(slot.node);
        }
    }

    /** All triples of a template about one thing. */
    private static final class Block {
        private final Slot subject;
        private final Line[] lines;
        private final int[] columns;
        private final boolean mayRepeat;
        private final int number;

        /** @param number tells the block from all others of the mapping */
        Block(Slot subject, List<Line> lines, int number) {
            this.subject = subject;
            this.lines = lines.toArray(Line[]::new);
            this.number = number;
            this.mayRepeat = lines.stream().allMatch(line -> line.purpose.mayRepeat());
            Set<Integer> read = new TreeSet<>();
            lines.forEach(line -> {
                line.code.subject().addColumnNumbers(read);
                line.code.predicate().addColumnNumbers(read);
                line.code.object().addColumnNumbers(read);
            });
            this.columns = read.stream().mapToInt(Integer::intValue).toArray();
        }

        /** What a block says depends on the cells that it reads alone, so that they tell whether it would say the same again. */
        long hash(Row row) {
            long hash = number;
            for (int column : columns) {
                hash = Bytes.mix(hash ^ row.fingerprint(column));
            }
            return hash;
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
    private final Block[] blocks;

    /**
     * @param number of the template's first block; blocks of one mapping have different numbers
     * @param purpose what each triple is there for
     */
    Template(List<TripleCode> triples, int number, Function<TripleCode, Purpose> purpose) {
        Map<Slot, List<Line>> bySubject = new LinkedHashMap<>();
        for (TripleCode triple : triples) {
            Line line = line(triple, purpose.apply(triple));
            bySubject.computeIfAbsent(line.subject, unseen -> new ArrayList<>()).add(line);
        }
        List<Block> all = new ArrayList<>();
        bySubject.forEach((subject, lines) -> all.add(new Block(subject, lines, number + all.size())));
        this.blocks = all.toArray(Block[]::new);
    }

    int size() {
        return blocks.length;
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
        for (Block block : blocks) {
            if (isNew(block, row, tally, recent) && block.subject.encode(row, scratch)) {
                remember(block, row, tally, recent);
                for (Line line : block.lines) {
                    if (line.encode(row, scratch)) {
                        line.write(scratch, out, tally);
                    }
                }
            }
        }
    }

    /** Makes the triples of the present solution; one that lacks a term is left out. */
    void make(Row row, Bytes scratch, Consumer<Triple> sink, Tally tally, Recent recent) {
        for (Block block : blocks) {
            if (isNew(block, row, tally, recent) && block.subject.make(row)) {
                remember(block, row, tally, recent);
                for (Line line : block.lines) {
                    if (line.make(row)) {
                        scratch.setLength(0);
                        sink.accept(line.triple(scratch, tally));
                    }
                }
            }
        }
    }

    private static boolean isNew(Block block, Row row, Tally tally, Recent recent) {
        if (block.mayRepeat && recent.holds(block.hash(row))) {
            tally.said();
            return false;
        }
        return true;
    }

    private static void remember(Block block, Row row, Tally tally, Recent recent) {
        tally.said();
        if (block.mayRepeat) {
            recent.add(block.hash(row));
        }
    }
}
