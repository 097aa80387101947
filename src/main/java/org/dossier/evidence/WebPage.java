package org.dossier.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Takes the words and headings from a web page: tags are stripped, paragraphs stand between blank lines. */
final class WebPage implements NodeVisitor {

    private static final String WITHOUT_WORDS = "head, script, style, noscript, template, svg, iframe, object";
    private static final Pattern COLLAPSIBLE = Pattern.compile("[ \\t\\r\\n\\f]+");
    private static final Pattern HEADING = Pattern.compile("h[1-6]");

    private final StringBuilder text = new StringBuilder();
    private final List<ExtractedText.Mark> marks = new ArrayList<>();
    private int headingStart;

    private WebPage() {}

    static ExtractedText read(String html) {
        Document document = Jsoup.parse(html);
        String title = document.title();
        document.select(WITHOUT_WORDS).remove();
        WebPage page = new WebPage();
        document.traverse(page);
        String words = page.text.toString();
        return new ExtractedText(words, ExtractedText.sections(page.marks, words.length()), List.of(), title);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words);
        } else if (node instanceof Element element) {
            begin(element);
        }
    }

    private void begin(Element element) {
        if (element.normalName().equals("br")) {
            text.append('\n');
        } else if (isCell(element)) {
            breakCell();
        } else if (element.isBlock()) {
            breakParagraph();
        }
        if (isHeading(element)) {
            headingStart = text.length();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (isHeading(element) && !text.substring(headingStart).isBlank()) {
            int rank = element.normalName().charAt(1) - '0';
            marks.add(new ExtractedText.Mark(text.substring(headingStart).strip(), rank, headingStart));
        }
        if (element.isBlock() && !isCell(element)) {
            breakParagraph();
        }
    }

    private void append(TextNode node) {
        if (isPreformatted(node)) {
            text.append(node.getWholeText());
            return;
        }
        String words = COLLAPSIBLE.matcher(node.getWholeText()).replaceAll(" ");
        text.append(words.startsWith(" ") && endsBlank() ? words.substring(1) : words);
    }

    private static boolean isPreformatted(TextNode node) {
        Element parent = node.parent();
        return parent != null && parent.closest("pre, textarea") != null;
    }

    private static boolean isHeading(Element element) {
        return HEADING.matcher(element.normalName()).matches();
    }

    private static boolean isCell(Element element) {
        return element.normalName().equals("td") || element.normalName().equals("th");
    }

    private boolean endsBlank() {
        return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private void breakCell() {
        if (!endsBlank()) {
            text.append('\t');
        }
    }

    private void breakParagraph() {
        while (endsBlank() && !text.isEmpty()) {
            text.setLength(text.length() - 1);
        }
        if (!text.isEmpty()) {
            text.append("\n\n");
        }
    }
}
