package org.dossier.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dossier.claim.Detail;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Link;
import org.dossier.claim.Value;
import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/** Writes out what was read, one thing or passage in a line, each with the line and column it was typed at. */
final class Rendering {

    private final List<String> lines = new ArrayList<>();

    private Rendering() {}

    static String of(FactsFile file) {
        Rendering rendering = new Rendering();
        rendering.lines.add(file.path());
        file.sources().forEach(source -> {
            String text =
                    source.textFile() == null ? "" : " text file " + source.textFile() + at(source.textFilePlace());
            rendering.add("source " + source.id() + at(source.place()) + text);
            source.details().forEach(rendering::add);
        });
        file.entities().forEach(entity -> {
            rendering.add(entity.type() + " " + entity.id() + at(entity.place()));
            entity.details().forEach(rendering::add);
        });
        file.claims().forEach(claim -> {
            rendering.add("Claim " + link(claim.link()) + at(claim.place()));
            claim.details().forEach(rendering::add);
            rendering.add(claim.evidence(), claim.counterEvidence());
        });
        file.records().forEach(record -> {
            rendering.add(record.type() + " " + record.id() + at(record.place()));
            record.details().forEach(rendering::add);
            rendering.add(record.evidence(), record.counterEvidence());
        });
        file.passages().forEach(passage -> {
            rendering.add("also " + value(passage.record()) + at(passage.place()));
            rendering.add(passage.evidence(), passage.counterEvidence());
        });
        return String.join("\n", rendering.lines);
    }

    private void add(String line) {
        lines.add("  " + line);
    }

    private void add(Detail detail) {
        add("  " + detail.property() + " " + value(detail.value()) + at(detail.place()));
    }

    private void add(List<Evidence> evidence, List<Evidence> counterEvidence) {
        evidence.forEach(passage -> add("  for " + passage(passage)));
        counterEvidence.forEach(passage -> add("  against " + passage(passage)));
    }

    private static String passage(Evidence passage) {
        return quoted(passage.quote()) + at(passage.place()) + " from " + passage.source()
                + given(" under ", passage.locator()) + at(passage.locatorPlace())
                + ids(" relies on ", passage.reliesOn()) + ids(" asserted by ", passage.assertedBy())
                + given(" hedge ", passage.hedge()) + given(" note ", passage.note());
    }

    private static String given(String name, @Nullable String text) {
        return text == null ? "" : name + quoted(text);
    }

    private static String ids(String name, List<EntityId> ids) {
        return ids.isEmpty() ? "" : name + ids.stream().map(EntityId::name).collect(Collectors.joining(" "));
    }

    static String value(Value value) {
        if (value instanceof Value.Thing thing) {
            return thing.id().name();
        }
        if (value instanceof Value.Claimed claimed) {
            return "<" + link(claimed.link()) + ">";
        }
        if (value instanceof Value.Kind kind) {
            return "kind:" + kind.name();
        }
        if (value instanceof Value.Text text) {
            return quoted(text.text());
        }
        if (value instanceof Value.Day day) {
            return day.date().text();
        }
        if (value instanceof Value.Amount amount) {
            return amount.precision() + " " + amount.number().toPlainString() + " " + amount.unit();
        }
        if (value instanceof Value.Money money) {
            return "$" + money.dollars().toPlainString();
        }
        if (value instanceof Value.Whole whole) {
            return Long.toString(whole.number());
        }
        if (value instanceof Value.Flag flag) {
            return Boolean.toString(flag.isTrue());
        }
        if (value instanceof Value.Address address) {
            return "<" + address.uri() + ">";
        }
        throw new AssertionError(value);
    }

    private static String link(Link link) {
        return link.subject() + " " + link.property() + " " + value(link.object());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\n", "\\n") + "'";
    }

    private static String at(@Nullable Place place) {
        return place == null ? "" : "@" + place.line() + ":" + place.column();
    }
}
