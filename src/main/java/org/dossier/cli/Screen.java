package org.dossier.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dossier.query.AnswerWriter;
import org.dossier.query.Wrapping;

/** The terminal, if there is one. */
final class Screen {

    private Screen() {}

    /** Its columns, as the launcher found them; unlimited when results go elsewhere, where they are read by lines. */
    static int width() {
        return Optional.ofNullable(System.getProperty("dossier.columns"))
                .filter(columns -> columns.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf)
                .orElse(AnswerWriter.UNLIMITED);
    }

    /** Lines as a reader of this screen likes them: none broken inside a word. */
    static Stream<String> fitted(List<String> lines) {
        int width = width();
        return lines.stream().flatMap(line -> Wrapping.hanging(line, width).stream());
    }

    /** Whether messages go to a terminal, where a line can be written over. */
    static boolean showsProgress() {
        return System.getProperty("dossier.progress") != null;
    }

    /** Whether results go to a terminal whose owner has nothing against colours; see no-color.org. */
    static boolean showsColours() {
        String refusal = System.getenv("NO_COLOR");
        return System.getProperty("dossier.columns") != null && (refusal == null || refusal.isEmpty());
    }
}
