package org.dossier.evidence;

import java.util.List;
import org.dossier.claim.Claim;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.Link;
import org.dossier.claim.Value;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Texts of sources, and quotes of them, for tests. */
final class Texts {

    static final EntityId SOURCE = new EntityId("report");
    private static final Place PLACE = new Place("facts/report.yaml", 7, 14);
    private static final Place LOCATOR_PLACE = new Place("facts/report.yaml", 5, 3);

    private Texts() {}

    static SourceText plain(String text) {
        return new SourceText("0".repeat(64), SourceFormat.TEXT, PlainText.read(text));
    }

    static SourceText page(String html) {
        return new SourceText("0".repeat(64), SourceFormat.WEB_PAGE, WebPage.read(html));
    }

    static SourceText table(String rows) {
        ExtractedText text = new ExtractedText(rows, List.of(), List.of(), "");
        return new SourceText("0".repeat(64), SourceFormat.TABLE, text);
    }

    static Evidence quote(String words, @Nullable String locator) {
        return new Evidence(
                SOURCE,
                locator,
                locator == null ? null : LOCATOR_PLACE,
                words,
                List.of(),
                List.of(),
                null,
                null,
                PLACE);
    }

    static Claim claim(Evidence evidence) {
        Link link = new Link(new EntityId("bureau"), "uses", new Value.Thing(new EntityId("cameras")));
        return new Claim(link, List.of(), List.of(evidence), List.of(), evidence.place());
    }

    static boolean isFoundIn(SourceText text, String words) {
        return new SourceCheck(text, new Problems())
                .check(quote(words, null))
                .grade()
                .isFound();
    }

    /** What is said of a quote: nothing, or its code and sentence. */
    static List<String> complaints(SourceText text, String words, @Nullable String locator) {
        Problems problems = new Problems();
        new SourceCheck(text, problems).check(quote(words, locator));
        return problems.list().stream().map(Texts::complaint).toList();
    }

    private static String complaint(Problem problem) {
        return problem.code() + ": " + problem.sentence();
    }
}
