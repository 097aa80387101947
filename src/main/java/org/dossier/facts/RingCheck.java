package org.dossier.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.claim.Detail;
import org.dossier.claim.EntityId;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Value;
import org.dossier.problem.Place;
import org.dossier.vocabulary.Property;

/** Finds rings in links that lead upwards, such as a source that relies on one that relies on it. */
final class RingCheck {

    private static final Set<String> UPWARDS = Set.of(
            EvidenceReader.RELIES_ON,
            "isPartOf",
            "subOrganizationOf",
            "isOrderUnder",
            "isDerivedFromMeasurement",
            "clarifies");

    private record Step(String to, Place place) {}

    private final String property;
    private final Reading reading;
    private final Map<String, List<Step>> steps = new LinkedHashMap<>();

    private RingCheck(String property, Reading reading) {
        this.property = property;
        this.reading = reading;
    }

    static void check(List<FactsFile> files, Reading reading) {
        for (String property : UPWARDS) {
            RingCheck check = new RingCheck(property, reading);
            files.forEach(check::collect);
            check.report();
        }
    }

    private void collect(FactsFile file) {
        file.sources().forEach(source -> collect(source.id(), source.details()));
        file.entities().forEach(entity -> collect(entity.id(), entity.details()));
        file.records().forEach(record -> collect(record.id(), record.details()));
    }

    private void collect(EntityId from, List<Detail> details) {
        for (Detail detail : details) {
            if (detail.property().equals(property) && detail.value() instanceof Value.Thing to) {
                steps.computeIfAbsent(from.name(), any -> new ArrayList<>())
                        .add(new Step(to.id().name(), detail.place()));
            }
        }
    }

    /** Takes away what leads out, again and again; what stays lies on rings, or leads to one. */
    private void report() {
        prune();
        while (!steps.isEmpty()) {
            List<String> ring = ring();
            Step first = firstStep(ring.get(0));
            report(ring, first.place());
            steps.values().forEach(ways -> ways.remove(first));
            prune();
        }
    }

    private void prune() {
        boolean hasChanged = true;
        while (hasChanged) {
            steps.values().forEach(ways -> ways.removeIf(step -> !steps.containsKey(step.to())));
            hasChanged = steps.values().removeIf(List::isEmpty);
        }
    }

    /** Follows the first way from everywhere until it comes back. */
    private List<String> ring() {
        List<String> way = new ArrayList<>();
        String next = steps.keySet().iterator().next();
        while (!way.contains(next)) {
            way.add(next);
            next = firstStep(next).to();
        }
        return way.subList(way.indexOf(next), way.size());
    }

    private Step firstStep(String from) {
        return steps.getOrDefault(from, List.of()).get(0);
    }

    private void report(List<String> ring, Place place) {
        String label =
                reading.vocabulary().propertyFor(property).map(Property::label).orElse(property);
        String joint = "' " + label + " '";
        String round = "'" + String.join(joint, ring) + joint + ring.get(0) + "'";
        if (property.equals(EvidenceReader.RELIES_ON)) {
            reading.error(place, "source-cycle", round + ": nothing is the root", "delete the link that is wrong");
        } else {
            reading.error(place, "cycle", round, "delete the link that is wrong");
        }
    }
}
