package dev.cpor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {
    private static final int LONGEST = 300;

    @TempDir
    Path badExamples;

    @Test
    void noFileIsLongerThanItMayBe() throws IOException {
        Files.writeString(badExamples.resolve("Long.java"), "//\n".repeat(LONGEST + 1));
        Files.writeString(badExamples.resolve("Short.java"), "//\n".repeat(LONGEST));

        assertThat(tooLong(badExamples)).containsExactly("Long.java has 301 lines; split it by what its parts do.");
        assertThat(tooLong(Path.of("src"))).isEmpty();
    }

    @Test
    void codeIsWrittenAndNotMadeByLombok() throws IOException {
        Files.writeString(badExamples.resolve("Made.java"), "import lombok.Data;\n");

        assertThat(withLombok(badExamples)).containsExactly("Made.java");
        assertThat(withLombok(Path.of("src"))).isEmpty();
    }

    private static List<String> tooLong(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources(folder)) {
            int lines = Files.readAllLines(source).size();
            if (lines > LONGEST) {
                found.add("%s has %d lines; split it by what its parts do.".formatted(source.getFileName(), lines));
            }
        }
        return found;
    }

    private static List<String> withLombok(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources(folder)) {
            if (Files.readAllLines(source).stream().anyMatch(line -> line.matches("\\s*(import\\s+|@)lombok\\..*"))) {
                found.add(source.getFileName().toString());
            }
        }
        return found;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
