package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings say of currencies counts for every amount from then on, and for none before. */
@Tag("database")
class CurrenciesTest {
    @TempDir
    Path folder;

    /** The night of the 9th rounds as ISO 4217 wants it; before that of the 10th the settings change. */
    @Test
    void countsFromThenOnAndChangesNothingThatWasPaid() {
        try (Sandbox sandbox = new Sandbox(folder)) {
            ApprovedClaims.feeds()
                    .partner("1", "Nordri", true)
                    .approved("C-1", "1", "2026-11-01")
                    .line("C-1", 1, "s-1", "1234.56", "ISK")
                    .approved("C-2", "1", "2026-11-02")
                    .line("C-2", 1, "s-2", "1234.56", "ISK")
                    .line("C-2", 2, "s-3", "1000", "USD")
                    .rate("ISK", "2026-11-01", "0.0072")
                    .into(sandbox, "1");
            sandbox.night("--date", "2026-11-09");
            sandbox.nightly("currencies: { minorUnits: { ISK: 2 }, maxRateAgeDays: 8 }");

            assertThat(sandbox.night("--date", "2026-11-10").out())
                    .as("the rate is nine days old")
                    .contains("held  Incentive assessment  NO_EXCHANGE_RATE", "cpor claims show C-2");
            ApprovedClaims.feeds().rate("ISK", "2026-11-11", "0.0073").into(sandbox, "2");
            assertThat(sandbox.night("--date", "2026-11-11").out()).contains("12.35");

            assertThat(csv(sandbox, "2026-11-09", 1)).contains(",1235,ISK,12,ISK,0.0072,2026-11-01,0.09,");
            assertThat(csv(sandbox, "2026-11-11", 2)).contains(",1234.56,ISK,12.35,ISK,0.0073,2026-11-11,0.09,");
            assertThat(sandbox.run("rules", "explain", "C-2", "--date", "2026-11-11")
                            .out())
                    .contains("12.35 ISK");
            tellsEachAmountAsItWasPaid(sandbox);
            String payout = sandbox.out().resolve("payout").toString();
            assertThat(sandbox.run("payout", "verify", payout).status()).isZero();
            sandbox.nightly("chunk: 10");
            assertThat(sandbox.run("payout", "verify", payout).out())
                    .contains("the earningAmount is 12.35, expected was a plain number with the 0 decimals of ISK");
            tellsEachAmountAsItWasPaid(sandbox);
        }
    }

    private static void tellsEachAmountAsItWasPaid(Sandbox sandbox) {
        assertThat(sandbox.run("payout", "list", "--format", "csv").lines())
                .anySatisfy(line -> assertThat(line).contains("000001.csv").contains(",ISK,12,"))
                .anySatisfy(line -> assertThat(line).contains("000002.csv").contains(",ISK,12.35,"));
        assertThat(sandbox.run("claims", "show", "C-1", "--format", "json").out())
                .contains("\"amount\" : 12,");
    }

    private static String csv(Sandbox sandbox, String day, int sequence) {
        Path file = sandbox.out().resolve("payout/%s/payout-OSU-%s-%06d.csv".formatted(day, day, sequence));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
