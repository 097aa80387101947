package org.dossier.mapping;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** What may drop or repeat a solution: the rest of WHERE gives names to values, which are worked out when asked for. */
sealed interface Step {

    /** Goes on with a solution. */
    interface Next {
        void solution();
    }

    void run(Row row, Next next);

    /** FILTER. */
    record Filter(Code condition) implements Step {
        @Override
        public void run(Row row, Next next) {
            if (condition.truth(row) == Code.TRUE) {
                next.solution();
            }
        }
    }

    /**
     * VALUES: one solution for each line that agrees with what is known already.
     *
     * @param known what each variable is before, where it is anything
     * @param chosen takes the value of each variable
     * @param lines values of the variables; null for UNDEF
     */
    record Values(List<@Nullable Code> known, List<Known.Chosen> chosen, List<List<@Nullable Node>> lines)
            implements Step {
        @Override
        public void run(Row row, Next next) {
            for (List<@Nullable Node> line : lines) {
                if (agrees(line, row)) {
                    for (int at = 0; at < line.size(); at++) {
                        chosen.get(at).choose(line.get(at));
                    }
                    row.nextSolution();
                    next.solution();
                }
            }
        }

        private boolean agrees(List<@Nullable Node> line, Row row) {
            for (int at = 0; at < line.size(); at++) {
                Code code = known.get(at);
                Node before = code == null ? null : code.node(row);
                Node value = line.get(at);
                if (before != null && value != null && !before.sameTermAs(value)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Things that a description names: one solution for each of them, none where there is none.
     *
     * @param passage takes the evidence that the words are, as {@code passages} tells
     */
    record Mentions(
            Code description,
            KeywordSearch search,
            Function<Mention, Node> passages,
            Known.Chosen thing,
            Known.Chosen words,
            Known.Chosen passage)
            implements Step {
        @Override
        public void run(Row row, Next next) {
            String text = description.text(row);
            if (text == null) {
                return;
            }
            for (Mention mention : search.in(text)) {
                thing.choose(mention.thing());
                words.choose(Type.TEXT.node(mention.words()));
                passage.choose(passages.apply(mention));
                row.nextSolution();
                next.solution();
            }
        }
    }

    /**
     * fn:split: one solution for each part of a cell; one without a value where there is no part.
     *
     * @param separators codes of the texts to part at
     */
    record Split(Code cell, List<Code> separators, Known.Chosen chosen) implements Step {
        @Override
        public void run(Row row, Next next) {
            String text = cell.text(row);
            List<String> parts = text == null ? List.of() : Texts.parts(text, separators(row));
            if (parts.isEmpty()) {
                choose(null, row, next);
            }
            for (String part : parts) {
                choose(Type.TEXT.node(part), row, next);
            }
        }

        private void choose(@Nullable Node part, Row row, Next next) {
            chosen.choose(part);
            row.nextSolution();
            next.solution();
        }

        private List<String> separators(Row row) {
            @Nullable String[] texts = separators.stream().map(code -> code.text(row)).toArray(String[]::new);
            return CellFunctions.separators(texts, 0);
        }
    }
}
