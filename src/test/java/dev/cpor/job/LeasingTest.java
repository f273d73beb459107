package dev.cpor.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cpor.cli.Sandbox;
import dev.cpor.store.night.NightLock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("database")
class LeasingTest {
    private static final String HOLDER =
            "select coalesce(is_used_lock(concat('cpor-night-', left(sha2(database(), 256), 32))), 0)";

    @TempDir
    private Path folder;

    /** Whoever found the lock free would believe that the night is dead. */
    @Test
    void takesTheLockAgainThatFellWithItsConnection() throws Exception {
        try (Sandbox sandbox = new Sandbox(folder).nightly("lease: { expiry: 4s, heartbeat: 1s }");
                Sandbox.Beans beans = sandbox.beans()) {
            JdbcTemplate jdbc = beans.get(JdbcTemplate.class);
            try (Leasing.Held held = beans.get(Leasing.class).take()) {
                long before = holder(jdbc);
                jdbc.execute("kill connection " + before);

                await().atMost(Duration.ofSeconds(20)).until(() -> holder(jdbc) != 0 && holder(jdbc) != before);
                try (NightLock.Handle another = beans.get(NightLock.class).tryTake()) {
                    assertThat(another.isHeld()).isFalse();
                }
                assertThat(held.token()).isPositive();
            }
            assertThat(holder(jdbc)).as("it is given back").isZero();
        }
    }

    private static long holder(JdbcTemplate jdbc) {
        Long holder = jdbc.queryForObject(HOLDER, Long.class);
        return holder == null ? 0 : holder;
    }
}
