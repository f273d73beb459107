package dev.cpor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

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
        recipe.follow(rules());

        assertThat(rules("check")).startsWith("0 The rules can be used").doesNotContain("warning");
        assertThat(rules("test")).startsWith("0 ");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void hasCasesThatTheRulesBeforeItDoNotPass(Recipe recipe) throws IOException {
        recipe.casesAlone().follow(rules());

        assertThat(rules("test")).startsWith("1 ");
    }

    private Path rules() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("rules"), folder);
        return folder;
    }

    /** Returns the exit status of a command and what it printed. */
    private String rules(String command) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int status =
                Main.commandLine(new Console(out, out, false)).execute("rules", command, "--rules", folder.toString());
        out.flush();
        return status + " " + said;
    }
}
