package org.dossier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.link.Decisions;
import org.dossier.link.LinkWork;
import org.dossier.link.Review;
import org.dossier.link.Suggestion;
import org.dossier.link.Verdict;
import org.dossier.problem.SurroundingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Goes through proposals with whoever sits at the terminal. */
@Command(
        name = "review",
        description = {"Go through what may be linked and decide, one thing after the other.", LinkQuestion.KEYS},
        mixinStandardHelpOptions = true)
final class LinkReviewCommand implements Callable<Integer> {

    private static final Pattern ANSWER =
            Pattern.compile("(?<not>x?)(?<number>\\d{1,2})(?<as>[cbn]?)(?:\\s+(?<why>.*))?|(?<key>[suq?])");

    @Mixin
    CurrentRelease release;

    @Mixin
    LinkTarget target;

    @Mixin
    LinkAuthor author;

    @Mixin
    LinkThings things;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        String decides = author.name();
        return target.with(release, true, work -> review(work, decides));
    }

    private void review(LinkWork work, String decides) {
        Review review = new Review(
                work.suggestions(things.of(work)), work.target().ids(), decides, LinkAuthor.today(), work.writer());
        LinkQuestion question = new LinkQuestion(work, out());
        question.showKeys();
        BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        while (review.question().isPresent()
                && isAnswered(review, review.question().get(), question, answers)) {
            // Each round asks one question.
        }
        out().println(review.written() + " decisions appended to "
                + Decisions.path(work.target().name()));
    }

    /** Whether the review goes on. */
    private boolean isAnswered(Review review, Suggestion asked, LinkQuestion question, BufferedReader answers) {
        question.show(asked, review.left());
        Optional<String> line = next(answers);
        Matcher answer = ANSWER.matcher(line.orElse("q").strip().toLowerCase(Locale.ROOT));
        if (!answer.matches() || "?".equals(answer.group("key"))) {
            question.showKeys();
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
                    .println("nothing to take back; what an earlier review wrote goes by deleting its line");
        }
        return !key.equals("q");
    }

    private void decide(Review review, Suggestion asked, Matcher answer, String why) {
        int number = Integer.parseInt(answer.group("number"));
        if (number == 0) {
            review.none(why);
        } else if (number > Math.min(LinkQuestion.SHOWN, asked.candidates().size())) {
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

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
