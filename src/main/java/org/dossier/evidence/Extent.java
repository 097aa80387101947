package org.dossier.evidence;

/**
 * A stretch of a text.
 *
 * @param start offset of its first character
 * @param end offset behind its last character
 */
public record Extent(int start, int end) {

    public Extent {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no such stretch: " + start + "-" + end);
        }
    }

    boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    int length() {
        return end - start;
    }
}
