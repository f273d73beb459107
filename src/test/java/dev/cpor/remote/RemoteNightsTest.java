package dev.cpor.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.faults.Feeds;
import dev.cpor.faults.Outcome;
import dev.cpor.faults.Started;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights that follow one another and share their evaluation with the same workers, each with another fault; beside the same
 * nights by themselves, in another database: whatever happens, they leave the same, byte for byte.
 */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemoteNightsTest {
    private static final int CLAIMS = 300;

    @TempDir
    static Path folder;

    private RemoteHouse house;
    private Sandbox alone;
    private OpenDatabase aloneDatabase;
    private Started one;
    private Started two;

    @BeforeAll
    void openTheHouse() {
        Path feeds = folder.resolve("feeds");
        Feeds.make(CLAIMS, feeds);
        alone = new Sandbox(folder.resolve("alone")).feeds(feeds);
        house = RemoteHouse.in(folder.resolve("house"), feeds);
        aloneDatabase = alone.open();
        one = house.worker("one");
        two = house.worker("two");
    }

    @AfterAll
    void closeTheHouse() {
        house.close();
        aloneDatabase.close();
        alone.close();
    }

    @Test
    @Order(1)
    void eachMessageComesTwice() {
        house.broker().doubling();

        house.ended(house.night("2026-10-12", "doubled"));

        assertThat(house.broker().copies()).isEqualTo(8);
        assertThat(house.broker().waiting()).isZero();
        assertThat(house.database()
                        .rows("select distinct concat(state, attempt) from remote_partition order by 1"))
                .isEqualTo(List.of("COMPLETED1"));
        assertThat(house.database().number("select count(distinct owner) from remote_partition"))
                .as("both workers took part")
                .isEqualTo(2);
        endsAsAlone("2026-10-12");
    }

    @Test
    @Order(2)
    void aWorkerIsKilled() {
        try (Started night = house.night("2026-10-20", "worker-killed")) {
            house.freezeAmidAPartition(two, night);
            assertThat(two.kill()).isTrue();

            assertThat(house.ended(night).err()).contains("Process %d of".formatted(two.pid()), "are offered again");
        }
        endsAsAlone("2026-10-20");
    }

    @Test
    @Order(3)
    void aFrozenWorkerThawsAfterItsWorkWasTakenOver() {
        try (Started other = house.worker("three");
                Started night = house.night("2026-10-28", "worker-frozen")) {
            house.freezeAmidAPartition(one, night);
            assertThat(house.ended(night).err()).contains("Process %d of".formatted(one.pid()), "are offered again");
            assertThat(other.errSoFar()).contains("attempt 2");
            endsAsAlone("2026-10-28");
            var tables = house.database().everything();

            one.thaw();

            assertThat(one.livesUntil(() -> one.errSoFar().contains("Somebody else has taken over")))
                    .isTrue();
            assertThat(house.database().everything()).isEqualTo(tables);
        }
    }

    @Test
    @Order(4)
    void theManagerIsKilledAndStartedAgain() {
        try (Started first = house.night("2026-11-05", "manager")) {
            LongSupplier decided = house.decided("2026-11-05");
            assertThat(first.livesUntil(() -> decided.getAsLong() > 5)).isTrue();
            assertThat(first.kill()).isTrue();
            assertThat(house.database().rows("select status, ended_at from run where business_date = '2026-11-05'"))
                    .as("killed amid its work")
                    .isEqualTo(List.of("RUNNING|null"));
        }
        try (Started again = house.night("2026-11-05", "manager-again")) {
            house.ended(again);
        }
        endsAsAlone("2026-11-05");
    }

    @Test
    @Order(5)
    void theBrokerIsStartedAgain() {
        try (Started night = house.night("2026-11-12", "broker")) {
            LongSupplier decided = house.decided("2026-11-12");
            assertThat(night.livesUntil(() -> decided.getAsLong() > 5)).isTrue();
            assertThat(house.broker().waiting()).as("messages that wait").isPositive();
            house.broker().stop();
            house.broker().start();
            house.ended(night);
        }
        assertThat(one.livesUntil(() -> one.errSoFar().contains("answers again."))).isTrue();
        assertThat(one.errSoFar()).containsOnlyOnce("does not answer").containsOnlyOnce("answers again");
        endsAsAlone("2026-11-12");
    }

    @Test
    @Order(6)
    void noWorkerIsLeft() {
        one.tell();
        Said told = one.said();
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.sentences()).last().isEqualTo("Has stopped; nothing is in hand.");
        house.broker().stop();

        try (Started night = house.night("2026-11-20", "alone")) {
            assertThat(house.ended(night).err()).contains("does not answer", "this night evaluates claims itself");
        }
        endsAsAlone("2026-11-20");
    }

    /** Runs the same night by itself, and compares. */
    private void endsAsAlone(String date) {
        Said said = alone.night("--date", date);
        assertThat(said.status()).as(said.err()).isZero();
        Outcome expected = Outcome.of(alone, aloneDatabase);
        Outcome outcome = Outcome.of(house.sandbox(), house.database());
        assertThat(outcome.claims()).isEqualTo(expected.claims());
        assertThat(outcome.histories()).isEqualTo(expected.histories());
        assertThat(outcome.files()).isEqualTo(expected.files());
        assertThat(outcome.counts()).isEqualTo(expected.counts());
        assertThat(outcome.notices()).isEqualTo(expected.notices());
        assertThat(outcome.files()).containsKey("payout/" + date + "/control.json");
    }
}
