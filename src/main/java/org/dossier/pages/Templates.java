package org.dossier.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Fills the compiled templates. */
final class Templates {

    private static final String COMPILED = "org.dossier.pages.compiled";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), COMPILED);

    private Templates() {}

    /**
     * The HTML of a page.
     *
     * @param template name of its file without {@code .jte}
     * @param page what the template calls {@code page}
     */
    static String html(String template, Frame frame, Object page) {
        StringOutput out = new StringOutput();
        ENGINE.render(template + ".jte", Map.of("frame", frame, "page", page), out);
        return out.toString();
    }
}
