package org.dossier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the order of the packages: each may use only what stands above it. */
class ArchitectureTest {

    /** The stations that data passes, in order. */
    private static final List<String> STATIONS = List.of(
            "problem",
            "vocabulary",
            "claim",
            "facts",
            "evidence",
            "table",
            "triples",
            "mapping",
            "rules",
            "validate",
            "link",
            "release",
            "query",
            "explain",
            "pages",
            "export",
            "serve",
            "author",
            "build",
            "cli");

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.dossier");

    @Test
    void aPackageUsesOnlyWhatStandsAboveIt() {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String station : STATIONS) {
            order = order.optionalLayer(station).definedBy("org.dossier." + station + "..");
        }
        for (int i = 0; i < STATIONS.size(); i++) {
            String[] below = STATIONS.subList(i + 1, STATIONS.size()).toArray(String[]::new);
            order = below.length == 0
                    ? order.whereLayer(STATIONS.get(i)).mayNotBeAccessedByAnyLayer()
                    : order.whereLayer(STATIONS.get(i)).mayOnlyBeAccessedByLayers(below);
        }

        order.check(PROGRAM);
    }

    @Test
    void everyClassLivesAtAStation() {
        String[] rooms = STATIONS.stream()
                .map(station -> "org.dossier." + station + "..")
                .toArray(String[]::new);

        noClasses().should().resideOutsideOfPackages(rooms).check(PROGRAM);
    }

    @Test
    void jenaIsUsedFromTriplesDownOnly() {
        String[] above = STATIONS.subList(0, STATIONS.indexOf("triples")).stream()
                .map(station -> "org.dossier." + station + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAnyPackage(above)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.jena..")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dossier.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dossier.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }
}
