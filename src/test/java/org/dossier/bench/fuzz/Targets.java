package org.dossier.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All that is fuzzed. */
enum Targets {
    /** A facts file, in YAML. */
    FACTS(FactsTarget::new),
    /** A file of rows: the first letter of the input says in which format. */
    TABLE(TableTarget::new),
    /** A mapping, compiled and, where it compiles, run over a few rows. */
    MAPPING(MappingTarget::new),
    /** A query at the gate. */
    GATE(folder -> new GateTarget()),
    /** {@code facts/quotes.lock}. */
    LOCK(LockTarget::new),
    /** A file of decisions in {@code links/}. */
    DECISIONS(DecisionsTarget::new),
    /** {@code dossier.yaml}, with the choices for a server in it. */
    SETTINGS(FileTarget::settings),
    /** {@code facts/redirects.tsv}. */
    REDIRECTS(FileTarget::redirects),
    /** {@code imports/mentions.yaml}. */
    MENTIONS(FileTarget::mentions),
    /** {@code source.yaml} of an import. */
    SOURCE(FileTarget::source),
    /** {@code files.tsv} of an import. */
    FILES(FileTarget::files),
    /** A saved question. */
    QUESTION(FileTarget::question),
    /** Addresses and formats as the sites of a release get them, and the JSON of reconciliation; without a network. */
    PAGES(PagesTarget::new),
    /** A request as it comes over the wire: addresses, headers, bodies. */
    ROUTER(RouterTarget::new);

    private static final Path CORPUS = Path.of("src/test/resources/fuzz");

    private final Maker maker;

    private interface Maker {
        Target in(Path folder);
    }

    Targets(Maker maker) {
        this.maker = maker;
    }

    /** @param folder that is empty, for the files that the target reads */
    Target open(Path folder) {
        return maker.in(folder);
    }

    /** How {@code bench/fuzz} calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Inputs that are kept: each was a find once, or leads where no other does. */
    List<byte[]> corpus() {
        List<byte[]> all = filesBelow(CORPUS.resolve(word()), "");
        filesBelow(CORPUS, word() + GuidedCorpus.ENDING).stream()
                .flatMap(GuidedCorpus::inputs)
                .forEach(all::add);
        return all;
    }

    /** The bytes of every file below a folder whose name ends so, in the order of their paths. */
    static List<byte[]> filesBelow(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<byte[]> all = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().endsWith(ending)) {
                    all.add(Files.readAllBytes(file));
                }
            }
            return all;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
