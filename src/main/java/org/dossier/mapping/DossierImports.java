package org.dossier.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.table.Batch;
import org.dossier.table.Table;
import org.dossier.table.TableFile;
import org.dossier.table.UnreadableTableException;
import org.dossier.triples.IriScheme;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The {@code imports/} folder of a dossier. Files that lie in {@code imports/NAME/files/} are part of the dossier; other
 * files are listed in {@code imports/NAME/files.tsv} and lie wherever people keep them.
 */
public final class DossierImports {

    /** Folder of files that git keeps, inside that of their import. */
    private static final String OWN_FILES = "files";

    private final Path dossier;
    private final String base;
    private final Vocabulary vocabulary;
    private final UnitStore store;
    private final Path converted;
    private final FilePlaces places;
    private final Problems problems;

    /**
     * @param base IRI that ids are put behind
     * @param converted folder in which converted units are kept, and where files lie: {@code build/imports/}
     */
    public DossierImports(
            Path dossier, String base, Vocabulary vocabulary, UnitStore store, Path converted, Problems problems) {
        this.dossier = dossier;
        this.base = base;
        this.vocabulary = vocabulary;
        this.store = store;
        this.converted = converted;
        this.places = FilePlaces.in(converted);
        this.problems = problems;
    }

    /** The names of a dossier's imports, in the order of the alphabet. */
    public static List<String> names(Path dossier) {
        Path folder = dossier.resolve(ImportFolder.FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(DossierImports::isImport)
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + folder + ": " + failure.getMessage(), failure);
        }
    }

    private static boolean isImport(Path folder) {
        return Stream.of(ImportFolder.MAPPING, ImportFolder.SOURCE, FileList.FILE, OWN_FILES)
                .anyMatch(part -> Files.exists(folder.resolve(part)));
    }

    /**
     * Changes when a file of an import that lies elsewhere is written to, goes, or comes back.
     *
     * @param converted folder in which their places are kept
     */
    public static String stateOfFiles(Path converted) {
        return FilePlaces.in(converted).state();
    }

    /**
     * Whether files are registered as they are now, as far as can be told without reading them.
     *
     * @param converted folder in which their places are kept
     */
    public static boolean isTaken(Path dossier, Path converted, String name, List<Path> files) {
        List<RegisteredFile> registered = FileList.read(dossier, name, new Problems());
        FilePlaces places = FilePlaces.in(converted);
        return files.stream().allMatch(file -> places.isUntouched(file, registered));
    }

    /** One import by its name; what is wrong with it is reported. */
    public Optional<ImportFolder> named(String name) {
        return ImportFolder.read(dossier, name, base, vocabulary, problems);
    }

    /**
     * What all imports give to a build, in the order of their paths.
     *
     * @param units of files that are here, or that were converted before
     * @param absent registered files that are not on this machine, and of which a unit is used that was made before
     */
    public record Found(List<ConvertedUnit> units, List<String> absent) {
        public Found {
            units = List.copyOf(units);
            absent = List.copyOf(absent);
        }
    }

    /**
     * Finds the files of all imports, and converts those that have not been yet. A registered file that is neither here
     * nor converted is reported, and the dossier is built without it.
     *
     * @param folders in which registered files are looked for that are not where they were
     */
    public Found units(List<Path> folders, ImportSettings settings) {
        Map<String, ConvertedUnit> byGraph = new LinkedHashMap<>();
        List<String> absent = new ArrayList<>();
        List<Path> candidates = FilePlaces.below(folders);
        for (String name : names(dossier)) {
            named(name).ifPresent(imports -> {
                Collecting collecting = new Collecting(imports, candidates, settings, absent);
                Stream.concat(collecting.own(), collecting.registered()).forEach(unit -> add(unit, byGraph));
            });
        }
        if (store.isKept()) {
            places.save();
        }
        return new Found(
                byGraph.values().stream()
                        .sorted(Comparator.comparing(ConvertedUnit::path))
                        .toList(),
                absent);
    }

    private void add(ConvertedUnit unit, Map<String, ConvertedUnit> byGraph) {
        @Nullable ConvertedUnit first = byGraph.putIfAbsent(unit.name().getURI(), unit);
        if (first == null) {
            problems.addAll(unit.problems());
        } else {
            reportSameName(unit.path(), first.path());
        }
    }

    private void reportSameName(String path, String first) {
        problems.error(
                Place.wholeFile(path),
                "same-name",
                "'" + path + "' and '" + first + "' would both become the load unit '"
                        + Names.localName(IriScheme.loadUnit(path)) + "'",
                "give one of them another name");
    }

    /** The units of one import. */
    private final class Collecting {
        private final ImportFolder imports;
        private final List<Path> candidates;
        private final ImportSettings settings;
        private final List<String> absent;

        Collecting(ImportFolder imports, List<Path> candidates, ImportSettings settings, List<String> absent) {
            this.imports = imports;
            this.candidates = candidates;
            this.settings = settings;
            this.absent = absent;
        }

        Stream<ConvertedUnit> own() {
            return ownFiles(imports).stream().flatMap(file -> unit(file).stream());
        }

        Stream<ConvertedUnit> registered() {
            return FileList.read(dossier, imports.name(), problems).stream().flatMap(file -> unit(file).stream());
        }

        private Optional<ConvertedUnit> unit(TableFile file) {
            String sha256 = places.sha256(imports.name(), file);
            Optional<ConvertedUnit> before = store.find(imports, file.name(), sha256);
            return before.isPresent() ? before : store.convert(imports, file, sha256, settings, problems);
        }

        private Optional<ConvertedUnit> unit(RegisteredFile registered) {
            Optional<ConvertedUnit> before = store.find(imports, registered.name(), registered.sha256());
            Optional<TableFile> here = here(registered);
            if (here.isEmpty()) {
                return before.isPresent() ? withoutFile(registered, before.get()) : earlier(registered);
            }
            return before.isPresent()
                    ? before
                    : store.convert(imports, here.get(), registered.sha256(), settings, problems);
        }

        private Optional<ConvertedUnit> withoutFile(RegisteredFile registered, ConvertedUnit unit) {
            absent.add(registered.name());
            return Optional.of(unit);
        }

        private Optional<ConvertedUnit> earlier(RegisteredFile registered) {
            Optional<ConvertedUnit> unit = store.findEarlier(imports, registered.name(), registered.sha256());
            problems.warning(
                    registered.place(),
                    "absent-file",
                    "'" + registered.name() + "' is not on this machine"
                            + (unit.isPresent()
                                    ? "; what it gave before its import was changed is used"
                                    : ", and was not converted here before; the dossier is built without it"),
                    "import it, or name the folder that has it with --files");
            return unit;
        }

        /** The very file that was registered, where it was, or among those that were named to look in. */
        private Optional<TableFile> here(RegisteredFile registered) {
            Optional<TableFile> remembered = places.of(imports.name(), registered.name());
            List<TableFile> others = new ArrayList<>();
            Optional<TableFile> found = Stream.concat(
                            remembered.stream(), FilePlaces.named(registered.name(), candidates))
                    .filter(file -> isSame(file, registered) || !others.add(file))
                    .findFirst();
            if (found.isEmpty() && !others.isEmpty()) {
                problems.warning(
                        registered.place(),
                        "other-file",
                        "'" + others.get(0).path() + "' is not the file that is registered: its SHA-256 is another",
                        "import it again, or bring back the file that was");
            }
            return found;
        }

        private boolean isSame(TableFile file, RegisteredFile registered) {
            return places.sha256(imports.name(), file).equals(registered.sha256());
        }
    }

    /**
     * What became of the files that somebody imports.
     *
     * @param units of the files that could be converted, in the order given
     * @param unchanged those among them that had been converted before
     * @param rejects where the rejects of all of them are
     */
    public record Imported(List<ConvertedUnit> units, Set<ConvertedUnit> unchanged, Path rejects) {
        public Imported {
            units = List.copyOf(units);
            unchanged = Set.copyOf(unchanged);
        }
    }

    /**
     * Converts files that somebody names. Files without a mistake are registered, in place of those of the same name,
     * unless the store keeps nothing, since it is only tried.
     *
     * @throws SurroundingsException when a file cannot be read, or nothing can be written
     */
    public Imported add(ImportFolder imports, List<Path> files, ImportSettings settings) {
        List<ConvertedUnit> units = new ArrayList<>();
        Set<ConvertedUnit> unchanged = new HashSet<>();
        try (RejectsOfAll rejects = RejectsOfAll.in(converted.resolve(imports.name()))) {
            for (TableFile file : ImportRun.tables(files, imports, problems)) {
                String sha256 = places.sha256(imports.name(), file);
                Optional<ConvertedUnit> before =
                        settings.isWhole() ? store.find(imports, file.name(), sha256) : Optional.empty();
                before.ifPresent(unit -> problems.addAll(unit.problems()));
                before.ifPresent(unchanged::add);
                before.or(() -> store.convert(imports, file, sha256, settings, problems))
                        .filter(unit -> hasFewRejects(unit, settings))
                        .ifPresent(units::add);
                rejects.add(store.rejects(imports, file.name(), sha256));
            }
            if (store.isKept()) {
                register(imports, units);
                places.save();
            }
            return new Imported(units, unchanged, rejects.file());
        } catch (IOException failure) {
            throw new SurroundingsException("cannot import into " + converted + ": " + failure, failure);
        }
    }

    private boolean hasFewRejects(ConvertedUnit unit, ImportSettings settings) {
        if (unit.balance().rejected() <= settings.mostRejects()) {
            return true;
        }
        problems.add(settings.tooManyRejects(unit.balance().file()));
        return false;
    }

    private void register(ImportFolder imports, List<ConvertedUnit> units) {
        Problems inTheList = new Problems();
        Map<String, RegisteredFile> byName = new LinkedHashMap<>();
        FileList.read(dossier, imports.name(), inTheList).forEach(file -> byName.put(file.name(), file));
        problems.addAll(inTheList.list());
        Set<String> own = new HashSet<>();
        ownFiles(imports).forEach(file -> own.add(file.name()));
        units.forEach(unit -> byName.keySet().removeIf(name -> isMemberOfTheSameZip(name, unit)));
        for (ConvertedUnit unit : units) {
            Balance balance = unit.balance();
            if (!own.contains(balance.file())) {
                byName.put(
                        balance.file(),
                        new RegisteredFile(
                                imports.name(),
                                balance.file(),
                                balance.sha256(),
                                balance.read(),
                                Place.wholeFile(unit.path())));
            }
        }
        if (!inTheList.hasErrors() && !byName.isEmpty()) {
            FileList.write(dossier, imports.name(), List.copyOf(byName.values()));
        }
    }

    /** Where rows of a converted file begin; none when the file is not here, or cannot be read any more. */
    Map<Long, Place> places(ConvertedUnit unit, SortedSet<Long> rows) {
        String[] path = unit.path().split("/", 3);
        Problems unheard = new Problems();
        Optional<ImportFolder> imports = ImportFolder.read(dossier, path[1], base, vocabulary, unheard);
        if (imports.isEmpty()) {
            return Map.of();
        }
        Optional<TableFile> own = ownFiles(imports.get()).stream()
                .filter(file -> file.name().equals(unit.balance().file()))
                .findFirst();
        Optional<TableFile> file =
                own.or(() -> places.of(path[1], unit.balance().file()));
        String shown = own.isPresent()
                ? String.join(
                        "/", ImportFolder.FOLDER, path[1], OWN_FILES, own.get().name())
                : unit.balance().file();
        return file.map(table -> places(table, imports.get(), shown, rows)).orElse(Map.of());
    }

    private static Map<Long, Place> places(TableFile file, ImportFolder imports, String shown, SortedSet<Long> rows) {
        Map<Long, Place> found = new HashMap<>();
        try (Table table = Table.open(file, imports.source().layout(), bytes -> {}, new Problems())) {
            table.select(List.of(), List.of());
            Batch batch = new Batch(0);
            while (found.size() < rows.size() && table.fill(batch)) {
                for (int at = 0; at < batch.size(); at++) {
                    if (rows.contains(batch.number(at))) {
                        found.put(batch.number(at), new Place(shown, Math.toIntExact(batch.line(at)), 0));
                    }
                }
            }
            return found;
        } catch (IOException | UnreadableTableException changed) {
            // Whoever asks tells something else of the file, and names it as a whole then.
            return found;
        }
    }

    /** A zip that comes again may call its members otherwise; those of the last time are gone with it. */
    private static boolean isMemberOfTheSameZip(String name, ConvertedUnit unit) {
        String file = unit.balance().file();
        int mark = file.indexOf('!');
        return mark > 0 && name.startsWith(file.substring(0, mark + 1));
    }

    private List<TableFile> ownFiles(ImportFolder imports) {
        Path folder =
                dossier.resolve(ImportFolder.FOLDER).resolve(imports.name()).resolve(OWN_FILES);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<TableFile> tables = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                tables.addAll(TableFile.at(file, imports.source().layout()));
            }
            return tables;
        } catch (UnreadableTableException unreadable) {
            problems.add(unreadable.problem());
            return List.of();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + folder + ": " + failure.getMessage(), failure);
        }
    }
}
