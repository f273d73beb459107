package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What finance answers about earnings is kept, and shown where earnings are. */
@Tag("database")
class PaymentResultsTest {
    private static final String HEADER = "earning_id,status,payment_id,paid_on,reason";

    @TempDir
    Path folder;

    @Test
    void theLastAnswerCountsAndAllAreKept() throws IOException {
        try (Sandbox sandbox = new Sandbox(folder)) {
            ApprovedClaims.feeds()
                    .partner("1", "Nordri", true)
                    .approved("=C-1", "1", "2026-11-01")
                    .line("=C-1", 1, "s-1", "1000", "USD")
                    .approved("C-2", "1", "2026-11-01")
                    .line("C-2", 1, "s-2", "2000", "USD")
                    .into(sandbox, "1");
            sandbox.night("--date", "2026-11-09");
            sandbox.feed(
                    "payment-results-1.csv",
                    HEADER,
                    "'=C-1-1-1,SENT,p-1,2026-11-09,",
                    "C-2-1-1,FAILED,,,The account is closed",
                    "C-2-1-1,FAILED,,,The account is closed",
                    "C-2-1-2,SENT,,,",
                    "C-2-1-1,PAID,,,");
            String first = sandbox.run("intake", "--date", "2026-11-10").out();
            sandbox.feed(
                    "payment-results-2.csv", HEADER, "C-2-1-1,SENT,p-2,2026-11-10,", "C-2-1-1,FAILED,p-2,,Came back");
            sandbox.run("intake", "--date", "2026-11-10");

            assertThat(first).contains("payment-results-1.csv: 5 rows read, 0 waiting, 1 duplicates, 2 rejects");
            assertThat(Files.readString(sandbox.out().resolve("runs/2026-11-10/rejects.csv")))
                    .contains("payment-results-1.csv,5,C-2-1-2,UNKNOWN_EARNING,There is no earning C-2-1-2;")
                    .contains("payment-results-1.csv,6,C-2-1-1,UNKNOWN_VALUE,");
            JsonNode payments = JsonMapper.shared()
                    .readTree(sandbox.run("claims", "show", "C-2", "--format", "json")
                            .out())
                    .path("payments");
            assertThat(payments).hasSize(3);
            assertThat(payments.get(0).path("reason").asString()).isEqualTo("The account is closed");
            assertThat(payments.get(2).path("payment_id").asString()).isEqualTo("p-2");
            assertThat(sandbox.run("claims", "show", "=C-1").out())
                    .containsPattern("2026-11-10 +\\| =C-1-1-1 +\\| SENT +\\| p-1 +\\| 2026-11-09");
            assertThat(sandbox.run("payout", "list", "--format", "csv").lines())
                    .last()
                    .asString()
                    .endsWith(",2,0,USD,30.00,30.00,1,1,1,0,,,,");
        }
    }
}
