package org.dossier.link;

/** What the scorer looks at; the weights stand in {@code weights.yaml}. */
public enum Trait {
    // of the names
    SHARED_WORDS("words shared, by weight"),
    ALL_WORDS("all words shared"),
    RARE_WORDS("rare words shared"),
    SINGLE_WORD("a single word, without the same legal form"),
    BRIEF_WORD("a single word of up to five letters"),
    MISSPELT("letters that differ in a shared word"),
    MISSPELT_SHORT("letters that differ in a word of up to four"),
    REWRITTEN("words abbreviated, glued or in the plural"),
    ACRONYM("one is the other's acronym"),
    ACRONYM_WITH_FORM("an acronym, where the other side has a legal form"),
    OTHER_WORDS("other words instead"),
    MORE_WORDS("words on one side only, by weight"),
    ONE_MORE_WORD("a word on one side only"),
    THIN("little shared but common words"),
    OTHER_NUMBER("other number"),
    MORE_NUMBER("number on one side only"),
    OTHER_PLACE("other place in the name"),
    MORE_PLACE("place in the name of one side only"),
    NO_PLACE("a local government without its state"),
    MARK("federal, holding and the like on one side only"),
    SAME_FORM("same legal form"),
    KIN_FORM("legal form of the same family"),
    MORE_FORM("a further legal form on one side"),
    OTHER_FORM("legal form of another family"),
    FOREIGN_FORM("legal form of another country"),
    // of what else is known
    SHORT_NAME("matched by a short name"),
    LONE_ALIAS("matched by an alias that is nothing like the name"),
    INFORMAL_ALIAS("matched by an alias without the legal form"),
    FORMER_NAME("matched by a former name"),
    SAME_COUNTRY("same country"),
    OTHER_COUNTRY("other country"),
    FORM_ABROAD("legal form that the other's country does not know"),
    SAME_PLACE("same address"),
    OTHER_TIME("one ended before the other began"),
    SAME_IDENTIFIER("same identifier"),
    OTHER_IDENTIFIER("other identifier of a scheme that gives one to each"),
    STATED_RELATION("one is stated to belong to the other"),
    RIVALS("other entries with the same name"),
    INEXACT_AMONG_MANY("not the very same words, among many entries"),
    UNSURE_AMONG_MANY("a misspelling or a brief acronym, among many entries"),
    BOTH_WORDS_KNOWN("a word taken for a misspelling is another entry's");

    private final String label;

    Trait(String label) {
        this.label = label;
    }

    /** What it is, in words. */
    public String label() {
        return label;
    }
}
