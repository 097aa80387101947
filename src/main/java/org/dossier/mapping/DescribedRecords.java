package org.dossier.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.table.ColumnName;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;

/** Which records of a mapping have the text of certain columns. */
final class DescribedRecords {

    private final Mapping mapping;
    private final Set<String> columns;
    private final Vocabulary vocabulary;

    /** @param headers of the columns */
    DescribedRecords(Mapping mapping, List<String> headers, Vocabulary vocabulary) {
        this.mapping = mapping;
        this.columns = headers.stream().map(ColumnName::spell).collect(Collectors.toSet());
        this.vocabulary = vocabulary;
    }

    boolean areNone() {
        return mapping.programs().stream().allMatch(program -> in(program).isEmpty());
    }

    /** The triples by which the records of a query have such a text; a text of a record counts once. */
    List<TripleCode> in(Program program) {
        Set<Code> records = program.triples().stream()
                .filter(this::makesRecord)
                .map(TripleCode::subject)
                .collect(Collectors.toSet());
        Set<List<Object>> known = new HashSet<>();
        List<TripleCode> described = new ArrayList<>();
        for (TripleCode triple : program.triples()) {
            if (records.contains(triple.subject())
                    && isDescription(triple.object())
                    && known.add(List.of(triple.subject(), triple.object().columns()))) {
                described.add(triple);
            }
        }
        return described;
    }

    private boolean makesRecord(TripleCode triple) {
        return Mapping.isType(triple)
                && vocabulary.isA(Names.localName(((Known.Constant) triple.object()).term()), "Record");
    }

    private boolean isDescription(Code code) {
        return code.type().isText() && code.columns().stream().anyMatch(columns::contains);
    }
}
