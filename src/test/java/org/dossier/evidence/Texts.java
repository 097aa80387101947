package org.dossier.evidence;

/** Texts of sources for tests. */
final class Texts {

    private Texts() {}

    static SourceText plain(String text) {
        return new SourceText("sources/text.txt", "0".repeat(64), SourceFormat.TEXT, PlainText.read(text));
    }
}
