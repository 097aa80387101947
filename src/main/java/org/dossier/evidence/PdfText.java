package org.dossier.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/** Takes the words from a PDF, page by page. */
final class PdfText {

    static {
        FontMappers.set(new BundledFont());
    }

    private PdfText() {}

    /** @throws IOException when the file is damaged, encrypted, or no PDF */
    static ExtractedText read(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            StringBuilder text = new StringBuilder();
            List<Extent> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                int start = text.length();
                text.append(words(document, page));
                pages.add(new Extent(start, text.length()));
            }
            String title = document.getDocumentInformation().getTitle();
            return new ExtractedText(text.toString(), List.of(), pages, title == null ? "" : title.strip());
        }
    }

    private static String words(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        // PDFBox ends lines and pages as this system does, and places in a text have to be the same on all of them.
        return stripper.getText(document).replace(System.lineSeparator(), "\n");
    }
}
