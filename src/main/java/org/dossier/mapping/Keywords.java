package org.dossier.mapping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.claim.Entity;
import org.dossier.facts.FileText;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;

/**
 * The list of words that people keep in {@code imports/mentions.yaml}: where a description holds them, its record
 * mentions the thing that they name.
 */
public final class Keywords {

    /** Where the list stands in a dossier. */
    public static final String FILE = "imports/mentions.yaml";

    static final Keywords NONE = new Keywords("", List.of());

    private final String sha256;
    private final List<Keyword> list;

    private Keywords(String sha256, List<Keyword> list) {
        this.sha256 = sha256;
        this.list = List.copyOf(list);
    }

    /**
     * Reads the list of a dossier, and tries it on the examples that stand below it; a dossier without one has no
     * keywords.
     *
     * @param base IRI that ids are put behind
     */
    public static Keywords read(Path dossier, String base, Vocabulary vocabulary, Problems problems) {
        if (!Files.isRegularFile(dossier.resolve(FILE))) {
            return NONE;
        }
        FileText text = FileText.read(dossier, FILE, problems);
        return new Keywords(text.sha256(), new KeywordReader(base, vocabulary, problems).read(text));
    }

    /** SHA-256 of the list; empty when there is none. Another list gives other mentions. */
    public String sha256() {
        return sha256;
    }

    /**
     * Reports what is named and is no technology or firm of the dossier.
     *
     * @param entities all that the facts define
     */
    public void requireThings(Collection<Entity> entities, Vocabulary vocabulary, Problems problems) {
        Map<String, String> classes = new HashMap<>();
        entities.forEach(entity -> classes.put(entity.id().name(), entity.type()));
        for (Keyword keyword : list) {
            if (!keyword.names().getURI().startsWith(Names.KINDS)) {
                require(keyword, classes, vocabulary, problems);
            }
        }
    }

    private static void require(
            Keyword keyword, Map<String, String> classes, Vocabulary vocabulary, Problems problems) {
        String id = Names.localName(keyword.names());
        String type = classes.get(id);
        if (type == null) {
            String remedy = DidYouMean.remedy(classes.keySet(), id, "define it in facts/, or leave the words out");
            problems.error(keyword.place(), "unknown-thing", "nothing is called '" + id + "'", remedy);
        } else if (!vocabulary.isA(type, "Technology") && !vocabulary.isA(type, "Firm")) {
            problems.error(
                    keyword.place(),
                    "mention-of-what",
                    "'" + id + "' is neither a technology nor a firm",
                    "name one of these, or a kind of technology with 'kind:'");
        }
    }

    KeywordSearch search() {
        return new KeywordSearch(list);
    }

    boolean isEmpty() {
        return list.isEmpty();
    }
}
