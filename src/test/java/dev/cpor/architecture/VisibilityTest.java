package dev.cpor.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.cpor.architecture.canary.PublicForNobody;
import dev.cpor.architecture.canary.unmarked.Unmarked;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    /**
     * The machine starts the first; the numbers of the second are copied into whoever names them, who is not seen to use it then;
     * nothing but the analysts' rules names the others.
     */
    private static final DescribedPredicate<JavaClass> NAMED_FROM_OUTSIDE = DescribedPredicate.describe(
            "is named from outside",
            type -> type.getName().equals("dev.cpor.cli.Main")
                    || type.getName().equals("dev.cpor.cli.session.ExitStatus")
                    || type.getPackageName().startsWith("dev.cpor.rules.vocabulary."));

    @Test
    void aPublicTypeIsUsedByAnotherPackage() {
        Laws.holds(
                classes()
                        .that()
                        .arePublic()
                        .and()
                        .doNotHaveSimpleName("package-info")
                        .and(DescribedPredicate.not(NAMED_FROM_OUTSIDE))
                        .and(DescribedPredicate.describe("could be less", VisibilityTest::couldBeLess))
                        .should(beUsedByAnotherPackage()),
                PublicForNobody.class);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        Laws.holds(classes().should(standInAMarkedPackage()), Unmarked.class);
    }

    /** What stands in an interface or in a type that is not public itself is no more visible than that. */
    private static boolean couldBeLess(JavaClass type) {
        return type.getEnclosingClass()
                .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC) && !outer.isInterface())
                .orElse(true);
    }

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, isUsedOutside(type), type.getName() + " is public, but only its own package uses it"));
            }
        };
    }

    /** Whoever uses a member of a type uses the type, and whoever is handed one by another type's public method, too. */
    private static boolean isUsedOutside(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> isElsewhere(use.getOriginClass(), type) || isOffered(use))
                || type.getPackage().getClasses().stream()
                        .filter(member -> member.getEnclosingClass().equals(Optional.of(type)))
                        .flatMap(member -> member.getDirectDependenciesToSelf().stream())
                        .anyMatch(use -> isElsewhere(use.getOriginClass(), type));
    }

    private static boolean isElsewhere(JavaClass user, JavaClass type) {
        return !user.getPackageName().equals(type.getPackageName());
    }

    /** Says whether this is a public method of a public type that returns what it depends on. */
    private static boolean isOffered(Dependency use) {
        JavaClass offering = use.getOriginClass();
        return offering.getModifiers().contains(JavaModifier.PUBLIC)
                && offering.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .anyMatch(method ->
                                method.getReturnType().getAllInvolvedRawTypes().contains(use.getTargetClass())
                                        && !offering.equals(use.getTargetClass()));
    }

    private static ArchCondition<JavaClass> standInAMarkedPackage() {
        return new ArchCondition<>("stand in a package with a package-info that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, "The package of " + type.getName() + " has no package-info that is @NullMarked"));
            }
        };
    }
}
