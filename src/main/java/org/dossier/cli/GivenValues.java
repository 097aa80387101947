package org.dossier.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads {@code --agency ice} and {@code --agency=ice}: options that only the question knows, not the command. */
final class GivenValues {

    private static final String MARK = "--";

    private GivenValues() {}

    /** @throws ParameterException when a word is no option, or an option has no value */
    static Map<String, String> of(List<String> words, CommandSpec spec) {
        Map<String, String> values = new LinkedHashMap<>();
        int next = 0;
        while (next < words.size()) {
            String word = words.get(next++);
            if (!word.startsWith(MARK) || word.equals(MARK)) {
                throw new ParameterException(
                        spec.commandLine(), "did not expect '" + word + "'; values are given as --NAME VALUE");
            }
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.put(word.substring(MARK.length(), equals), word.substring(equals + 1));
            } else if (next < words.size()) {
                values.put(word.substring(MARK.length()), words.get(next++));
            } else {
                throw new ParameterException(spec.commandLine(), word + " needs a value");
            }
        }
        return values;
    }
}
