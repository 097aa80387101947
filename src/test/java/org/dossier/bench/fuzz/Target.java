package org.dossier.bench.fuzz;

import java.util.List;

/** Something that reads bytes of other people. */
interface Target extends AutoCloseable {

    /** Reads an input. Whatever it throws, and every promise that it finds broken, is a find. */
    void take(byte[] input) throws Exception;

    /** Inputs that are right, which all wrong ones are made of. */
    List<byte[]> seeds();

    @Override
    default void close() {}
}
