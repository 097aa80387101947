package org.dossier.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dossier.triples.Names;

/**
 * The names in the vendor cells of a dossier's use cases, each once, with the entries of a target that it may mean. They
 * are for people to judge: nothing is minted from them, and no decision is taken about them.
 *
 * @param mentions those in most records first
 * @param cells how many cells there are
 * @param withheld parts of cells that keep the name back
 * @param nobody parts that say nobody is named
 * @param notes parts that only a person can read
 */
public record VendorMentions(List<Mention> mentions, int cells, int withheld, int nobody, int notes) {

    private static final Node VENDOR_TEXT = Names.term("vendorText");
    private static final int MOST_CANDIDATES = 3;
    private static final double LEAST = 0.2;

    public VendorMentions {
        mentions = List.copyOf(mentions);
    }

    /**
     * A name, however it is written.
     *
     * @param name one of its spellings
     * @param remarks what stood beside it
     * @param records ids of the records whose cells hold it
     * @param candidates the likeliest first; none where the target has nothing like it
     */
    public record Mention(
            String name, SortedSet<String> remarks, SortedSet<String> records, List<Candidate> candidates) {

        public Mention {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Reads the cells of a dossier, and looks the names up among the entries of a target.
     *
     * @param base IRI that the dossier's ids are put behind
     */
    static VendorMentions in(Graph everything, String base, CandidateIndex entries) {
        Reading reading = new Reading(base);
        everything.find(Node.ANY, VENDOR_TEXT, Node.ANY).toList().stream()
                .sorted(Comparator.comparing(Triple::toString))
                .forEach(reading::take);
        List<Profile> names = reading.names.values().stream()
                .map(name -> Profile.named("mention", name.spellings.first()))
                .toList();
        List<List<Candidate>> candidates = entries.candidates(names, MOST_CANDIDATES);
        List<Mention> mentions = new ArrayList<>();
        for (Name name : reading.names.values()) {
            mentions.add(name.mention(candidates.get(mentions.size())));
        }
        mentions.sort(
                Comparator.comparingInt((Mention mention) -> mention.records().size())
                        .reversed()
                        .thenComparing(Mention::name));
        return new VendorMentions(mentions, reading.cells, reading.withheld, reading.nobody, reading.notes);
    }

    /** One name as it comes together from several cells. */
    private static final class Name {
        private final SortedSet<String> spellings = new TreeSet<>();
        private final SortedSet<String> remarks = new TreeSet<>();
        private final SortedSet<String> records = new TreeSet<>();

        private Mention mention(List<Candidate> found) {
            List<Candidate> likely = found.stream()
                    .filter(candidate -> candidate.score().value() >= LEAST)
                    .toList();
            return new Mention(spellings.first(), remarks, records, likely);
        }
    }

    /** All cells as they are read. */
    private static final class Reading {
        private final String base;
        private final SortedMap<String, Name> names = new TreeMap<>();
        private int cells;
        private int withheld;
        private int nobody;
        private int notes;

        Reading(String base) {
            this.base = base;
        }

        void take(Triple said) {
            cells++;
            String record = said.getSubject().toString();
            String id = record.startsWith(base) ? record.substring(base.length()) : record;
            VendorText.read(said.getObject().getLiteralLexicalForm()).parts().forEach(part -> take(part, id));
        }

        private void take(VendorText.Part part, String record) {
            if (part instanceof VendorText.Part.Mention mention) {
                take(mention, record);
            } else if (part instanceof VendorText.Part.Withheld) {
                withheld++;
            } else if (part instanceof VendorText.Part.Nobody) {
                nobody++;
            } else {
                notes++;
            }
        }

        private void take(VendorText.Part.Mention mention, String record) {
            String key = String.join(" ", NameReader.shared().foldedWords(mention.name()));
            Name name = names.computeIfAbsent(key, unseen -> new Name());
            name.spellings.add(mention.name());
            name.records.add(record);
            if (!mention.remark().isEmpty()) {
                name.remarks.add(mention.remark());
            }
        }
    }
}
