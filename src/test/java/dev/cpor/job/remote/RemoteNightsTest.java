package dev.cpor.job.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.faults.Feeds;
import dev.cpor.faults.Outcome;
import dev.cpor.faults.Started;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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
 * Nights that follow one another and share their evaluation with the same workers, each with other faults; beside the same
 * nights by themselves, in another database: they leave the same, byte for byte.
 */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemoteNightsTest {
    private static final int CLAIMS = 300;
    private static final List<LocalDate> NIGHTS = Stream.of("2026-10-20", "2026-11-05", "2026-11-20")
            .map(LocalDate::parse)
            .toList();

    @TempDir
    static Path folder;

    private RemoteHouse house;
    private Started killed;
    private Started frozen;
    private Started steady;

    @BeforeAll
    void openTheHouse() {
        Path feeds = folder.resolve("feeds");
        Feeds.make(CLAIMS, feeds);
        house = RemoteHouse.in(folder.resolve("house"), feeds);
        List<Started> workers = house.workers("killed", "frozen", "steady");
        killed = workers.get(0);
        frozen = workers.get(1);
        steady = workers.get(2);
    }

    @AfterAll
    void closeTheHouse() {
        house.close();
    }

    @Test
    @Order(1)
    void eachMessageComesTwiceAWorkerIsKilledAndAnotherFrozenUntilItsWorkWasTakenOver() {
        house.broker().doubling();
        try (Started night = house.night("2026-10-20", "workers")) {
            house.freezeAmidAPartition(killed, night);
            assertThat(killed.kill()).isTrue();
            house.freezeAmidAPartition(frozen, night);

            assertThat(house.ended(night).err())
                    .contains(
                            "Process %d of".formatted(killed.pid()),
                            "Process %d of".formatted(frozen.pid()),
                            "given no sign of life for too long",
                            "are offered again");
        }
        assertThat(house.broker().copies()).as("messages that came twice").isGreaterThanOrEqualTo(10);
        assertThat(house.database()
                        .number("select count(*) from remote_partition where state = 'COMPLETED' and attempt = 2"))
                .isEqualTo(2);
        var tables = house.database().everything();

        frozen.thaw();

        assertThat(frozen.livesUntil(() -> frozen.errSoFar().contains("Somebody else has taken over")))
                .isTrue();
        Awaitility.await().until(() -> house.broker().waiting() == 0);
        assertThat(house.database().everything()).isEqualTo(tables);
    }

    @Test
    @Order(2)
    void theManagerIsKilledAndWhenItGoesOnAWorkerIsToldToStopAndTheBrokerIsStartedAgain() {
        LongSupplier decided = house.decided("2026-11-05");
        try (Started first = house.night("2026-11-05", "manager")) {
            assertThat(first.livesUntil(() -> decided.getAsLong() > 5)).isTrue();
            assertThat(first.kill()).isTrue();
            assertThat(house.database().rows("select status, ended_at from run where business_date = '2026-11-05'"))
                    .as("killed amid its work")
                    .isEqualTo(List.of("RUNNING|null"));
            // What it has offered would be done before the next one is there.
            steady.freeze();
            frozen.freeze();
        }
        try (Started again = house.night("2026-11-05", "manager-again")) {
            assertThat(again.livesUntil(() -> house.broker().waiting() > 2)).isTrue();
            frozen.thaw();
            house.freezeAmidAPartition(frozen, again);
            frozen.tell();
            frozen.thaw();
            steady.thaw();
            assertThat(again.livesUntil(() -> house.database()
                                    .number(
                                            "select count(*) from remote_partition where state = 'OPEN' and owner <> ''")
                            > 0))
                    .isTrue();
            assertThat(house.broker().waiting()).as("messages that wait").isPositive();
            house.broker().stop();
            house.broker().start();
            house.ended(again);
        }
        Said told = frozen.said();
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.err()).containsPattern("Gives claims .* back; somebody else goes on with it");
        assertThat(steady.livesUntil(() -> steady.errSoFar().contains("answers again.")))
                .isTrue();
        assertThat(steady.errSoFar()).containsOnlyOnce("does not answer").containsOnlyOnce("answers again");
    }

    @Test
    @Order(3)
    void noWorkerIsLeftAndTheBrokerIsAwayAndTheManagerIsFrozenUntilAnotherStartHasTakenOver() {
        steady.tell();
        Said told = steady.said();
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.sentences()).last().isEqualTo("Has stopped; nothing is in hand.");
        house.broker().stop();

        LongSupplier decided = house.decided("2026-11-20");
        try (Started first = house.night("2026-11-20", "frozen-manager")) {
            assertThat(first.livesUntil(() -> decided.getAsLong() > 5)).isTrue();
            first.freeze();
            try (Started night = house.night("2026-11-20", "alone")) {
                assertThat(house.ended(night).err()).contains("does not answer", "this night evaluates claims itself");
            }
            first.thaw();
            Said thawed = first.said();
            assertThat(thawed.status()).isEqualTo(1);
            assertThat(thawed.err()).contains("gave no sign of life for too long", "has taken over");
        }
    }

    /** Histories tell the night of each change, and files lie below its date, so that a difference shows which night it was. */
    @Test
    @Order(4)
    void allOfThemLeaveWhatNightsByThemselvesLeave() {
        try (Sandbox alone = new Sandbox(folder.resolve("alone")).feeds(folder.resolve("feeds"));
                OpenDatabase aloneDatabase = alone.open()) {
            alone.nights(NIGHTS, night -> {});
            Outcome expected = Outcome.of(alone, aloneDatabase);
            Outcome outcome = Outcome.of(house.sandbox(), house.database());
            assertThat(outcome.claims()).isEqualTo(expected.claims());
            assertThat(outcome.histories()).isEqualTo(expected.histories());
            assertThat(outcome.files()).isEqualTo(expected.files());
            assertThat(outcome.counts()).isEqualTo(expected.counts());
            assertThat(outcome.notices()).isEqualTo(expected.notices());
            assertThat(outcome.files().keySet())
                    .containsAll(NIGHTS.stream()
                            .map("payout/%s/control.json"::formatted)
                            .toList());
        }
    }
}
