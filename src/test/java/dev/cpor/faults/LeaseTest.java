package dev.cpor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.store.night.Lease;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** One night at a time, whatever becomes of its process. */
@Tag("database")
class LeaseTest {
    private static final String APPLIED = "select count(*) from history where rule_name is null";

    @TempDir
    private Path folder;

    @Test
    void aNightIsLeftAloneWhileItLivesAndFollowedAtOnceWhenItIsKilled() throws Exception {
        try (Sandbox sandbox = sandbox("lease:", "  expiry: 6s", "  heartbeat: 2s");
                OpenDatabase database = sandbox.open();
                Started first = night(sandbox, "first")) {
            assertThat(first.livesUntil(() -> database.number(APPLIED) > 5)).isTrue();

            try (AutoCloseable hold = database.hold("select * from tally for update")) {
                Said second = sandbox.run("nightly", "--date", Feeds.DATE);
                Said list = sandbox.run("claims", "list", "--format", "csv");

                assertThat(second.status()).isEqualTo(1);
                assertThat(second.sentences())
                        .last()
                        .asString()
                        .contains("A night is running: process %d of ".formatted(first.pid()));
                assertThat(list.status()).isZero();
                assertThat(list.lines()).hasSizeGreaterThan(1);
                assertThat(first.kill()).as("it lived all the while").isTrue();
            }
            try (Started third = night(sandbox, "third")) {
                Said said = third.said();
                assertThat(said.status()).as(said.err()).isZero();
                assertThat(said.err()).as("it need not wait").doesNotContain("sign of life");
            }
        }
    }

    @Test
    void aFrozenNightIsTakenOverAndWritesNothingMoreWhenItThaws() {
        try (Sandbox sandbox = sandbox("lease:", "  expiry: 4s", "  heartbeat: 1s");
                OpenDatabase database = sandbox.open();
                Started frozen = night(sandbox, "frozen")) {
            assertThat(frozen.livesUntil(() -> database.number(APPLIED) > 5)).isTrue();
            frozen.freeze();

            try (Started second = night(sandbox, "second")) {
                Said ended = second.said();
                assertThat(ended.status()).as(ended.err()).isZero();
            }
            Outcome outcome = Outcome.of(sandbox, database);
            var tables = database.everything();
            frozen.thaw();
            Said thawed = frozen.said();

            assertThat(thawed.status()).isEqualTo(1);
            assertThat(thawed.err().lines().toList())
                    .last()
                    .asString()
                    .contains("gave no sign of life for too long", "has taken over", "cpor runs list");
            assertThat(database.everything()).isEqualTo(tables);
            assertThat(Outcome.of(sandbox, database)).isEqualTo(outcome);
        }
    }

    /** A frozen worker may hold the row for longer than the lease is good for; then holder and successor wait for it together. */
    @Test
    void whoeverWaitedForTheLeaseDoesNotTakeItFromAHolderWhoHasJustRenewedIt() throws Exception {
        Duration validity = Duration.ofSeconds(2);
        try (Sandbox sandbox = new Sandbox(folder.resolve("box"));
                Sandbox.Beans beans = sandbox.beans();
                OpenDatabase database = sandbox.open()) {
            Lease lease = beans.get(Lease.class);
            long token = lease.take("the night", lease.token(), validity).orElseThrow();
            assertThat(lease.take("another", token, validity))
                    .as("while it is good")
                    .isEmpty();

            CompletableFuture<Boolean> renewed;
            CompletableFuture<Optional<Long>> taken;
            try (AutoCloseable frozen = database.hold("select * from night_lease lock in share mode")) {
                renewed = CompletableFuture.supplyAsync(() -> lease.renew(token, validity));
                Awaitility.await().until(() -> waiting(beans) == 1);
                Awaitility.await().until(() -> lease.holder().orElseThrow().hasExpired());
                taken = CompletableFuture.supplyAsync(() -> lease.take("another", token, validity));
                Awaitility.await().until(() -> waiting(beans) == 2);
            }
            assertThat(renewed.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(taken.get(10, TimeUnit.SECONDS)).isEmpty();
            assertThat(lease.follow("whoever knows that it is dead", token, validity))
                    .isPresent();
        }
    }

    private static int waiting(Sandbox.Beans beans) {
        return beans.get(JdbcTemplate.class)
                .queryForList("select id from information_schema.processlist where info like 'update night_lease%'")
                .size();
    }

    private static Started night(Sandbox sandbox, String name) {
        return Started.of(sandbox, name, "nightly", "--date", Feeds.DATE);
    }

    /** With pages so small that a night lasts. */
    private Sandbox sandbox(String... lease) {
        Path feeds = folder.resolve("feeds");
        Feeds.make(120, feeds);
        String[] settings = new String[lease.length + 1];
        settings[0] = "chunk: 3";
        System.arraycopy(lease, 0, settings, 1, lease.length);
        return new Sandbox(folder.resolve("box")).feeds(feeds).nightly(settings);
    }
}
