package org.dossier.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What one command line came to, run inside this process through the program's real entry point. */
record Run(int exitCode, String out, String err) {

    static Run of(Path dossier, String... words) {
        return of(dossier, "", List.of(words));
    }

    static Run of(Path dossier, String input, List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            String[] all = Stream.concat(Stream.of("-C", dossier.toString()), words.stream())
                    .toArray(String[]::new);
            int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
            return new Run(code, out.toString(), err.toString());
        } finally {
            System.setIn(before);
        }
    }
}
