package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Nights that worked in another order than that of their runs are seen again in the order in which they worked. */
@Tag("database")
class ReplayOrderTest {
    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private OpenDatabase database;

    @BeforeEach
    void bringsFeeds() {
        sandbox = new Sandbox(folder);
        SmallInbox.of(10).writeTo(sandbox);
        database = sandbox.open();
    }

    @AfterEach
    void closes() {
        database.close();
        sandbox.close();
    }

    @Test
    void aBrakedNightHasItsPlaceWhereItWentOn() {
        sandbox.nightly("brake: { rejectedPercent: 50 }");
        assertThat(sandbox.night("--date", "2026-11-16").status()).isEqualTo(1);
        sandbox.nightly("chunk: 3");
        assertThat(sandbox.night("--date", "2026-11-17").status()).isZero();
        assertThat(sandbox.night("--approve", "1").status()).isZero();
        assertThat(database.rows("select business_date, status from run order by number"))
                .containsExactly("2026-11-16|COMPLETED", "2026-11-17|COMPLETED");

        assertThat(replayed("2026-11-17..2026-11-17")).isEqualTo(10);
        assertThat(replayed("2026-11-16..2026-11-16")).isZero();
        assertThat(replayed("2026-11-16..2026-11-17")).isEqualTo(10);
        assertThat(sandbox.run("rules", "explain", "CPOR-5", "--date", "2026-11-17")
                        .out())
                .contains("So the night decided\n  CPOR-5: rejected, NO_PARTNER_RESPONSE");
        assertThat(sandbox.run("rules", "explain", "CPOR-5", "--date", "2026-11-16")
                        .err())
                .contains("Claim CPOR-5 is not open in the night of 2026-11-16");
    }

    @Test
    void anIntakeAloneIsNoNight() {
        assertThat(sandbox.run("intake", "--date", "2026-11-17").status()).isZero();
        assertThat(sandbox.night("--date", "2026-11-16").status()).isZero();
        assertThat(sandbox.night("--date", "2026-11-17").status()).isZero();
        assertThat(database.rows("select business_date from run order by number"))
                .containsExactly("2026-11-17", "2026-11-16");

        assertThat(replayed("2026-11-16..2026-11-16")).isEqualTo(10);
        assertThat(replayed("2026-11-17..2026-11-17")).isZero();
        assertThat(sandbox.run("rules", "explain", "CPOR-5", "--date", "2026-11-16")
                        .out())
                .contains("CPOR-5: rejected, NO_PARTNER_RESPONSE");
    }

    @Test
    void whatIsKeptOfANightHasToTellItAsItWas() {
        assertThat(sandbox.night("--date", "2026-11-16").status()).isZero();
        database.change("update tally set amount = amount + 1 where topic = 'EVALUATED' limit 1");

        Said said = sandbox.run("rules", "simulate", "--with", sandbox.rules().toString(), "--date", "2026-11-16");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err())
                .contains("The night of run 1 evaluated 11 open claims, but what is kept of it tells of 10");
    }

    private long replayed(String nights) {
        Said said = sandbox.run(
                "rules", "simulate", "--with", sandbox.rules().toString(), "--nights", nights, "--format", "json");
        assertThat(said.status()).as(said.err()).isZero();
        return JsonMapper.shared().readTree(said.out()).get("claims").asLong();
    }
}
