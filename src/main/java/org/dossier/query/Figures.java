package org.dossier.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {

    private static final int MOST_DECIMALS = 12;
    private static final DecimalFormatSymbols SIGNS = DecimalFormatSymbols.getInstance(Locale.ROOT);

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
        DecimalFormat format = new DecimalFormat("#,##0", SIGNS);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(number).replace("-", "−");
    }

    /** With two digits for the cents. */
    public static String cents(BigDecimal sum) {
        return Math.abs(sum.scale()) > MOST_DECIMALS || sum.precision() > 2 * MOST_DECIMALS
                ? sum.toString()
                : new DecimalFormat("#,##0.00", SIGNS).format(sum).replace("-", "−");
    }

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    /** Millions and billions in words with one digit behind the point, smaller numbers without any. */
    public static String rounded(String lexical) {
        try {
            BigDecimal number = new BigDecimal(lexical);
            if (number.abs().compareTo(BILLION) >= 0) {
                return inParts(number, BILLION) + " billion";
            }
            return number.abs().compareTo(MILLION) >= 0
                    ? inParts(number, MILLION) + " million"
                    : grouped(number.setScale(0, RoundingMode.HALF_UP));
        } catch (NumberFormatException odd) {
            return lexical;
        }
    }

    private static String inParts(BigDecimal number, BigDecimal part) {
        return new DecimalFormat("#,##0.0", SIGNS)
                .format(number.divide(part, 1, RoundingMode.HALF_UP))
                .replace("-", "−");
    }

    public static String grouped(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    /** {@code 1 passage}, {@code 1,200 passages}. */
    public static String counted(long number, String one, String many) {
        return grouped(number) + " " + (number == 1 ? one : many);
    }
}
