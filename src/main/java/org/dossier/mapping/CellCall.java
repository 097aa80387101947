package org.dossier.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a function on cells, compiled. */
final class CellCall extends Code {

    private final CellFunction.Body body;
    private final Code[] arguments;

    CellCall(CellFunction function, Type type, List<Code> arguments) {
        super(type, arguments);
        this.body = function.body();
        this.arguments = arguments.toArray(Code[]::new);
    }

    @Override
    @Nullable String text(Row row) {
        @Nullable String[] texts = new String[arguments.length];
        for (int at = 0; at < texts.length; at++) {
            texts[at] = arguments[at].text(row);
        }
        return body.apply(
                texts,
                (at, reason, code) ->
                        row.reports().add(arguments[at].columns(), String.valueOf(texts[at]), reason, code));
    }
}
