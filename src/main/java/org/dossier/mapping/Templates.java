package org.dossier.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.dossier.table.ColumnName;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a mapping for one file: its own triples, and for each record those that its evidence brings.
 *
 * @param once triples that are the same in every solution of a row
 * @param each triples that are not
 */
record Templates(Program program, Template once, Template each) {

    /** Makes the templates of all queries of a mapping. */
    static List<Templates> of(
            Mapping mapping, ImportFolder folder, UnitDescription unit, ImportSettings settings, Tally tally) {
        Maker maker = new Maker(mapping, folder, unit, settings, tally);
        List<Templates> all = new ArrayList<>(
                mapping.programs().stream().map(maker::templates).toList());
        mapping.programs().forEach(program -> all.addAll(maker.mentions(program)));
        return all;
    }

    private static final class Maker {
        private final Set<String> key;
        private final Vocabulary vocabulary;
        private final UnitDescription unit;
        private final ImportSettings settings;
        private final Tally tally;
        private final Map<Node, Integer> uses = new HashMap<>();
        private final Set<Code> records = new HashSet<>();
        private final DescribedRecords described;
        private final KeywordSearch search;
        private int blocks = 1;

        Maker(Mapping mapping, ImportFolder folder, UnitDescription unit, ImportSettings settings, Tally tally) {
            this.key = new HashSet<>(
                    folder.source().key().stream().map(ColumnName::spell).toList());
            this.vocabulary = folder.vocabulary();
            this.unit = unit;
            this.settings = settings;
            this.tally = tally;
            this.described = new DescribedRecords(mapping, folder.source().mentions(), folder.vocabulary());
            this.search = folder.keywords().search();
            mapping.classes().forEach(type -> uses.merge(type, 1, Integer::sum));
        }

        Templates templates(Program program) {
            List<TripleCode> triples = new ArrayList<>(program.triples());
            for (TripleCode triple : program.triples()) {
                if (isRecord(triple) && records.add(triple.subject())) {
                    triples.addAll(unit.ofEachRecord(triple.subject(), settings));
                    addRowNumber(triple.subject(), triples);
                }
            }
            return new Templates(
                    program, template(triples, triple -> !triple.varies()), template(triples, TripleCode::varies));
        }

        /** For each description of a record in a query: what the record mentions. */
        List<Templates> mentions(Program program) {
            return described.in(program).stream()
                    .map(description -> mentions(program, description.subject(), description.object()))
                    .toList();
        }

        private Templates mentions(Program program, Code record, Code description) {
            Known.Chosen thing = new Known.Chosen(Type.IRI, description.columns());
            Known.Chosen words = new Known.Chosen(Type.TEXT, description.columns());
            Known.Chosen passage = new Known.Chosen(Type.IRI, description.columns());
            List<Step> steps = new ArrayList<>(program.steps());
            steps.add(new Step.Mentions(description, search, unit::passage, thing, words, passage));
            List<TripleCode> triples = unit.ofEachMention(record, thing, words, passage);
            return new Templates(
                    new Program(steps, triples),
                    template(List.of(), triple -> true),
                    template(triples, triple -> true));
        }

        private void addRowNumber(Code record, List<TripleCode> triples) {
            if (isOfRow(record)) {
                Code property = new Known.Constant(Names.term("sourceRow"));
                triples.add(new TripleCode(record, property, new RowNumber()));
            }
        }

        private boolean isRecord(TripleCode triple) {
            return Mapping.isType(triple) && vocabulary.isA(className(triple), "Record");
        }

        private static String className(TripleCode type) {
            return Names.localName(((Known.Constant) type.object()).term());
        }

        /** Whether no two rows can speak of the same thing: its id takes in the whole key, and no part of a cell. */
        private boolean isOfRow(Code thing) {
            return !thing.varies() && new HashSet<>(thing.columns()).containsAll(key);
        }

        private Template template(List<TripleCode> triples, Predicate<TripleCode> which) {
            Template template = new Template(triples.stream().filter(which).toList(), blocks, this::purpose);
            blocks += template.size();
            return template;
        }

        private Template.Purpose purpose(TripleCode triple) {
            return new Template.Purpose(mayRepeat(triple), Mapping.namesClass(triple), things(triple), amounts(triple));
        }

        /** Whether the triple is about something that other rows speak of too. */
        private boolean mayRepeat(TripleCode triple) {
            return !triple.varies()
                    && (key.isEmpty() ? !records.contains(triple.subject()) : !isOfRow(triple.subject()));
        }

        private Tally.@Nullable Counter things(TripleCode triple) {
            if (!Mapping.isType(triple) || className(triple).equals("Evidence")) {
                return null;
            }
            boolean isCounted = !key.isEmpty()
                    && !triple.varies()
                    && isOfRow(triple.subject())
                    && uses.getOrDefault(((Known.Constant) triple.object()).term(), 0) == 1;
            return tally.things(className(triple), isCounted);
        }

        private Tally.@Nullable Counter amounts(TripleCode triple) {
            boolean isAmount = triple.object().type().equals(Type.DECIMAL)
                    && triple.predicate() instanceof Known.Constant property
                    && property.term().getURI().startsWith(Names.TERMS);
            return isAmount ? tally.amounts(Names.localName(((Known.Constant) triple.predicate()).term())) : null;
        }
    }
}
