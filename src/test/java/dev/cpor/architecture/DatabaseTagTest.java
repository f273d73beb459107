package dev.cpor.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.cpor.cli.Sandbox;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/**
 * The tests that run against any MariaDB are those with a {@link Sandbox}. They are tagged {@code database}, by which a build
 * chooses them to run against another server.
 */
class DatabaseTagTest {
    @Test
    void everyTestWithASandboxIsTagged() {
        assertThat(untagged(Laws.CANARIES)).containsExactly("dev.cpor.architecture.canary.TouchesADatabase");
        assertThat(untagged(Laws.TESTS.that(resideOutsideOfPackage("dev.cpor.architecture.."))))
                .isEmpty();
    }

    private static List<String> untagged(JavaClasses types) {
        return types.stream()
                .filter(type -> type.getAllMethods().stream().anyMatch(DatabaseTagTest::isTest))
                .filter(type -> type.getTransitiveDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().isEquivalentTo(Sandbox.class)))
                .filter(type -> !isTagged(type))
                .map(JavaClass::getName)
                .toList();
    }

    private static boolean isTest(JavaMethod method) {
        return method.isMetaAnnotatedWith(Testable.class);
    }

    private static boolean isTagged(JavaClass type) {
        return type.isAnnotatedWith(Tag.class)
                && type.getAnnotationOfType(Tag.class).value().equals("database");
    }
}
