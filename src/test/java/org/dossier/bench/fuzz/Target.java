package org.dossier.bench.fuzz;

import java.util.List;

/** Something that reads bytes of other people. */
interface Target extends AutoCloseable {

    /**
     * Reads an input. Whatever it throws, and every promise that it finds broken, is a find.
     *
     * @return what came of it, in a word or some: the codes of its problems, a status
     */
    String take(byte[] input) throws Exception;

    /** Inputs that are right, which all wrong ones are made of. */
    List<byte[]> seeds();

    /** How many inputs it takes at the same time; more than one where it mostly waits. */
    default int atOnce() {
        return 1;
    }

    @Override
    default void close() {}
}
