package dev.cpor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.cpor.domain.Claim;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The classes that the rules are about, and the bad examples that each rule must catch. */
final class Laws {
    /** The classes of the program. */
    static final JavaClasses PROGRAM = importOf(Claim.class);

    /** The classes of the tests. */
    static final JavaClasses TESTS = importOf(Laws.class);

    /** The bad examples. */
    static final JavaClasses CANARIES = new ClassFileImporter().importPackages("dev.cpor.architecture.canary");

    private Laws() {}

    /** Shows that a rule catches each of these bad examples, naming it, and then that the program keeps the rule. */
    static void holds(ArchRule rule, Class<?>... canaries) {
        assertThat(canaries).as("bad examples").isNotEmpty();
        for (Class<?> canary : canaries) {
            assertThat(rule.evaluate(CANARIES).getFailureReport().getDetails())
                    .as("what is said against \"%s\"", rule.getDescription())
                    .anySatisfy(found -> assertThat(found).contains(canary.getName()));
        }
        rule.check(PROGRAM);
    }

    /** Imports all classes of the folder that this class was loaded from. */
    private static JavaClasses importOf(Class<?> type) {
        try {
            return new ClassFileImporter()
                    .importPath(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
