package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Lease.LeaseLost;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.Runs;
import dev.cpor.store.payout.Extracts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two nights at once, one of which was taken for dead while it gives earnings to extracts: a number of a sequence is given once,
 * by the one that holds the lease.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("database")
class SequenceTest {
    private static final Duration VALIDITY = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private OpenDatabase database;

    @SuppressWarnings("NullAway.Init")
    private Session first;

    @SuppressWarnings("NullAway.Init")
    private Session second;

    private String ruleset = "";
    private LocalDate date = LocalDate.of(2026, 11, 10);
    private long run;

    @BeforeAll
    void runANight(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        SmallInbox.of(4).writeTo(sandbox);
        assertThat(sandbox.night("--date", date.toString()).status()).isZero();
        database = sandbox.open();
        first = new Session(sandbox.beans());
        second = new Session(sandbox.beans());
        ruleset = database.rows("select ruleset from run").get(0);
    }

    /** As a night does before it gives its earnings to an extract. */
    @BeforeEach
    void leaveEarningsOfAnotherNight() {
        date = date.plusDays(1);
        run = first.beans.get(Runs.class).begin(date).number();
        first.beans.get(Runs.class).useRuleSet(run, ruleset);
        String columns = String.join(
                ", ",
                database.rows(
                        "select column_name from information_schema.columns where table_schema = database()"
                                + " and table_name = 'earning' and is_generated = 'NEVER' and column_name not in ('id', 'extract')"));
        String values = columns.replaceAll(
                        "\\bearning_id\\b", "concat(left(earning_id, length(earning_id) - 1), " + run + ")")
                .replaceAll("(?<=, )n(?=,)", String.valueOf(run))
                .replaceAll("\\brun\\b", String.valueOf(run))
                .replaceAll("\\b(business_date|usd_rate_date)\\b", "'" + date + "'");
        database.change("insert into earning (%s) select %s from earning where run = 1".formatted(columns, values));
    }

    @AfterAll
    void close() {
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
        assertThat(database.number("select count(*) from payout_extract where run = " + run))
                .isZero();
        second.assign(alive);

        assertThatTheNextNumberIsGivenOnce();
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

        second.assign(taking.join());

        assertThatTheNextNumberIsGivenOnce();
    }

    @Test
    void theOneThatGaveANumberAndWasTakenOverBeforeItCouldCommitTakesItBack() throws Exception {
        Night slow = first.take();
        CompletableFuture<Void> assigning;
        CompletableFuture<Void> assigningToo;
        try (AutoCloseable hold =
                database.hold("select * from earning where business_date = '%s' for update".formatted(date))) {
            assigning = CompletableFuture.runAsync(() -> first.assign(slow));
            await().atMost(LONGEST).until(() -> waits("update earning%"));
            Night alive = second.take();
            assigningToo = CompletableFuture.runAsync(() -> second.assign(alive));
            await().atMost(LONGEST).until(() -> waits("insert into payout_extract%"));
        }

        assertThatThrownBy(assigning::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(LeaseLost.class);
        assigningToo.join();
        assertThatTheNextNumberIsGivenOnce();
    }

    private void assertThatTheNextNumberIsGivenOnce() {
        List<String> numbers = database.rows("select sequence from payout_extract order by sequence");
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(database.rows(
                        "select max(sequence), max(business_date), count(*) from payout_extract where run = " + run))
                .containsExactly(numbers.size() + "|" + date + "|1");
        assertThat(database.number("select count(*) from earning join payout_extract extract on extract.id = extract"
                        + " where extract.run = " + run))
                .isEqualTo(4);
        assertThat(database.number("select count(*) from earning where extract is null"))
                .isZero();
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
            long token = lease.follow("another", lease.token(), VALIDITY).orElseThrow();
            return new Night(run, date, token);
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
