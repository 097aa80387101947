package org.dossier.evidence;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Takes the words and headings from a Markdown file, without its signs of emphasis, links and lists. */
final class MarkdownText {

    private MarkdownText() {}

    static ExtractedText read(String markdown) {
        String html =
                HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
        return WebPage.read(html);
    }
}
