package org.dossier.explain.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version says that another does not.
 *
 * @param before name of the older version
 * @param after name of the newer version
 * @param asserted records that are new
 * @param withdrawn records that are gone
 * @param changed records and entities of which something else is said than before
 * @param standings records that stand otherwise than before
 * @param answers questions that are answered otherwise than before
 * @param unchecked passages that were checked against their source's text, and are not any more
 */
public record Difference(
        String before,
        String after,
        List<Item> asserted,
        List<Item> withdrawn,
        List<Change> changed,
        List<Standing> standings,
        List<Answers> answers,
        List<Unchecked> unchecked) {

    public Difference {
        asserted = List.copyOf(asserted);
        withdrawn = List.copyOf(withdrawn);
        changed = List.copyOf(changed);
        standings = List.copyOf(standings);
        answers = List.copyOf(answers);
        unchecked = List.copyOf(unchecked);
    }

    /** Whether both versions say the same. */
    public boolean isEmpty() {
        return asserted.isEmpty()
                && withdrawn.isEmpty()
                && changed.isEmpty()
                && standings.isEmpty()
                && answers.isEmpty()
                && unchecked.isEmpty();
    }

    /**
     * A record or entity.
     *
     * @param about what it mainly speaks of; a record's first actor or technology, an entity itself
     * @param sentence what it says
     * @param standing absent for entities
     * @param words how many passages it rests on
     */
    public record Item(
            String about,
            String id,
            String type,
            String sentence,
            @Nullable String standing,
            int words) {}

    /**
     * Something that both versions know.
     *
     * @param gone property and value of what is not said any more
     * @param come property and value of what is said now
     */
    public record Change(Item item, List<String> gone, List<String> come) {}

    /** How a record stood and stands. */
    public record Standing(Item item, String before, String after) {}

    /**
     * A question whose answer is another one.
     *
     * @param gone rows that are not there any more, their cells in the order of the columns
     * @param come rows that are new
     */
    public record Answers(
            String question, String title, List<String> columns, List<List<String>> gone, List<List<String>> come) {}

    /** A passage that nobody can now vouch for. */
    public record Unchecked(String source, String quote) {}
}
