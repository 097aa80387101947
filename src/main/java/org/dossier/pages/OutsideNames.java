package org.dossier.pages;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entries of well-known registers, called as people call them: <i>Wikidata Q2283</i> in place of a web address. */
final class OutsideNames {

    private record Register(String name, Pattern address) {
        static Register of(String name, String address) {
            return new Register(name, Pattern.compile("https?://" + address));
        }
    }

    private static final List<Register> REGISTERS = List.of(
            Register.of("Wikidata", "(?:www\\.)?wikidata\\.org/(?:entity|wiki)/(Q[0-9]+)"),
            Register.of("ROR", "ror\\.org/([0-9a-z]{9})"),
            Register.of("SEC CIK", "www\\.sec\\.gov/cgi-bin/browse-edgar\\?action=getcompany&CIK=([0-9]+)"),
            Register.of("USAspending agency", "www\\.usaspending\\.gov/agency/([0-9a-z-]+)"),
            Register.of("USAspending subtier", "www\\.usaspending\\.gov/agency/subtier/([0-9]+)"),
            Register.of("GLEIF LEI", "search\\.gleif\\.org/#/record/([0-9A-Z]{20})"));

    private OutsideNames() {}

    /** The register and the name of the entry in it; the address itself where it is of no known register. */
    static String of(String address) {
        for (Register register : REGISTERS) {
            Matcher entry = register.address().matcher(address);
            if (entry.matches()) {
                return register.name() + " " + entry.group(1);
            }
        }
        return address;
    }
}
