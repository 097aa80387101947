package org.dossier.serve;

import java.util.Map;
import org.dossier.pages.script.Scripts;

/** What browsers are told that no answer of this server may do, whatever came into it. */
final class PagePolicy {

    /**
     * Scripts, styles and requests of this server only, none of them inline but the import map. Images may be inside style
     * sheets: that is how the editor underlines.
     */
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' " + Scripts.policyHash(Scripts.ofTheProgram().importMap("/")),
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    /** For what is made to be shown inside the pages of others: they may, and it can do nothing at all. */
    static final Map<String, String> IN_FRAMES =
            Map.of("Content-Security-Policy", "default-src 'none'; base-uri 'none'");

    /** The headers of every answer. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", CONTENT,
            "X-Content-Type-Options", "nosniff",
            // Who reads what is nobody else's business.
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    private PagePolicy() {}
}
