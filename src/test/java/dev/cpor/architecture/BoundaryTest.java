package dev.cpor.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import dev.cpor.architecture.canary.KnowsBatch;
import dev.cpor.architecture.canary.KnowsJdbc;
import dev.cpor.architecture.canary.KnowsMessages;
import dev.cpor.architecture.canary.ring.one.First;
import org.junit.jupiter.api.Test;

class BoundaryTest {
    /** One class names failures of files; it reads none. */
    @Test
    void domainAndDecisionSeeTheLanguageAndNothingElse() {
        Laws.holds(
                classes()
                        .that()
                        .resideInAnyPackage("..domain..", "dev.cpor.decision..")
                        .and()
                        .doNotHaveFullyQualifiedName("dev.cpor.domain.IoReason")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.cpor.domain",
                                "dev.cpor.decision",
                                "java.lang..",
                                "java.util..",
                                "java.time..",
                                "java.math",
                                "org.jspecify.annotations"),
                dev.cpor.architecture.canary.domain.KnowsDrools.class,
                dev.cpor.architecture.canary.domain.KnowsFiles.class);
    }

    @Test
    void onlyRulesSeesDrools() {
        Laws.holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.cpor.rules..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.drools..", "org.kie.."),
                dev.cpor.architecture.canary.domain.KnowsDrools.class);
    }

    /** The server logs in to see whether it answers, and to make its accounts; the library that writes Parquet is asked in SQL. */
    @Test
    void onlyStoreSeesSqlAndTheServerItsOwnLogin() {
        Laws.holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("dev.cpor.store..", "dev.cpor.server")
                        .and()
                        .doNotHaveFullyQualifiedName("dev.cpor.payout.export.ParquetFile")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.mariadb.."),
                KnowsJdbc.class);
    }

    @Test
    void onlyJobSeesSpringBatch() {
        Laws.holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.cpor.job..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.springframework.batch.."),
                KnowsBatch.class);
    }

    @Test
    void onlyBrokerSeesMessages() {
        Laws.holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.cpor.broker")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.jms..", "org.springframework.jms..", "org.apache.activemq.."),
                KnowsMessages.class);
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        Laws.holds(slices().matching("dev.cpor.(**)").should().beFreeOfCycles(), First.class);
    }
}
