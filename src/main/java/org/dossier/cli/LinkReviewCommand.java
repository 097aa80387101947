package org.dossier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.link.Candidate;
import org.dossier.link.Decisions;
import org.dossier.link.LinkWork;
import org.dossier.link.Name;
import org.dossier.link.Profile;
import org.dossier.link.Review;
import org.dossier.link.Suggestion;
import org.dossier.link.SuggestionTable;
import org.dossier.link.Verdict;
import org.dossier.problem.SurroundingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes through proposals with whoever sits at the terminal. */
@Command(
        name = "review",
        description = {
            "Go through what may be linked and decide, one thing after the other.",
            "1 is the same as candidate 1; 1c close, 1b broader, 1n narrower, x1 not the same; 0 none of them;"
                    + " s skip, u take back, q quit. Words behind it are the reason."
        },
        mixinStandardHelpOptions = true)
final class LinkReviewCommand implements Callable<Integer> {

    private static final Pattern ANSWER =
            Pattern.compile("(?<not>x?)(?<number>\\d{1,2})(?<as>[cbn]?)(?:\\s+(?<why>.*))?|(?<key>[suq?])");
    private static final int SHOWN = 5;

    @Mixin
    CurrentRelease release;

    @Mixin
    LinkTarget target;

    @Mixin
    LinkAuthor author;

    @Option(
            names = "--kind",
            paramLabel = "CLASS",
            description = "Whom to ask about, such as Agency (default: what the register holds).")
    @Nullable String kind;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        String decides = author.name();
        return target.with(release, true, work -> review(work, decides));
    }

    private void review(LinkWork work, String decides) {
        Review review = new Review(
                work.suggestions(target.things(kind, work)),
                work.target().ids(),
                decides,
                LinkAuthor.today(),
                work.writer()::append);
        BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        while (review.question().isPresent()
                && isAnswered(review, review.question().get(), answers)) {
            // Each round asks one question.
        }
        review.finish();
        out().println(review.written() + " decisions appended to "
                + Decisions.path(work.target().name()));
    }

    /** Whether the review goes on. */
    private boolean isAnswered(Review review, Suggestion asked, BufferedReader answers) {
        show(asked, review.left());
        Optional<String> line = next(answers);
        Matcher answer = ANSWER.matcher(line.orElse("q").strip().toLowerCase(Locale.ROOT));
        if (!answer.matches() || "?".equals(answer.group("key"))) {
            spec.commandLine().getErr().println(spec.usageMessage().description()[1]);
            return true;
        }
        if (answer.group("key") != null) {
            return turn(answer.group("key"), review);
        }
        String why = line.orElse("").strip().replaceFirst("^\\S+\\s*", "");
        decide(review, asked, answer, why);
        return true;
    }

    private Optional<String> next(BufferedReader answers) {
        try {
            return Optional.ofNullable(answers.readLine());
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read answers: " + failure.getMessage(), failure);
        }
    }

    private boolean turn(String key, Review review) {
        if (key.equals("s")) {
            review.skip();
        } else if (key.equals("u") && !review.undo()) {
            spec.commandLine()
                    .getErr()
                    .println("nothing to take back; what is in the file already goes by deleting its line");
        }
        return !key.equals("q");
    }

    private void decide(Review review, Suggestion asked, Matcher answer, String why) {
        int number = Integer.parseInt(answer.group("number"));
        if (number == 0) {
            review.none(why);
        } else if (number > Math.min(SHOWN, asked.candidates().size())) {
            spec.commandLine().getErr().println("there is no candidate " + number);
        } else {
            review.decide(asked.candidates().get(number - 1), verdict(answer), why);
        }
    }

    private static Verdict verdict(Matcher answer) {
        if (answer.group("not").equals("x")) {
            return Verdict.NOT_SAME;
        }
        return switch (answer.group("as")) {
            case "c" -> Verdict.CLOSE;
            case "b" -> Verdict.BROADER;
            case "n" -> Verdict.NARROWER;
            default -> Verdict.SAME;
        };
    }

    private void show(Suggestion asked, int left) {
        out().println();
        out().println(asked.thing().label() + "  " + asked.thing().id() + "  (" + left + " to go)");
        describe(asked.thing(), "   ");
        List<Candidate> shown = asked.candidates().stream().limit(SHOWN).toList();
        for (int i = 0; i < shown.size(); i++) {
            Candidate candidate = shown.get(i);
            out().println(String.format(
                    Locale.ROOT,
                    "%d  %.2f %s  %s  %s",
                    i + 1,
                    candidate.score().value(),
                    candidate.score().answer().label(),
                    candidate.profile().label(),
                    candidate.profile().id()));
            describe(candidate.profile(), "   ");
            out().println("   because " + SuggestionTable.why(candidate.score()));
        }
        out().print("> ");
        out().flush();
    }

    private void describe(Profile profile, String margin) {
        List<String> others =
                profile.names().stream().skip(1).map(Name::text).limit(SHOWN).toList();
        if (!others.isEmpty()) {
            out().println(margin + "also " + String.join("; ", others));
        }
        profile.identifiers().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(each -> out().println(margin + each.getKey() + " "
                        + String.join(", ", each.getValue().stream().sorted().toList())));
        if (profile.context().country() != null) {
            out().println(margin + "in " + profile.context().country().toUpperCase(Locale.ROOT));
        }
        if (!profile.context().parents().isEmpty()) {
            out().println(margin + "belongs to "
                    + String.join(
                            ", ", profile.context().parents().stream().sorted().toList()));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
