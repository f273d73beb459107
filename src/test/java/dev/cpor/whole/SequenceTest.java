package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.store.Extracts;
import dev.cpor.store.Lease;
import dev.cpor.store.Lease.LeaseLost;
import dev.cpor.store.Night;
import dev.cpor.store.Runs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two nights at once, one of which was taken for dead while it gives earnings to extracts: a number of a sequence is given once,
 * by the one that holds the lease.
 */
@Tag("database")
class SequenceTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 11);
    private static final Duration VALIDITY = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private OpenDatabase database;

    @SuppressWarnings("NullAway.Init")
    private Session first;

    @SuppressWarnings("NullAway.Init")
    private Session second;

    private String ruleset = "";

    @BeforeEach
    void leavesEarningsThatAreInNoExtract() {
        sandbox = new Sandbox(temp);
        SmallInbox.of(4).writeTo(sandbox);
        assertThat(sandbox.night("--date", "2026-11-10").status()).isZero();
        database = sandbox.open();
        first = new Session(sandbox.beans());
        second = new Session(sandbox.beans());
        ruleset = database.rows("select ruleset from run").get(0);
        long run = first.beans.get(Runs.class).begin(DATE).number();
        first.beans.get(Runs.class).useRuleSet(run, ruleset);
        String columns = String.join(
                ", ",
                database.rows("select column_name from information_schema.columns where table_schema = database()"
                        + " and table_name = 'earning' and is_generated = 'NEVER' and column_name not in ('id', 'extract')"));
        String values = columns.replaceAll("\\bearning_id\\b", "concat(left(earning_id, length(earning_id) - 1), n + 1)")
                .replaceAll("(?<=, )n(?=,)", "n + 1")
                .replaceAll("\\brun\\b", String.valueOf(run))
                .replaceAll("\\b(business_date|usd_rate_date)\\b", "'" + DATE + "'");
        database.change("insert into earning (%s) select %s from earning".formatted(columns, values));
    }

    @AfterEach
    void closes() {
        second.beans.close();
        first.beans.close();
        database.close();
        sandbox.close();
    }

    @Test
    void theOneThatWasTakenOverGivesNone() {
        Night dead = first.take();
        Night alive = second.take();

        assertThatThrownBy(() -> first.assign(dead)).isInstanceOf(LeaseLost.class);
        assertThat(sequences()).containsExactly("1|2026-11-10");
        second.assign(alive);

        theNightEndsWithOneNumber(alive);
    }

    @Test
    void theOneThatTakesOverWaitsForNumbersThatAreBeingGiven() {
        Night slow = first.take();
        CompletableFuture<Night> taking = first.inTransaction(() -> {
            first.beans.get(Extracts.class).assign(slow, ruleset);
            CompletableFuture<Night> other = CompletableFuture.supplyAsync(second::take);
            await().during(Duration.ofMillis(300)).atMost(LONGEST).until(() -> !other.isDone());
            return other;
        });

        Night alive = taking.join();
        second.assign(alive);

        theNightEndsWithOneNumber(alive);
    }

    @Test
    void theOneThatGaveANumberAndWasTakenOverBeforeItCouldCommitTakesItBack() throws Exception {
        Night slow = first.take();
        CompletableFuture<Void> assigning;
        Night alive;
        CompletableFuture<Void> assigningToo;
        try (AutoCloseable hold = database.hold(
                "select * from earning where business_date = '%s' for update".formatted(DATE))) {
            assigning = CompletableFuture.runAsync(() -> first.assign(slow));
            await().atMost(LONGEST).until(() -> waits("update earning%"));
            alive = second.take();
            assigningToo = CompletableFuture.runAsync(() -> second.assign(alive));
            await().atMost(LONGEST).until(() -> waits("insert into payout_extract%"));
        }

        assertThatThrownBy(assigning::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(LeaseLost.class);
        assigningToo.join();
        theNightEndsWithOneNumber(alive);
    }

    private void theNightEndsWithOneNumber(Night alive) {
        assertThat(sequences()).containsExactly("1|2026-11-10", "2|2026-11-11");
        assertThat(database.number("select count(*) from earning where extract is null"))
                .isZero();
        second.beans.get(Lease.class).giveBack(alive.token());
        Said night = sandbox.night("--date", DATE.toString());
        assertThat(night.status()).as(night.err()).isZero();
        Said verified = sandbox.run(
                "payout", "verify", sandbox.out().resolve("payout").toString());
        assertThat(verified.status()).as(verified.out()).isZero();
        assertThat(sequences()).hasSize(2);
    }

    private List<String> sequences() {
        return database.rows("select sequence, business_date from payout_extract order by sequence");
    }

    /** Asked by the account that the nights have: another one does not see what they do. */
    private boolean waits(String statement) {
        return !second.beans
                .get(JdbcTemplate.class)
                .queryForList("select id from information_schema.processlist where info like ?", statement)
                .isEmpty();
    }

    /** One of the two nights. */
    private final class Session {
        private final Sandbox.Beans beans;

        private Session(Sandbox.Beans beans) {
            this.beans = beans;
        }

        /** Takes the lease, from whoever holds it. */
        private Night take() {
            Lease lease = beans.get(Lease.class);
            long token = lease.take("another", lease.token(), VALIDITY).orElseThrow();
            return new Night(2, DATE, token);
        }

        private void assign(Night night) {
            inTransaction(() -> {
                beans.get(Extracts.class).assign(night, ruleset);
                return night;
            });
        }

        private <T> T inTransaction(Supplier<T> act) {
            return beans.get(TransactionTemplate.class).execute(status -> act.get());
        }
    }
}
