package org.dossier.mapping;

import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** A call of a function on cells, compiled. */
final class CellCall extends Code {

    private final CellFunction function;
    private final Code[] arguments;

    CellCall(CellFunction function, Type type, List<Code> arguments) {
        super(type, arguments);
        this.function = function;
        this.arguments = arguments.toArray(Code[]::new);
    }

    @Override
    @Nullable String text(Row row) {
        @Nullable String[] texts = new String[arguments.length];
        for (int at = 0; at < texts.length; at++) {
            texts[at] = arguments[at].text(row);
        }
        return function.body()
                .apply(
                        texts,
                        (at, reason, code) ->
                                row.reports().add(arguments[at].columns(), String.valueOf(texts[at]), reason, code));
    }

    @Override
    @Nullable Node node(Row row) {
        if (type().form() != Type.Form.NODE) {
            return super.node(row);
        }
        String text = text(row);
        return text == null ? null : function.typeOfValue().apply(text).node(text);
    }

    @Override
    boolean write(Row row, Bytes out) {
        return type().form() == Type.Form.NODE ? Nodes.write(node(row), this, row, out) : super.write(row, out);
    }
}
