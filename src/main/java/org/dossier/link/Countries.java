package org.dossier.link;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Codes of countries, by whichever code or name a file has. */
final class Countries {

    private static final Map<String, String> BY_WRITTEN = byWritten();

    private static final int TWO_LETTERS = 2;

    private Countries() {}

    private static Map<String, String> byWritten() {
        Map<String, String> codes = new HashMap<>();
        for (String code : ULocale.getISOCountries()) {
            ULocale country = new ULocale("und-" + code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            codes.put(country.getDisplayCountry(ULocale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        return codes;
    }

    /** The code of two letters; what is not known is left as it is, so that the same still equals the same. */
    static String code(String written) {
        return written.length() == TWO_LETTERS
                ? written
                : BY_WRITTEN.getOrDefault(written.toLowerCase(Locale.ROOT), written);
    }
}
