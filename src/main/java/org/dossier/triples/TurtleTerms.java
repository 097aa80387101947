package org.dossier.triples;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatterTTL;

/** Terms as Turtle writes them, each always in the same way: by the longest prefix that fits. */
final class TurtleTerms extends NodeFormatterTTL {

    /** Narrower than Turtle allows, so that no reader stumbles. */
    private static final Pattern LOCAL_NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?");

    private final List<Map.Entry<String, String>> longestFirst;
    private final Set<String> used = new TreeSet<>();

    TurtleTerms(Map<String, String> prefixes) {
        this.longestFirst = prefixes.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> prefix) ->
                                -prefix.getValue().length())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    String text(Node term) {
        StringWriterI text = new StringWriterI();
        format(text, term);
        return text.toString();
    }

    /** The prefixes of all terms asked for so far. */
    Set<String> used() {
        return used;
    }

    @Override
    public void formatURI(AWriter out, String iri) {
        for (Map.Entry<String, String> prefix : longestFirst) {
            if (iri.startsWith(prefix.getValue())) {
                String local = iri.substring(prefix.getValue().length());
                if (LOCAL_NAME.matcher(local).matches()) {
                    used.add(prefix.getKey());
                    out.print(prefix.getKey() + ":" + local);
                    return;
                }
            }
        }
        super.formatURI(out, iri);
    }
}
