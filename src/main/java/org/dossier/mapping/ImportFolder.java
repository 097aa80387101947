package org.dossier.mapping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dossier.facts.FileText;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.triples.Sha256;
import org.dossier.vocabulary.Vocabulary;

/** One import of a dossier: {@code imports/NAME/} with its mapping, the description of its source, and its tables. */
public final class ImportFolder {

    static final String FOLDER = "imports";
    static final String MAPPING = "mapping.rq";
    static final String SOURCE = "source.yaml";
    private static final String TABLES = "tables";

    private final String name;
    private final String base;
    private final Vocabulary vocabulary;
    private final SourceDescription source;
    private final String mappingText;
    private final LookupTables tables;
    private final Keywords keywords;
    private final String fingerprint;

    private ImportFolder(
            String name,
            String base,
            Vocabulary vocabulary,
            SourceDescription source,
            String mappingText,
            LookupTables tables,
            Keywords keywords,
            String fingerprint) {
        this.name = name;
        this.base = base;
        this.vocabulary = vocabulary;
        this.source = source;
        this.mappingText = mappingText;
        this.tables = tables;
        this.keywords = keywords;
        this.fingerprint = fingerprint;
    }

    /**
     * Reads an import and compiles its mapping once, so that all its problems are told before any row is read.
     *
     * @param dossier the dossier's folder
     * @param base IRI that ids are put behind
     * @return nothing when there are errors among the problems
     * @throws org.dossier.problem.SurroundingsException when a file cannot be read
     */
    public static Optional<ImportFolder> read(
            Path dossier, String name, String base, Vocabulary vocabulary, Problems problems) {
        String path = FOLDER + "/" + name + "/";
        Problems own = new Problems();
        for (String file : List.of(MAPPING, SOURCE)) {
            if (!Files.isRegularFile(dossier.resolve(path + file))) {
                own.error(
                        Place.wholeFile(path + file), "no-import", "an import needs this file", "see docs/mapping.md");
            }
        }
        if (own.hasErrors()) {
            problems.addAll(own.list());
            return Optional.empty();
        }
        List<Path> tableFolders =
                List.of(dossier.resolve(path + TABLES), dossier.resolve(FOLDER).resolve(TABLES));
        LookupTables tables = LookupTables.in(
                tableFolders, base, file -> dossier.relativize(file).toString().replace('\\', '/'), own);
        FileText sourceText = FileText.read(dossier, path + SOURCE, own);
        FileText mapping = FileText.read(dossier, path + MAPPING, own);
        SourceDescription source = SourceReader.read(sourceText, vocabulary, own);
        Keywords keywords = source.mentions().isEmpty() ? Keywords.NONE : Keywords.read(dossier, base, vocabulary, own);
        List<String> inputs = List.of(
                name,
                base,
                sourceText.sha256(),
                mapping.sha256(),
                LookupTables.digest(tableFolders),
                keywords.sha256());
        ImportFolder folder = new ImportFolder(
                name,
                base,
                vocabulary,
                source,
                String.join("\n", mapping.lines()),
                tables,
                keywords,
                Sha256.of(String.join("\n", inputs)));
        folder.compile(own).ifPresent(compiled -> folder.requireDescriptions(compiled, own));
        problems.addAll(own.list());
        return own.hasErrors() ? Optional.empty() : Optional.of(folder);
    }

    public String name() {
        return name;
    }

    public SourceDescription source() {
        return source;
    }

    /** Changes with everything of the import that its triples depend on, the ontology apart. */
    String fingerprint() {
        return fingerprint;
    }

    String base() {
        return base;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The mapping, compiled anew, since each table needs one of its own. */
    public Mapping mapping() {
        return compile(new Problems()).orElseThrow();
    }

    /** The words that mentions are found by. */
    Keywords keywords() {
        return keywords;
    }

    /** Reports columns that hold descriptions of no record. */
    private void requireDescriptions(Mapping mapping, Problems problems) {
        for (String column : source.mentions()) {
            if (new DescribedRecords(mapping, List.of(column), vocabulary).areNone()) {
                problems.error(
                        Place.wholeFile(FOLDER + "/" + name + "/" + SOURCE),
                        "mentions-column",
                        "no record has the text of the column '" + column + "', which 'mentions' lists",
                        "let the mapping write it, for example as dossier:text of the record that mentions things");
            }
        }
    }

    private Optional<Mapping> compile(Problems problems) {
        return new MappingCompiler(base, tables, vocabulary)
                .compile(FOLDER + "/" + name + "/" + MAPPING, mappingText, problems);
    }
}
