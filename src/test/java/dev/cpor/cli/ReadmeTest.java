package dev.cpor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the README from top to bottom in one sandbox that holds the sample data: each {@code ./cpor} line of a block of
 * commands ends with status 0, or with the one that its comment names, and each line of a block of text was printed by the
 * commands before it.
 */
@Tag("database")
class ReadmeTest {
    private static final String PROGRAM = "./cpor ";
    private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");
    private static final Pattern STATUS = Pattern.compile("#.* status (\\d)");

    @TempDir
    Path folder;

    @Test
    void everyCommandDoesWhatTheReadmeSays() throws IOException {
        List<ReadmeBlock> blocks = ReadmeBlock.of(Files.readAllLines(Path.of("README.md")));
        List<String> ran = new ArrayList<>();
        try (Sandbox sandbox = new Sandbox(folder).feeds(Path.of("sample-data", "inbox"))) {
            List<String> printed = new ArrayList<>();
            for (ReadmeBlock block : blocks) {
                if (block.language().equals("text")) {
                    assertThat(narrow(printed))
                            .as("what the commands before it print")
                            .containsAll(narrow(block.shown()));
                } else if (block.language().equals("sh")) {
                    printed.clear();
                    for (String command : block.startingWith(PROGRAM)) {
                        printed.addAll(run(sandbox, command));
                        ran.add(command);
                    }
                }
            }
        }
        assertThat(ran).as("commands of the README").contains("./cpor nightly").hasSizeGreaterThan(10);
    }

    private static List<String> run(Sandbox sandbox, String command) {
        Said said = sandbox.run(words(sandbox, command));
        assertThat(said.status())
                .as("%s%n%s%s", command, said.out(), said.err())
                .isEqualTo(status(command));
        return said.lines();
    }

    /** Columns are as wide as what stands in them tonight. */
    private static List<String> narrow(List<String> lines) {
        return lines.stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
    }

    private static int status(String command) {
        Matcher named = STATUS.matcher(command);
        return named.find() ? Integer.parseInt(named.group(1)) : 0;
    }

    /** The words of a command, with its folders in the sandbox, and the sandbox's own database in place of a named one. */
    private static String[] words(Sandbox sandbox, String command) {
        List<String> words = WORD.matcher(command.substring(PROGRAM.length()).replaceAll(" +#.*", ""))
                .results()
                .map(word -> word.group().replaceAll("^'|'$", ""))
                .collect(Collectors.toCollection(ArrayList::new));
        int database = words.indexOf("--db");
        if (database >= 0) {
            words.subList(database, database + 2).clear();
        }
        words.replaceAll(word ->
                word.matches("[a-z][a-z-]*/.*") ? sandbox.folder().resolve(word).toString() : word);
        return words.toArray(String[]::new);
    }
}
