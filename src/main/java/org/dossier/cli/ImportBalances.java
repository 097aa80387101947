package org.dossier.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.dossier.mapping.ConvertedUnit;
import org.dossier.mapping.DossierImports.Imported;

/** What became of files that were imported, as lines for people. */
final class ImportBalances {

    private ImportBalances() {}

    /** @param wanted how many files were named */
    static void print(Path dossier, Imported imported, int wanted, PrintWriter out) {
        for (ConvertedUnit unit : imported.units()) {
            String remark = imported.unchanged().contains(unit) ? "\n  not converted again: nothing has changed" : "";
            out.println(unit.balance().text() + remark);
        }
        boolean hasRejects = imported.units().stream()
                .anyMatch(unit -> !unit.balance().rejectsByCode().isEmpty()
                        || unit.balance().otherNames() > 0);
        if (hasRejects || imported.units().size() < wanted) {
            out.println("rejects: " + dossier.relativize(imported.rejects()));
        }
    }
}
