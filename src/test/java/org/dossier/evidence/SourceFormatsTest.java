package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFormatsTest {

    @TempDir
    Path folder = Path.of("");

    private final Problems problems = new Problems();

    @Test
    void stripsTheTagsOfAWebPage() throws IOException {
        SourceText text = read("page.html", """
                <!doctype html><html><head><title>Cameras | The Paper</title><style>p { color: red }</style></head>
                <body><script>var bureau = 'no words';</script>
                <h1>Cameras&nbsp;in <em>Orrin</em></h1>
                <p>The bureau <b>bought</b>
                   300&#8239;cameras.<br>They see.</p>
                <ul><li>one</li><li>two</li></ul>
                <table><tr><td>a</td><td>b</td></tr></table>
                <pre>two  spaces
                and lines</pre>
                <h2></h2><h2>Costs</h2><p>It cost &lt;5 million.</p></body></html>
                """);

        assertThat(text.own())
                .isEqualTo(
                        "Cameras\u00A0in Orrin\n\nThe bureau bought 300\u202Fcameras.\nThey see.\n\none\n\ntwo\n\na\tb\n\n"
                                + "two  spaces\nand lines\n\nCosts\n\nIt cost <5 million.\n\n");
        assertThat(text.headings())
                .extracting(heading -> heading.rank() + " " + heading.name())
                .containsExactly("1 Cameras in Orrin", "2 Costs");
        assertThat(text.statedTitle()).contains("Cameras | The Paper");
    }

    @Test
    void readsMarkdownAsItIsShown() throws IOException {
        SourceText text = read("notes.md", """
                # Cameras in *Orrin*

                The bureau **bought** [300 cameras](https://example.org/a) & more.

                ```
                # no heading
                ```

                Costs
                -----

                > It cost `5` million.
                """);

        assertThat(Texts.complaints(text, "bureau bought 300 cameras & more", "Cameras in Orrin"))
                .isEmpty();
        assertThat(Texts.complaints(text, "It cost 5 million", "Costs")).isEmpty();
        assertThat(text.headings()).extracting(Heading::name).containsExactly("Cameras in Orrin", "Costs");
    }

    @Test
    void findsThePagesOfAPdf() throws IOException {
        Files.write(
                folder.resolve("report.pdf"),
                pdf("", "The new infra-\nstructure of Orrin", "sees ships. It\u2019s late."));

        SourceText text = SourceReader.read(folder.resolve("report.pdf"), "report.pdf", place(), problems)
                .orElseThrow();

        assertThat(problems.list()).isEmpty();
        assertThat(text.statedTitle()).contains("A Report");
        assertThat(Texts.complaints(text, "new infrastructure of Orrin", "p. 1"))
                .isEmpty();
        assertThat(Texts.complaints(text, "of Orrin sees ships", "p. 1")).isEmpty();
        assertThat(Texts.complaints(text, "It's late", "p. 2")).isEmpty();
        assertThat(Texts.complaints(text, "It's late", "page 1"))
                .containsExactly("quote-elsewhere: 'It's late' stands under 'p. 2', not under 'page 1';"
                        + " move it there, or quote what stands here");
        assertThat(Texts.complaints(text, "It's late", "Summary"))
                .containsExactly("unknown-locator: the source has no heading 'Summary'; name the page, such as 'p. 2'");
    }

    @Test
    void readsAPdfThatOnlyNamesItsFonts() throws IOException {
        ExtractedText text = PdfText.read(pdfThatOnlyNamesItsFonts());

        assertThat(text.text()).isEqualTo("The bureau sees\nships\n");
    }

    @Test
    void leavesNoListOfFontsBehind() throws IOException {
        Path list = Path.of(System.getProperty("user.home"), ".pdfbox.cache");
        boolean wasThere = Files.exists(list);

        PdfText.read(pdf("", "words"));

        assertThat(Files.exists(list)).isEqualTo(wasThere);
    }

    @Test
    void tellsWhyAPdfCannotBeRead() throws IOException {
        byte[] whole = pdf("", "words");
        Files.write(folder.resolve("locked.pdf"), pdf("secret", "words"));
        Files.write(folder.resolve("empty.pdf"), pdf("", ""));
        Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(whole, 40));

        for (String name : List.of("locked.pdf", "empty.pdf", "cut.pdf")) {
            assertThat(SourceReader.read(folder.resolve(name), name, place(), problems))
                    .isEmpty();
        }

        assertThat(problems.list())
                .extracting(Problem::message)
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("'cut.pdf' cannot be read as a PDF: "),
                        message -> assertThat(message).isEqualTo("'empty.pdf' has pictures of pages, but no words"),
                        message -> assertThat(message).startsWith("'locked.pdf' cannot be read as a PDF: "));
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"67108864, cannot be read as a PDF", "67108865, is larger than 64 MB; keep the part that is quoted"})
    void readsNoFileThatIsTooLargeForAnArticle(long bytes, String why) throws IOException {
        Path file = folder.resolve("scan.pdf");
        try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
            empty.setLength(bytes);
        }

        assertThat(SourceReader.read(file, "sources/scan.pdf", place(), problems))
                .isEmpty();
        assertThat(problems.list())
                .singleElement()
                .asString()
                .startsWith("facts/report.yaml:4:12: error[unreadable-text]: 'sources/scan.pdf' " + why);
    }

    @Test
    void saysWhichByteIsNotUtf8() throws IOException {
        Files.write(folder.resolve("old.txt"), "a\nIt\u2019s".getBytes("windows-1252"));

        SourceReader.read(folder.resolve("old.txt"), "sources/old.txt", place(), problems);

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "sources/old.txt:2:3: error[not-utf-8]: byte 0x92 is not UTF-8; it looks like Windows-1252"
                                + " (\u2019); save the file as UTF-8");
    }

    private SourceText read(String name, String content) throws IOException {
        Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
        return SourceReader.read(folder.resolve(name), name, place(), problems).orElseThrow();
    }

    private static Place place() {
        return new Place("facts/report.yaml", 4, 12);
    }

    /** A PDF with one page for each text. */
    private static byte[] pdf(String password, String... pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // The first use of a font by its name alone would look for it on this computer.
        FontMappers.set(new BundledFont());
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle("A Report");
            for (String words : pages) {
                add(document, words);
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** One line in a TrueType font, and one in a font of numbered glyphs; neither font is in the file. */
    private static byte[] pdfThatOnlyNamesItsFonts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FontMappers.set(new BundledFont());
        try (PDDocument document = new PDDocument()) {
            COSDictionary trueType = font("TrueType");
            trueType.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
            COSDictionary glyphs = font("CIDFontType2");
            glyphs.setItem(COSName.CIDSYSTEMINFO, new COSDictionary());
            COSDictionary numbered = font("Type0");
            numbered.setItem(COSName.ENCODING, COSName.IDENTITY_H);
            numbered.setItem(COSName.DESCENDANT_FONTS, new COSArray(List.of(glyphs)));
            numbered.setItem(COSName.TO_UNICODE, stream(document, """
                    begincmap
                    1 begincodespacerange
                    <0000> <FFFF>
                    endcodespacerange
                    1 beginbfchar
                    <0007> <00730068006900700073>
                    endbfchar
                    endcmap
                    """));
            PDPage page = new PDPage();
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("One"), PDFontFactory.createFont(trueType));
            page.getResources().put(COSName.getPDFName("Other"), PDFontFactory.createFont(numbered));
            page.setContents(stream(
                    document, "BT /One 12 Tf 50 700 Td (The bureau sees) Tj /Other 12 Tf 0 -14 Td <0007> Tj ET"));
            document.addPage(page);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static COSDictionary font(String kind) {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setName(COSName.SUBTYPE, kind);
        font.setName(COSName.BASE_FONT, "Orrin");
        return font;
    }

    private static PDStream stream(PDDocument document, String content) throws IOException {
        return new PDStream(document, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void add(PDDocument document, String words) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.setLeading(14);
            content.newLineAtOffset(50, 700);
            for (String line : words.lines().toList()) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }
}
