package dev.cpor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.session.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/** Follows each recipe of {@code rules/README.md} to the letter. */
class RecipesTest {
    private static final Pattern WRONG =
            Pattern.compile("tests/\\S+:\\d+:\\d+: case \"([^\"]+)\": |rule \"([^\"]+)\": no case shows ");

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

        String said = rules("test");
        assertThat(said).startsWith("1 ");
        List<String> wrong = said.substring(2).lines().toList();
        assertThat(wrong.subList(0, wrong.size() - 1)).isNotEmpty().allSatisfy(line -> {
            Matcher named = WRONG.matcher(line);
            assertThat(named.lookingAt()).isTrue();
            // A case that the recipe brings, or a rule whose cases it takes away.
            assertThat(recipe.edits())
                    .flatExtracting(Recipe.Edit::lines)
                    .anyMatch(edit -> edit.startsWith(
                            named.group(1) != null ? "+" + named.group(1) + "," : "-rule \"" + named.group(2) + "\""));
        });
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
