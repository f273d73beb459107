package dev.cpor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A wrong night is undone, and the next one reverses what it paid; both are killed at their work and started again, beside the
 * same that nobody disturbed.
 */
@Tag("database")
class KilledCorrectionsTest {
    private static final String WRONG = "2026-11-19";
    private static final String PUT_BACK = "select count(*) from reinstatement";
    private static final String REVERSING =
            "select count(*) from BATCH_STEP_EXECUTION where STEP_NAME = 'reverseEarnings' and EXIT_CODE = 'EXECUTING'";
    private static final String REVERSED = "select count(*) from earning where reverses is not null";
    private static final String EARNED =
            "select earning_id, business_date, amount, reverses, reason_code, extract from earning order by earning_id";
    private static final String[] UNDO = {"claims", "reinstate", "--run", "1", "--reason", "It was wrong", "--yes"};

    @TempDir
    private Path folder;

    @Test
    void whatIsKilledAndStartedAgainEndsAsIfNothingHadHappened() throws Exception {
        Path feeds = folder.resolve("feeds");
        Feeds.make(60, feeds);
        try (Sandbox calm = new Sandbox(folder.resolve("calm")).feeds(feeds);
                Sandbox killed =
                        new Sandbox(folder.resolve("killed")).feeds(feeds).nightly("chunk: 2");
                OpenDatabase calmDatabase = calm.open();
                OpenDatabase holding = killed.open();
                OpenDatabase database = killed.open()) {
            for (Sandbox sandbox : List.of(calm, killed)) {
                ended(sandbox.night("--date", WRONG, "--skip-rule-tests"));
            }
            ended(calm.run(UNDO));
            ended(calm.night("--date", Feeds.DATE));

            List<String> decided =
                    database.rows("select claim from history where kind in ('REJECTED', 'HANDED_OFF') order by claim");
            assertThat(decided).hasSizeGreaterThan(6);
            try (AutoCloseable hold =
                            holding.hold("select * from claim where id = %s for update".formatted(decided.get(4)));
                    Started undoing = Started.of(killed, "undoing", UNDO)) {
                assertThat(undoing.livesUntil(() -> database.number(PUT_BACK) == 4))
                        .as(undoing.errSoFar())
                        .isTrue();
                Said second = killed.run(UNDO);
                assertThat(second.status()).isEqualTo(1);
                assertThat(second.sentences())
                        .last()
                        .asString()
                        .startsWith("A night is running: process %d of ".formatted(undoing.pid()));
                assertThat(undoing.kill()).isTrue();
            }
            assertThat(database.number(PUT_BACK)).as("pages are put back whole").isEqualTo(4);
            Said again = killed.run(UNDO);
            ended(again);
            assertThat(again.out()).contains("4 claims are put back before.\n");
            assertThat(database.number(PUT_BACK)).isEqualTo(decided.size());

            try (AutoCloseable hold = holding.hold("select * from earning for update")) {
                kill(killed, "reversing", () -> database.number(REVERSING) > 0);
            }
            assertThat(database.number(REVERSED)).isZero();
            kill(killed, "deciding", () -> database.number(REVERSED) > 0);
            ended(killed.night("--date", Feeds.DATE));

            assertThat(database.number(REVERSED)).isPositive();
            assertThat(database.rows(EARNED)).isEqualTo(calmDatabase.rows(EARNED));
            assertThat(Outcome.of(killed, database).claims())
                    .isEqualTo(Outcome.of(calm, calmDatabase).claims());
            assertThat(Outcome.of(killed, database).files())
                    .isEqualTo(Outcome.of(calm, calmDatabase).files());
            ended(killed.run("payout", "verify", killed.out().resolve("payout").toString()));
        }
    }

    private static void kill(Sandbox sandbox, String name, BooleanSupplier when) {
        try (Started night = Started.of(sandbox, name, "nightly", "--date", Feeds.DATE)) {
            assertThat(night.livesUntil(when) && night.kill())
                    .as("struck while %s: %s", name, night.errSoFar())
                    .isTrue();
        }
    }

    private static void ended(Said said) {
        assertThat(said.status()).as(said.out() + said.err()).isZero();
    }
}
