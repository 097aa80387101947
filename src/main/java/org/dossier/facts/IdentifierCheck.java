package org.dossier.facts;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.claim.Detail;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Value;
import org.dossier.problem.Problems;

/**
 * Holds identifiers against their own check digits. Of those that organizations have, only the LEI has any that are public (ISO
 * 17442: the remainder by 97 is 1); of the others the shapes know the form.
 */
final class IdentifierCheck {

    private static final Pattern LEI = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int LETTERS_AND_DIGITS = 36;

    private IdentifierCheck() {}

    static void check(List<FactsFile> files, Problems problems) {
        files.stream()
                .flatMap(file -> file.entities().stream())
                .flatMap(entity -> entity.details().stream())
                .filter(detail -> detail.property().equals("lei"))
                .forEach(detail -> check(detail, problems));
    }

    private static void check(Detail detail, Problems problems) {
        if (detail.value() instanceof Value.Text text
                && LEI.matcher(text.text()).matches()
                && !isSound(text.text())) {
            problems.error(
                    detail.place(),
                    "check-digits",
                    "the last two digits of '" + text.text() + "' do not fit the rest, so it is no LEI",
                    "look it up again, or copy it");
        }
    }

    private static boolean isSound(String lei) {
        String digits = lei.chars()
                .mapToObj(sign -> Integer.toString(Character.digit(sign, LETTERS_AND_DIGITS)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(MODULUS).equals(BigInteger.ONE);
    }
}
