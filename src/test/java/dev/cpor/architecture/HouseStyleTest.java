package dev.cpor.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import dev.cpor.architecture.canary.ClaimHelper;
import dev.cpor.architecture.canary.ClaimImpl;
import dev.cpor.architecture.canary.ClaimManager;
import dev.cpor.architecture.canary.ClaimUtils;
import dev.cpor.architecture.canary.HasItsFieldInjected;
import dev.cpor.architecture.canary.PrintsItself;
import dev.cpor.architecture.canary.ReadsTheWallClock;
import dev.cpor.architecture.canary.Sleeps;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseStyleTest {
    private static final List<String> INJECTIONS = List.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    @Test
    void namesSayWhatAClassDoes() {
        Laws.holds(
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveNameMatching(".*(Helper|Utils?|Impl)"),
                ClaimManager.class,
                ClaimHelper.class,
                ClaimUtils.class,
                ClaimImpl.class);
    }

    /** A clock is handed in; {@code cli.session.Session} makes it. The zone-less {@code nanoTime} may measure how long something took. */
    @Test
    void onlyTheSessionKnowsWhatTimeItIs() {
        DescribedPredicate<JavaCall<?>> now = target(owner(resideInAPackage("java.time..")))
                .and(target(name("now")))
                .and(DescribedPredicate.describe(
                        "without a clock", call -> !call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Clock.class))));
        DescribedPredicate<JavaCall<?>> clock =
                target(owner(name(Clock.class.getName()))).and(target(nameMatching("system.*|tick.*")));
        DescribedPredicate<JavaCall<?>> millis = target(name("currentTimeMillis"));
        Laws.holds(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("dev.cpor.cli.session.Session")
                        .should()
                        .callCodeUnitWhere(now.or(clock).or(millis).as("the wall clock is read"))
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.Date"),
                ReadsTheWallClock.class);
    }

    /** One place waits for a server process, one for the lease of a night that may have died. */
    @Test
    void nobodyElseSleeps() {
        Laws.holds(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("dev.cpor.server.Wait")
                        .and()
                        .doNotHaveFullyQualifiedName("dev.cpor.job.Leasing")
                        .should()
                        .callMethodWhere(target(name("sleep")).and(target(owner(name(Thread.class.getName())))))
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.concurrent.locks.LockSupport"),
                Sleeps.class);
    }

    @Test
    void resultsGoThroughTheConsole() {
        Laws.holds(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("dev.cpor.cli.session.Console")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .callMethod(Throwable.class, "printStackTrace"),
                PrintsItself.class);
    }

    @Test
    void fieldsAreSetByConstructors() {
        Laws.holds(
                noFields()
                        .should()
                        .beAnnotatedWith(DescribedPredicate.describe(
                                "for injection",
                                annotation -> INJECTIONS.contains(
                                        annotation.getRawType().getName()))),
                HasItsFieldInjected.class);
    }
}
