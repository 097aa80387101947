package org.dossier.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;

/** Takes the triples of rows; those of the present row can be taken back. */
interface RowSink {

    void solution(Template template, Row row, Tally tally);

    /**
     * The triples of the row stay.
     *
     * @param isClean whether all cells could be read; else the same cells are to be looked at, and told, again
     */
    void accept(boolean isClean);

    /** The triples of the row go. */
    void takeBack();

    /** A batch ends. */
    void flush() throws IOException;

    /** Writes N-Triples. */
    final class ToBytes implements RowSink {
        private final OutputStream stream;
        private final Bytes out = new Bytes();
        private final Bytes scratch = new Bytes();
        private final Recent recent = new Recent();
        private int accepted;

        ToBytes(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void solution(Template template, Row row, Tally tally) {
            template.write(row, scratch, out, tally, recent);
        }

        @Override
        public void accept(boolean isClean) {
            accepted = out.length();
            recent.settle(isClean);
        }

        @Override
        public void takeBack() {
            out.setLength(accepted);
            recent.settle(false);
        }

        @Override
        public void flush() throws IOException {
            stream.write(out.array(), 0, out.length());
            out.setLength(0);
            accepted = 0;
        }
    }

    /** Hands triples on. */
    final class ToTriples implements RowSink {
        private final Consumer<Triple> target;
        private final Bytes scratch = new Bytes();
        private final Recent recent = new Recent();
        private final List<Triple> ofRow = new ArrayList<>();

        ToTriples(Consumer<Triple> target) {
            this.target = target;
        }

        @Override
        public void solution(Template template, Row row, Tally tally) {
            template.make(row, scratch, ofRow::add, tally, recent);
        }

        @Override
        public void accept(boolean isClean) {
            ofRow.forEach(target);
            ofRow.clear();
            recent.settle(isClean);
        }

        @Override
        public void takeBack() {
            ofRow.clear();
            recent.settle(false);
        }

        @Override
        public void flush() {
            // Triples are handed on row by row.
        }
    }
}
