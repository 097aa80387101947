/** Pages in a real browser: read {@link org.dossier.browser.JourneyTest} first. Without Chromium these tests are skipped. */
package org.dossier.browser;
