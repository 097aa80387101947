package org.dossier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the calls of {@code ./dossier} out of a block of shell commands, as far as our documents use the shell. */
record CommandLines() {

    private static final Pattern COMMAND = Pattern.compile(
            "(?m)^\\./dossier (?<line>[^\\n]*?)(?: <<'(?<end>\\w+)'\\n(?<input>.*?)\\n\\k<end>)?$", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    /**
     * @param command as it is shown
     * @param expectedExitCode 0, or what a comment such as {@code # exits with 1} says
     */
    record Line(String command, List<String> words, String input, int expectedExitCode) {}

    static List<Line> in(String block) {
        List<Line> lines = new ArrayList<>();
        Matcher found = COMMAND.matcher(block);
        while (found.find()) {
            String line = found.group("line");
            String withoutComment = line.replaceFirst("\\s+#.*$", "").strip();
            String input = found.group("input") == null ? "" : found.group("input");
            lines.add(new Line("./dossier " + withoutComment, words(withoutComment), input, exitCode(line)));
        }
        return lines;
    }

    private static int exitCode(String line) {
        Matcher stated = Pattern.compile("# exits with (\\d+)").matcher(line);
        return stated.find() ? Integer.parseInt(stated.group(1)) : 0;
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word ->
                        word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3))
                .toList();
    }
}
