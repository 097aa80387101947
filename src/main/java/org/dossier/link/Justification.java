package org.dossier.link;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a decision rests on, by the terms of the Semantic Mapping Vocabulary. */
public enum Justification {
    /** Somebody looked at both sides. */
    CURATION("semapv:ManualMappingCuration", "somebody looked at both sides"),
    /** Both sides state the same identifier and their names agree, or other signs do, which the comment names. */
    SIGNS("semapv:CompositeMatching", "several signs agree"),
    /** Both have the same name, which nobody else has in the register. */
    NAME("semapv:LexicalMatching", "both sides have the same name"),
    /** A third register, whose entry the thing is, says that it is the other one. */
    CHAIN("semapv:MappingChaining", "another register says so"),
    /** What is generally known, and was not looked up in a register. */
    KNOWLEDGE("semapv:BackgroundKnowledgeBasedMatching", "it is generally known; no register was asked"),
    /** A proposal of somebody else that was found right. */
    REVIEW("semapv:MappingReview", "somebody checked a proposal");

    private final String term;
    private final String words;

    Justification(String term, String words) {
        this.term = term;
        this.words = words;
    }

    /** What it says, for people. */
    public String words() {
        return words;
    }

    /** The term as a file has it. */
    public String term() {
        return term;
    }

    static List<String> terms() {
        return Arrays.stream(values()).map(Justification::term).toList();
    }

    /** The one whose term has this local name, such as {@code ManualMappingCuration}. */
    public static Optional<Justification> ofLocalName(String localName) {
        return Arrays.stream(values())
                .filter(each -> each.term.endsWith(":" + localName))
                .findFirst();
    }

    static Optional<Justification> of(String term) {
        return Arrays.stream(values()).filter(each -> each.term.equals(term)).findFirst();
    }
}
