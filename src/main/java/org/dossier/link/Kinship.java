package org.dossier.link;

import java.util.List;

/** Says what kind of kinship two organisations seem to have. */
final class Kinship {

    private static final double EVEN = 0.5;

    private Kinship() {}

    /** What a side states comes first, then the score, then the words that only one of the names has. */
    static Answer of(Relatives left, Relatives right, NameMatch names, double value) {
        boolean belongs = left.belongsTo(right);
        // Two that are stated to own each other are told by their names.
        if (belongs != right.belongsTo(left)) {
            return belongs ? Answer.SUBSIDIARY : Answer.PARENT;
        }
        if (left.sellsFor(right) || right.sellsFor(left)) {
            return Answer.RESELLER;
        }
        if (value >= EVEN) {
            return names.isByOneFormerName() ? Answer.RENAMED : Answer.SAME;
        }
        return byWords(names);
    }

    /** A name that is another one's and says more, such as Federal, is probably that of a part of it. */
    private static Answer byWords(NameMatch names) {
        boolean oneSaysMore = (names.has(Trait.MARK) || names.has(Trait.MORE_PLACE))
                && !names.has(Trait.OTHER_PLACE)
                && !names.has(Trait.OTHER_NUMBER)
                && !names.has(Trait.THIN);
        if (!oneSaysMore) {
            return Answer.OTHER;
        }
        Alignment words = Aligner.align(names.left().folded(), names.right().folded());
        if (words.left().isEmpty() == words.right().isEmpty()) {
            return Answer.OTHER;
        }
        return marks(words.left()) ? Answer.SUBSIDIARY : Answer.PARENT;
    }

    private static boolean marks(List<Word> words) {
        return words.stream().anyMatch(Word::isMark);
    }
}
