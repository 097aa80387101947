package org.dossier.query;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {

    private static final int MOST_DECIMALS = 12;

    private Figures() {}

    /** With commas between thousands; a number that is no number as it stands. */
    public static String grouped(String lexical) {
        try {
            return grouped(new BigDecimal(lexical));
        } catch (NumberFormatException odd) {
            return lexical;
        }
    }

    public static String grouped(BigDecimal number) {
        if (Math.abs(number.scale()) > MOST_DECIMALS || number.precision() > 2 * MOST_DECIMALS) {
            return number.toString();
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(number).replace("-", "−");
    }

    public static String grouped(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    /** {@code 1 passage}, {@code 1,200 passages}. */
    public static String counted(long number, String one, String many) {
        return grouped(number) + " " + (number == 1 ? one : many);
    }
}
