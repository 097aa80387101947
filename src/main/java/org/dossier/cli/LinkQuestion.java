package org.dossier.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.link.Candidate;
import org.dossier.link.Feature;
import org.dossier.link.LinkWork;
import org.dossier.link.Name;
import org.dossier.link.Profile;
import org.dossier.link.Suggestion;

/** Shows a thing beside the entries that it may be, fitted to the screen. */
final class LinkQuestion {

    /** What may be answered. */
    static final String KEYS =
            "1 is the same as candidate 1; 1c close, 1b broader, 1n narrower, x1 not the same; 0 none of them;"
                    + " s skip or unsure, u take back, q quit. Words behind it are the reason.";

    /** Candidates, and other names of each, that are shown. */
    static final int SHOWN = 5;

    private static final String MARGIN = "   ";

    private final LinkWork work;
    private final PrintWriter out;

    LinkQuestion(LinkWork work, PrintWriter out) {
        this.work = work;
        this.out = out;
    }

    void showKeys() {
        print(List.of(KEYS));
    }

    /** @param left how many things are still to be asked about */
    void show(Suggestion asked, int left) {
        Profile thing = asked.thing();
        out.println();
        head(isolated(thing.label()) + "  " + thing.id() + "  (" + left + " to go)");
        print(described(thing));
        List<String> known = work.known(thing);
        if (!known.isEmpty()) {
            print(List.of(MARGIN + "here " + String.join(", ", known)));
        }
        for (int i = 0; i < Math.min(SHOWN, asked.candidates().size()); i++) {
            showCandidate(i + 1, asked.candidates().get(i));
        }
        out.print("> ");
        out.flush();
    }

    private void showCandidate(int number, Candidate candidate) {
        head(String.format(
                Locale.ROOT,
                "%d  %.2f %s  %s  %s:%s",
                number,
                candidate.score().value(),
                candidate.score().answer().label(),
                isolated(candidate.profile().label()),
                work.target().ids().prefix(),
                candidate.profile().id()));
        print(described(candidate.profile()));
        print(Stream.of(
                        weighed("for", candidate, feature -> feature.points() > 0),
                        weighed("against", candidate, feature -> feature.points() < 0))
                .filter(line -> !line.isEmpty())
                .toList());
    }

    /** What weighs most stands first. */
    private static String weighed(String side, Candidate candidate, Predicate<Feature> isOnSide) {
        String features = candidate.score().features().stream()
                .filter(isOnSide)
                .sorted(Comparator.comparingDouble((Feature feature) -> -Math.abs(feature.points())))
                .map(feature ->
                        String.format(Locale.ROOT, "%s %+.1f", feature.trait().label(), feature.points()))
                .collect(Collectors.joining("; "));
        return features.isEmpty() ? "" : MARGIN + side + " " + features;
    }

    private static List<String> described(Profile profile) {
        List<String> lines = new ArrayList<>();
        List<String> others = profile.names().stream()
                .skip(1)
                .map(Name::text)
                .map(LinkQuestion::isolated)
                .toList();
        if (!others.isEmpty()) {
            lines.add(MARGIN + "also " + first(others));
        }
        profile.identifiers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> lines.add(MARGIN + each.getKey() + " " + first(sorted(each.getValue()))));
        if (profile.context().country() != null) {
            lines.add(MARGIN + "in " + profile.context().country().toUpperCase(Locale.ROOT));
        }
        if (!profile.context().parents().isEmpty()) {
            lines.add(MARGIN + "belongs to " + first(sorted(profile.context().parents())));
        }
        return lines;
    }

    private static List<String> sorted(Iterable<String> texts) {
        List<String> sorted = new ArrayList<>();
        texts.forEach(sorted::add);
        sorted.sort(Comparator.naturalOrder());
        return sorted;
    }

    private static String first(List<String> texts) {
        String shown = String.join("; ", texts.subList(0, Math.min(SHOWN, texts.size())));
        return texts.size() > SHOWN ? shown + "; and " + (texts.size() - SHOWN) + " more" : shown;
    }

    /** A name that is written from right to left leaves the rest of its line in order. */
    private static String isolated(String name) {
        boolean isLeftToRight = name.codePoints()
                .map(Character::getDirectionality)
                .noneMatch(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return isLeftToRight ? name : "\u2068" + name + "\u2069";
    }

    private void head(String line) {
        boolean isBold = Screen.showsColours();
        Screen.fitted(List.of(line)).forEach(part -> out.println(isBold ? "\u001b[1m" + part + "\u001b[0m" : part));
    }

    private void print(List<String> lines) {
        Screen.fitted(lines).forEach(out::println);
    }
}
