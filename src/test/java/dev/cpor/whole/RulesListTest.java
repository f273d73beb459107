package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules did of late. */
@Tag("database")
class RulesListTest {
    private static final String HEADER = "file,rule,fired,usd,us_per_1000,last_fired,silent";

    @TempDir
    private Path folder;

    @Test
    void tellsOfEachRuleHowOftenItFiredAndForHowMuch() throws IOException {
        try (Sandbox sandbox = new Sandbox(folder).nightly("chunk: 3");
                OpenDatabase server = sandbox.open()) {
            assertThat(server.url()).as("the server stays up").isNotEmpty();
            Said empty = sandbox.run("rules", "list", "--format", "csv");
            assertThat(empty.status()).as(empty.err()).isZero();
            assertThat(empty.err()).contains("measured with 5,000 made-up claims");
            assertThat(empty.lines()).hasSize(16).element(0).isEqualTo(HEADER);
            assertThat(empty.lines().subList(1, 16)).allMatch(line -> line.matches(".*,0,0.00,\\d+,,never"));
            SmallInbox.of(10).writeTo(sandbox);
            sandbox.run("nightly", "--date", "2026-10-30");
            Path control = sandbox.out().resolve("payout/2026-11-10/control.json");
            sandbox.write(control, "in the way");
            assertThat(sandbox.run("nightly", "--date", "2026-11-10").status()).isEqualTo(1);
            assertThat(server.number("select count(*) from earning")).isEqualTo(4);
            assertLine(list(sandbox), "A rate of the rate card fits the line", "0,0.00,\\d+,.*");
            Files.delete(control);
            assertThat(sandbox.run("nightly", "--date", "2026-11-10").status()).isZero();
            sandbox.run("nightly", "--date", "2026-11-16");

            List<String> told = list(sandbox);

            assertThat(told).hasSize(16);
            assertLine(told, "A rate of the rate card fits the line", "4,800.00,\\d+,2026-11-10,");
            assertLine(told, "The customer did not object within seven days", "4,0.00,\\d+,2026-11-10,");
            assertLine(told, "The partner's response is due soon", "6,0.00,\\d+,2026-11-10,");
            assertLine(told, "The partner did not respond within five business days", "6,0.00,\\d+,2026-11-16,");
            assertLine(told, "The customer declined the partner's claim", "0,0.00,\\d+,,never");

            // Thirty quiet nights later.
            assertThat(sandbox.run("nightly", "--from", "2026-11-17", "--to", "2026-12-15")
                            .status())
                    .isZero();
            assertLine(
                    list(sandbox), "The partner did not respond within five business days", "6,0.00,\\d+,2026-11-16,");
            assertLine(list(sandbox), "The partner's response is due soon", "0,0.00,\\d+,2026-11-10,30 nights");
        }
    }

    private static List<String> list(Sandbox sandbox) {
        Said said = sandbox.run("rules", "list", "--format", "csv");
        assertThat(said.status()).as(said.err()).isZero();
        return said.lines();
    }

    private static void assertLine(List<String> told, String rule, String rest) {
        assertThat(told)
                .filteredOn(line -> line.contains("," + rule + ","))
                .singleElement()
                .asString()
                .matches("\\S+," + rule + "," + rest);
    }
}
