package org.dossier.facts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.claim.Value;
import org.dossier.problem.Place;
import org.dossier.vocabulary.Form;
import org.dossier.vocabulary.Property;

/** Reads one value of one property, in the form that the ontology gives it. */
final class ValueReader {

    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final Reading reading;
    private final ThingReader things;
    private final KindReader kinds;
    private final LinkReader links;

    ValueReader(Reading reading) {
        this.reading = reading;
        this.things = new ThingReader(reading);
        this.kinds = new KindReader(reading);
        this.links = new LinkReader(reading);
    }

    /**
     * The value, or nothing when it was reported.
     *
     * @param fittingUnits names of the units that an amount may have
     */
    Optional<Value> read(Yaml.Text typed, Property property, Owner owner, List<String> fittingUnits) {
        Form form = property.form();
        if ((form == Form.THING || form == Form.CONCEPT) && isListWithoutBrackets(typed.value())) {
            String remedy = "write '[" + typed.value() + "]'";
            reading.error(typed.place(), "not-a-list", "'" + typed.value() + "' is one text, not a list", remedy);
            return Optional.empty();
        }
        if (form == Form.THING) {
            return thing(typed, property, owner);
        }
        if (form == Form.CONCEPT) {
            return kinds.read(typed.value(), typed.place(), property, owner.type());
        }
        if (form == Form.TEXT) {
            return text(typed).map(Value.Text::new);
        }
        return literal(typed, property, fittingUnits);
    }

    private boolean isListWithoutBrackets(String typed) {
        List<String> parts = List.of(typed.split(",", -1));
        return parts.size() > 1 && parts.stream().map(String::strip).allMatch(this::isName);
    }

    private boolean isName(String name) {
        return reading.definitions().of(name).isPresent()
                || reading.vocabulary().concept(name).isPresent();
    }

    private Optional<Value> thing(Yaml.Text typed, Property property, Owner owner) {
        String range = property.range();
        if (SPACE.matcher(typed.value()).find() && reading.fits("Claim", range) && isNoName(typed)) {
            return links.mentioned(typed).map(Value.Claimed::new);
        }
        if (typed.value().equals(owner.id())) {
            reportItself(typed, property);
            return Optional.empty();
        }
        boolean isConcept = range == null
                && reading.definitions().of(typed.value()).isEmpty()
                && reading.vocabulary().concept(typed.value()).isPresent();
        return isConcept
                ? Optional.of(new Value.Kind(typed.value()))
                : things.read(typed.value(), typed.place(), range, property.label())
                        .map(Value.Thing::new);
    }

    private boolean isNoName(Yaml.Text typed) {
        return reading.definitions().idsCalled(typed.value()).isEmpty();
    }

    private void reportItself(Yaml.Text typed, Property property) {
        boolean isSource = property.name().equals(EvidenceReader.RELIES_ON);
        reading.error(
                typed.place(),
                isSource ? "source-cycle" : "links-to-itself",
                isSource
                        ? "'" + typed.value() + "' relies on itself: nothing is the root"
                        : "'" + property.label() + "' leads from '" + typed.value() + "' to itself",
                "write what else it leads to, or delete this line");
    }

    /** Free text; a comment behind it may be the rest of it. */
    Optional<String> text(Yaml.Text typed) {
        Place comment = typed.comment();
        if (comment != null) {
            reading.problems().add(SyntaxExplainer.cutByComment(comment));
            return Optional.empty();
        }
        return Optional.of(typed.value().strip());
    }

    private Optional<Value> literal(Yaml.Text typed, Property property, List<String> fittingUnits) {
        try {
            return Optional.of(parsed(typed.value(), property, fittingUnits));
        } catch (Mistake mistake) {
            reading.error(typed.place(), mistake);
            return Optional.empty();
        }
    }

    private Value parsed(String typed, Property property, List<String> fittingUnits) throws Mistake {
        return switch (property.form()) {
            case DATE -> new Value.Day(Dates.parse(typed));
            case AMOUNT -> reading.amounts().parse(typed, fittingUnits);
            case MONEY -> reading.amounts().money(typed, property.label());
            case INTEGER -> whole(typed);
            case FLAG -> flag(typed);
            case ADDRESS -> address(typed);
            case THING, CONCEPT, TEXT -> throw new AssertionError(property);
        };
    }

    private static Value whole(String typed) throws Mistake {
        if (!WHOLE.matcher(typed).matches()) {
            throw new Mistake("not-a-number", "'" + typed + "' is not a whole number", "write digits only");
        }
        return new Value.Whole(Long.parseLong(typed));
    }

    private static Value flag(String typed) throws Mistake {
        if (!List.of("yes", "no", "true", "false").contains(typed)) {
            throw new Mistake("not-yes-or-no", "'" + typed + "' is neither yes nor no", "write yes or no");
        }
        return new Value.Flag(typed.equals("yes") || typed.equals("true"));
    }

    /** Only addresses of the web: others would be links to the reader's own disk, or scripts. */
    static Value.Address address(String typed) throws Mistake {
        try {
            URI uri = new URI(typed);
            String scheme = uri.getScheme();
            if (uri.getHost() != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
                return new Value.Address(uri);
            }
        } catch (URISyntaxException noAddress) {
            // answered below, like an address of another kind
        }
        String remedy = "write one that begins with https:// or http://, with %20 for a space";
        throw new Mistake("bad-address", "'" + typed + "' is not a web address", remedy);
    }
}
