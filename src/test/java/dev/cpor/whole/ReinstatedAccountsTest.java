package dev.cpor.whole;

import static dev.cpor.whole.AccountedNights.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the forecast and the partner's statement tell after a night was undone whose rules reject partners three days too early. */
@Tag("database")
class ReinstatedAccountsTest {
    private static final String UNANSWERED =
            "The reviewer's question was not answered, and the claim not submitted again, in time.";
    private static final String PER_USER = "1.25 USD for each of 160 monthly active users";

    @Test
    void tellsWhatWasTakenBack(@TempDir Path folder) throws IOException {
        try (Sandbox sandbox = new Sandbox(folder)) {
            SmallInbox.of(7).writeTo(sandbox);
            try (OpenDatabase database = sandbox.open()) {
                undoANight(sandbox);

                Said forecast = done(sandbox.run("rules", "forecast", "--days", "1"));
                assertThat(forecast.err())
                        .endsWith(
                                "The night of 2026-11-11 also makes 4 reversals; see what it takes back with: cpor payout report\n");
                done(sandbox.night("--date", "2026-11-11"));
                assertThat(done(sandbox.run("rules", "forecast", "--days", "1")).err())
                        .as("when nothing waits")
                        .doesNotContain("reversal");
                checkStatement(JsonMapper.shared()
                        .readTree(done(sandbox.run(
                                        "payout",
                                        "statement",
                                        "--partner",
                                        "1000001",
                                        "--month",
                                        "2026-11",
                                        "--format",
                                        "json"))
                                .out()));
            }
        }
    }

    private static void undoANight(Sandbox sandbox) throws IOException {
        Path rule = sandbox.rules().resolve("lifecycle/auto-rejection.drl");
        String right = Files.readString(rule);
        sandbox.write(rule, right.replace("businessDaysInStatus > 5", "businessDaysInStatus > 2"));
        done(sandbox.night("--date", "2026-11-10", "--skip-rule-tests"));
        sandbox.write(rule, right);
        done(sandbox.run("claims", "reinstate", "--run", "1", "--reason", "The rule counted wrongly.", "--yes"));
    }

    private static void checkStatement(JsonNode statement) {
        assertThat(rows(statement, "rejected", "claim_id", "explanation"))
                .contains("CPOR-5 " + UNANSWERED + " This was taken back, and the claim is decided anew.");
        assertThat(rows(statement, "handed_off", "earning_id", "explanation", "payment"))
                .contains(
                        "CPOR-1-1-1 " + PER_USER
                                + ". This was taken back, and the claim is assessed anew. taken back by CPOR-1-1-2",
                        "CPOR-1-1-3 " + PER_USER + " not reported yet");
        assertThat(rows(statement, "open", "claim_id", "status", "since", "explanation"))
                .as("as if nothing had happened")
                .contains(
                        "CPOR-5 PARTNER_ACTION_REQUIRED 2026-11-05 The reviewer waits for your answer: complete the claim"
                                + " and submit it again. A claimed product or workload is not in the proof of execution.");
    }

    private static Said done(Said said) {
        assertThat(said.status()).as(said.err()).isZero();
        return said;
    }
}
