package org.dossier.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One function under {@code https://w3id.org/dossier/fn/}: takes the texts of its arguments, gives the text of its
 * value, and reports a cell that it cannot read. Written once; the compiler and ARQ both call it.
 *
 * @param name local name, such as {@code decimal}
 * @param usage how it is called, for messages: {@code fn:decimal(cell)}
 * @param least fewest arguments
 * @param most most arguments
 * @param typing tells the type of the value beforehand
 * @param typeOfValue tells the type of a value, where {@code typing} cannot
 */
record CellFunction(
        String name,
        String usage,
        int least,
        int most,
        Typing typing,
        Function<String, Type> typeOfValue,
        Check check,
        Body body) {

    /** Tells the type of the value from the arguments that are constants; the others are null. */
    interface Typing {
        Type type(List<@Nullable String> constants);
    }

    /** Tells what is wrong with the arguments that are constants, before any row is read. */
    interface Check {
        Optional<String> mistake(List<@Nullable String> constants);
    }

    /** Works out the value. */
    interface Body {
        /**
         * @param arguments texts of the arguments, null where one has no value
         * @return null when there is no value; the trouble with a cell is told to {@code trouble}
         */
        @Nullable String apply(@Nullable String[] arguments, Trouble trouble);
    }

    /** Takes the trouble with one argument. */
    interface Trouble {
        /**
         * @param argument its place, from 0
         * @param reason what is wrong, without the value
         * @param code heading in {@code docs/problems.md}
         */
        void with(int argument, String reason, String code);
    }

    /** A function whose value has one type and which takes any constants. */
    static CellFunction of(String name, String usage, int least, int most, Type type, Body body) {
        return new CellFunction(
                name, usage, least, most, constants -> type, value -> type, constants -> Optional.empty(), body);
    }
}
