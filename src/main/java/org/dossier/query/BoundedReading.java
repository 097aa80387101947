package org.dossier.query;

import java.io.IOException;
import java.io.StringReader;
import org.apache.jena.sparql.lang.sparql_12.javacc.JavaCharStream;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12TokenManager;
import org.apache.jena.sparql.lang.sparql_12.javacc.TokenMgrError;

/**
 * The characters of a query, read again only so often. A word such as {@code a.a.a.a} without a colon is read to its end
 * in search of one, given up but for its first letter, and then read again from the next: 64 KB of it took a minute.
 */
final class BoundedReading extends JavaCharStream {

    /** What is SPARQL is read less than three times; this is enough for anything that is nearly SPARQL. */
    private static final int MOST_READINGS = 8;

    /** The shortest texts may be as odd as they like. */
    private static final int FREE = 4_096;

    private long left;

    private BoundedReading(String text) {
        super(new StringReader(text));
        this.left = (long) MOST_READINGS * text.length() + FREE;
    }

    /** Reads the words of a text, and throws {@link Exhausted} when that takes too long. */
    static SPARQLParser12TokenManager words(String text) {
        return new SPARQLParser12TokenManager(new BoundedReading(text));
    }

    @Override
    public char readChar() throws IOException {
        if (left-- <= 0) {
            throw new Exhausted();
        }
        return super.readChar();
    }

    /** The text was read so often that it is no query. An error, as the reader's own are: it takes others for the end. */
    static final class Exhausted extends TokenMgrError {

        private Exhausted() {
            super("read too often", 0);
        }
    }
}
