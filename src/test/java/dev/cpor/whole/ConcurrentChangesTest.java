package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cpor.cli.Sandbox;
import dev.cpor.job.NightOutcome;
import dev.cpor.job.Nights;
import dev.cpor.job.request.NightOptions;
import dev.cpor.store.claim.ClaimHistory;
import dev.cpor.store.connection.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else writes to the same claims while a page is between its reading and its writing. */
@Tag("database")
class ConcurrentChangesTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 10);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @BeforeEach
    void takeFeedsIn() {
        sandbox = new Sandbox(temp).nightly("partitions: 1");
        SmallInbox.of(6).writeTo(sandbox);
        assertThat(sandbox.run("intake", "--date", NIGHT.toString()).status()).isZero();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void areSeenAndTheClaimIsDecidedAgain() {
        whileTheNightWaits(
                List.of("update claim set version = version + 1 where claim_id = 'CPOR-6'", """
                        insert into history (claim, version, run, business_date, kind, status, consent, incentive)
                        select id, version, 1, '2026-11-10', 'COMMENTED', status, consent, incentive from claim
                         where claim_id = 'CPOR-6'
                        """), Connection::commit);

        Map<String, List<ClaimHistory.Entry>> histories = sandbox.histories();
        assertThat(histories.get("CPOR-6"))
                .extracting(ClaimHistory.Entry::kind)
                .endsWith("INFORMATION_REQUESTED", "COMMENTED", "REMINDED");
        endsAsIfNothingHadHappened(histories);
    }

    @Test
    void mayEvenBeADeadlock() {
        whileTheNightWaits(
                List.of(
                        // The database gives up the transaction that has changed less.
                        "insert into tally (run, topic, label, reason, amount) select 0, 'CHANGED', '', '', seq from seq_1_to_2000",
                        "update claim set claim_name = 'Other' where claim_id = 'CPOR-6'"),
                other -> {
                    try (Statement statement = other.createStatement()) {
                        // The night holds this claim and waits for the other one: it is the victim, or this would fail.
                        statement.execute("update claim set claim_name = 'Other' where claim_id = 'CPOR-1'");
                    }
                    other.rollback();
                });

        endsAsIfNothingHadHappened(sandbox.histories());
    }

    private static void endsAsIfNothingHadHappened(Map<String, List<ClaimHistory.Entry>> histories) {
        for (int number = 1; number <= 6; number++) {
            List<ClaimHistory.Entry> history = histories.getOrDefault("CPOR-" + number, List.of());
            assertThat(history)
                    .extracting(ClaimHistory.Entry::kind)
                    .endsWith(SmallInbox.isHandedOff(number) ? "HANDED_OFF" : "REMINDED")
                    .doesNotHaveDuplicates();
            assertThat(history.get(history.size() - 1).version()).isEqualTo(history.size());
        }
    }

    /** What somebody does when the night has come to wait for a row that he has changed. */
    private interface Then {
        void act(Connection other) throws SQLException;
    }

    private void whileTheNightWaits(List<String> first, Then then) {
        sandbox.inside(beans -> {
            try (Connection other = Owner.connect(beans)) {
                other.setAutoCommit(false);
                try (Statement statement = other.createStatement()) {
                    for (String sql : first) {
                        statement.execute(sql);
                    }
                }
                CompletableFuture<NightOutcome> night = CompletableFuture.supplyAsync(
                        () -> beans.get(Nights.class).run(NIGHT, NightOptions.NONE));
                await().atMost(Duration.ofSeconds(60)).until(() -> night.isDone() || waits(beans));
                then.act(other);
                assertThat(night.join()).isInstanceOf(NightOutcome.Completed.class);
                return night;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Says whether the night's update of claims has not come to its end for a second. */
    private static boolean waits(Sandbox.Beans beans) throws SQLException {
        Database database = beans.get(Database.class);
        try (Connection connection = DriverManager.getConnection(
                        database.url(),
                        database.runtime().user(),
                        database.runtime().password());
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "select 1 from information_schema.processlist where info like 'update claim%' and time_ms > 1000")) {
            return waiting.next();
        }
    }
}
