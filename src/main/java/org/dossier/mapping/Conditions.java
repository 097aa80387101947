package org.dossier.mapping;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.RegexEngine;
import org.jspecify.annotations.Nullable;

/** Codes that are true, false or neither, and those that choose by such a one. */
final class Conditions {

    private Conditions() {}

    /** A code whose value is a truth value. */
    abstract static class Condition extends Code {
        Condition(List<Code> parts) {
            super(Type.BOOLEAN, parts);
        }

        @Override
        abstract int truth(Row row);

        @Override
        final @Nullable String text(Row row) {
            int truth = truth(row);
            return truth == NO_VALUE ? null : Boolean.toString(truth == TRUE);
        }
    }

    static final class Not extends Condition {
        private final Code argument;

        Not(Code argument) {
            super(List.of(argument));
            this.argument = argument;
        }

        @Override
        int truth(Row row) {
            int truth = argument.truth(row);
            return truth == NO_VALUE ? NO_VALUE : of(truth == FALSE);
        }
    }

    /** {@code &&} and {@code ||}: one argument may decide although the other has no value. */
    static final class Both extends Condition {
        private final Code left;
        private final Code right;
        private final int deciding;

        /** @param deciding the truth value that either argument alone gives to the whole: FALSE for AND, TRUE for OR */
        Both(Code left, Code right, int deciding) {
            super(List.of(left, right));
            this.left = left;
            this.right = right;
            this.deciding = deciding;
        }

        @Override
        int truth(Row row) {
            int first = left.truth(row);
            if (first == deciding) {
                return deciding;
            }
            int second = right.truth(row);
            if (second == deciding) {
                return deciding;
            }
            return first == NO_VALUE || second == NO_VALUE ? NO_VALUE : second;
        }
    }

    /** A question about two strings, or two IRIs: equality, CONTAINS, STRSTARTS, STRENDS. */
    static final class Compared extends Condition {
        private final Code left;
        private final Code right;
        private final BiPredicate<String, String> relation;

        Compared(Code left, Code right, BiPredicate<String, String> relation) {
            super(List.of(left, right));
            this.left = left;
            this.right = right;
            this.relation = relation;
        }

        @Override
        int truth(Row row) {
            String first = left.text(row);
            String second = right.text(row);
            return first == null || second == null ? NO_VALUE : of(relation.test(first, second));
        }
    }

    /** IN and NOT IN over fixed strings or IRIs. */
    static final class OneOf extends Condition {
        private final Code argument;
        private final Set<String> listed;
        private final boolean isWanted;

        OneOf(Code argument, Set<String> listed, boolean isWanted) {
            super(List.of(argument));
            this.argument = argument;
            this.listed = Set.copyOf(listed);
            this.isWanted = isWanted;
        }

        @Override
        int truth(Row row) {
            String text = argument.text(row);
            return text == null ? NO_VALUE : of(listed.contains(text) == isWanted);
        }
    }

    /** REGEX with a fixed pattern. */
    static final class Matches extends Condition {
        private final Code argument;
        private final RegexEngine pattern;

        Matches(Code argument, RegexEngine pattern) {
            super(List.of(argument));
            this.argument = argument;
            this.pattern = pattern;
        }

        @Override
        int truth(Row row) {
            String text = argument.text(row);
            return text == null ? NO_VALUE : of(pattern.match(text));
        }
    }

    static final class IsBound extends Condition {
        private final Code variable;

        IsBound(Code variable) {
            super(List.of(variable));
            this.variable = variable;
        }

        @Override
        int truth(Row row) {
            return of(variable.isBound(row));
        }
    }

    /** IF: an error in the condition is an error of the whole. */
    static final class If extends Code {
        private final Code condition;
        private final Code then;
        private final Code otherwise;

        If(Code condition, Code then, Code otherwise) {
            super(then.type().or(otherwise.type()), List.of(condition, then, otherwise));
            this.condition = condition;
            this.then = then;
            this.otherwise = otherwise;
        }

        private @Nullable Code branch(Row row) {
            int truth = condition.truth(row);
            if (truth == NO_VALUE) {
                return null;
            }
            return truth == TRUE ? then : otherwise;
        }

        @Override
        @Nullable String text(Row row) {
            Code branch = branch(row);
            return branch == null ? null : branch.text(row);
        }

        @Override
        @Nullable Node node(Row row) {
            Code branch = branch(row);
            return branch == null ? null : branch.node(row);
        }

        @Override
        boolean write(Row row, Bytes out) {
            Code branch = branch(row);
            return branch != null && branch.write(row, out);
        }

        @Override
        int truth(Row row) {
            Code branch = branch(row);
            return branch == null ? NO_VALUE : branch.truth(row);
        }
    }

    /** The first argument that has a value. */
    static final class Coalesce extends Code {
        private final Code[] arguments;

        Coalesce(List<Code> arguments) {
            super(arguments.stream().map(Code::type).reduce(Type.NOTHING, Type::or), arguments);
            this.arguments = arguments.toArray(Code[]::new);
        }

        @Override
        @Nullable String text(Row row) {
            for (Code argument : arguments) {
                String text = argument.text(row);
                if (text != null) {
                    return text;
                }
            }
            return null;
        }

        @Override
        @Nullable Node node(Row row) {
            for (Code argument : arguments) {
                Node term = argument.node(row);
                if (term != null) {
                    return term;
                }
            }
            return null;
        }

        @Override
        boolean write(Row row, Bytes out) {
            return type().form() == Type.Form.NODE ? Nodes.write(node(row), this, row, out) : super.write(row, out);
        }
    }
}
