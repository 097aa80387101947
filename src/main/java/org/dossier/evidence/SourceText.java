package org.dossier.evidence;

import java.util.List;
import java.util.Optional;

/** The text of one source, ready to be searched. */
public final class SourceText {

    private final String sha256;
    private final ExtractedText extracted;
    private final NormalisedText normalised;
    private final Locators locators;
    private final boolean isBasic;

    SourceText(String sha256, SourceFormat format, ExtractedText extracted) {
        this.sha256 = sha256;
        this.extracted = extracted;
        this.normalised = Normaliser.fold(extracted.text());
        this.locators = new Locators(format, extracted);
        this.isBasic = own().codePointCount(0, own().length()) == own().length();
    }

    /** SHA-256 of the file's bytes, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** The characters that quotes are compared with: of a text all, of other formats what their reader extracts. */
    public String own() {
        return extracted.text();
    }

    /** The same text with its typography folded. */
    public NormalisedText normalised() {
        return normalised;
    }

    public List<Heading> headings() {
        return extracted.headings();
    }

    /** What the file itself says its title is; nothing where it says nothing. */
    public Optional<String> statedTitle() {
        return extracted.title().isBlank() ? Optional.empty() : Optional.of(extracted.title());
    }

    Locators locators() {
        return locators;
    }

    /** How many code points stand before an offset; at once where every character is one unit. */
    int codePointsBefore(int offset) {
        return isBasic ? offset : own().codePointCount(0, offset);
    }

    /** The whole text as one stretch. */
    Extent whole() {
        return new Extent(0, own().length());
    }
}
