package org.dossier.mapping;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Codes that stand for something already known: constants, cells, variables. */
final class Known {

    private Known() {}

    /** A term that the mapping itself names. */
    static final class Constant extends Code {
        private final Node term;
        private final byte[] bytes;

        Constant(Node term) {
            super(Type.of(term), List.of());
            this.term = term;
            this.bytes = Nodes.bytes(term);
        }

        Node term() {
            return term;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        String text(Row row) {
            return str(term);
        }

        @Override
        Node node(Row row) {
            return term;
        }

        @Override
        boolean write(Row row, Bytes out) {
            out.put(bytes);
            return true;
        }
    }

    /** Never a value. */
    static final class Nothing extends Code {
        Nothing() {
            super(Type.NOTHING, List.of());
        }

        @Override
        @Nullable String text(Row row) {
            return null;
        }

        @Override
        @Nullable Node node(Row row) {
            return null;
        }
    }

    /** The cell of a column; an empty one is no value. */
    static final class Cell extends Code {
        private final int column;
        private final String name;
        private @Nullable String text;
        private long stamp = -1;

        Cell(int column, String name) {
            super(Type.TEXT, List.of());
            this.column = column;
            this.name = name;
        }

        @Override
        @Nullable String text(Row row) {
            if (stamp != row.rowStamp()) {
                text = row.cell(column);
                stamp = row.rowStamp();
            }
            return text;
        }

        @Override
        boolean isBound(Row row) {
            return !row.isEmpty(column);
        }

        @Override
        boolean write(Row row, Bytes out) {
            if (row.isEmpty(column)) {
                return false;
            }
            out.put('"');
            row.write(column, out);
            out.put('"');
            return true;
        }

        @Override
        void addColumnNumbers(Set<Integer> numbers) {
            numbers.add(column);
        }

        @Override
        List<String> columns() {
            return List.of(name);
        }
    }

    /** What BIND gave a name to: worked out once for a row or, where it varies, for a solution. */
    static final class Bound extends Code {
        private final Code code;
        private final boolean hasNodes;
        private @Nullable String text;
        private @Nullable Node term;
        private long stamp = -1;

        Bound(Code code) {
            super(code.type(), List.of(code));
            this.code = code;
            this.hasNodes = code.type().form() == Type.Form.NODE;
        }

        /** The code without the memory. */
        Code unremembered() {
            return code;
        }

        @Override
        @Nullable String text(Row row) {
            remember(row);
            return hasNodes && term != null ? str(term) : text;
        }

        @Override
        @Nullable Node node(Row row) {
            remember(row);
            return hasNodes ? term : super.node(row);
        }

        private void remember(Row row) {
            long now = code.varies() ? row.stamp() : row.rowStamp();
            if (stamp == now) {
                return;
            }
            stamp = now;
            if (hasNodes) {
                term = code.node(row);
            } else {
                text = code.text(row);
            }
        }

        @Override
        boolean isBound(Row row) {
            remember(row);
            return hasNodes ? term != null : text != null;
        }

        @Override
        boolean write(Row row, Bytes out) {
            return hasNodes ? Nodes.write(node(row), this, row, out) : super.write(row, out);
        }
    }

    /** A variable that VALUES or fn:split gives one value after the other. */
    static final class Chosen extends Code {
        private final Type type;
        private final List<String> columns;
        private @Nullable Node term;

        /** @param columns names of the columns that the choice is made from */
        Chosen(Type type, List<String> columns) {
            super(type, List.of(), true);
            this.type = type;
            this.columns = columns;
        }

        void choose(@Nullable Node value) {
            term = value;
        }

        @Override
        @Nullable String text(Row row) {
            return term == null ? null : str(term);
        }

        @Override
        @Nullable Node node(Row row) {
            return term;
        }

        @Override
        boolean write(Row row, Bytes out) {
            return type.form() == Type.Form.NODE ? Nodes.write(term, this, row, out) : super.write(row, out);
        }

        @Override
        List<String> columns() {
            return columns;
        }
    }
}
