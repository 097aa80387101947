package org.dossier.pages;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that is mentioned on a page.
 *
 * @param text what to call it
 * @param href where more is said of it; absent when nothing is, or when its address is none that a browser should follow
 * @param isOutside whether the link leaves the site
 */
public record Named(String text, @Nullable String href, boolean isOutside) {

    /** Something without a page. */
    public static Named plain(String text) {
        return new Named(text, null, false);
    }

    /** Something on this site. */
    public static Named inside(String text, String href) {
        return new Named(text, href, false);
    }

    static final Comparator<Named> BY_TEXT = Comparator.comparing(Named::text);

    /** The beginning of a text that is too long for its place; no character is cut in two. */
    static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most)).stripTrailing() + "…";
    }
}
