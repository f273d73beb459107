package dev.cpor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Compares the vocabulary of {@code rules/README.md} with the program. Where they differ, {@code mvn test -Dtest=VocabularyTest
 * -Dcpor.vocabulary=write} writes it anew.
 */
class VocabularyTest {
    private static final Path PAGE = Path.of("rules", "README.md");
    private static final String END = "<!-- end of the vocabulary -->";

    @Test
    void isTheOneOfTheProgram() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf('\n', page.indexOf("<!-- vocabulary:")) + 1;
        int to = page.indexOf(END);
        String vocabulary = new VocabularyText().text();
        if ("write".equals(System.getProperty("cpor.vocabulary"))) {
            Files.writeString(PAGE, page.substring(0, from) + vocabulary + page.substring(to));
            return;
        }

        assertThat(page.substring(from, to)).isEqualTo(vocabulary);
    }
}
