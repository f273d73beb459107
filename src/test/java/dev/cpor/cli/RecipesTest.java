package dev.cpor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows each recipe of {@code rules/README.md} to the letter. */
class RecipesTest {
    @TempDir
    Path folder;

    static List<Recipe> recipes() throws IOException {
        return Recipe.of(Files.readAllLines(Path.of("rules", "README.md")));
    }

    @Test
    void thereAreTen() throws IOException {
        assertThat(recipes()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void passesTheCheckAndItsCases(Recipe recipe) throws IOException {
        try (Sandbox sandbox = new Sandbox(folder)) {
            recipe.follow(sandbox.rules());

            assertPasses(sandbox.run("rules", "check"));
            assertPasses(sandbox.run("rules", "test"));
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void hasCasesThatTheRulesBeforeItDoNotPass(Recipe recipe) throws IOException {
        try (Sandbox sandbox = new Sandbox(folder)) {
            recipe.casesAlone().follow(sandbox.rules());

            assertThat(sandbox.run("rules", "test").status()).isEqualTo(1);
        }
    }

    private static void assertPasses(Said said) {
        assertThat(said.status()).as(said.out() + said.err()).isZero();
        assertThat(said.out() + said.err()).doesNotContain("warning");
    }
}
