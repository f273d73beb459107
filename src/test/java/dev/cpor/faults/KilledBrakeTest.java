package dev.cpor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that is killed while it looks ahead, braked, approved, and killed again while it writes. */
@Tag("database")
class KilledBrakeTest {
    private static final String LOOKING =
            "select count(*) from BATCH_STEP_EXECUTION where STEP_NAME = 'brake' and EXIT_CODE = 'EXECUTING'";

    @TempDir
    private Path folder;

    @Test
    void aBrakedNightThatIsKilledEndsAsIfNothingHadHappened() {
        Path feeds = folder.resolve("feeds");
        Feeds.make(400, feeds);
        try (Sandbox calm = new Sandbox(folder.resolve("calm")).feeds(feeds).nightly("chunk: 10");
                Sandbox sandbox = new Sandbox(folder.resolve("killed"))
                        .feeds(feeds)
                        .nightly("chunk: 10", "brake: { rejectedPercent: 0 }");
                OpenDatabase calmDatabase = calm.open();
                OpenDatabase database = sandbox.open()) {
            assertThat(calm.run("nightly", "--date", Feeds.DATE).status()).isZero();

            kill(sandbox, "looking", () -> database.number(LOOKING) > 0, "--date", Feeds.DATE);
            assertThat(database.rows("select status from run").get(0)).isEqualTo("RUNNING");
            Said braked = night(sandbox, "braked", "--date", Feeds.DATE);
            assertThat(braked.status()).isEqualTo(1);
            assertThat(braked.err()).contains("is braked before it writes a decision: it rejects ");
            assertThat(Moment.EVALUATING.progress(database, Feeds.DATE)).isZero();

            kill(sandbox, "writing", () -> Moment.EVALUATING.progress(database, Feeds.DATE) >= 20, "--approve", "1");
            Said last = night(sandbox, "last", "--date", Feeds.DATE);

            assertThat(last.status()).as(last.err()).isZero();
            assertThat(Outcome.of(sandbox, database)).isEqualTo(Outcome.of(calm, calmDatabase));
            assertThat(database.number("select count(*) from run where approved_at is not null"))
                    .isEqualTo(1);
        }
    }

    private static void kill(Sandbox sandbox, String name, java.util.function.BooleanSupplier when, String... options) {
        try (Started night = started(sandbox, name, options)) {
            assertThat(night.livesUntil(when) && night.kill())
                    .as("struck while %s: %s", name, night.errSoFar())
                    .isTrue();
        }
    }

    private static Said night(Sandbox sandbox, String name, String... options) {
        try (Started night = started(sandbox, name, options)) {
            return night.said();
        }
    }

    private static Started started(Sandbox sandbox, String name, String... options) {
        String[] words = new String[options.length + 1];
        words[0] = "nightly";
        System.arraycopy(options, 0, words, 1, options.length);
        return Started.of(sandbox, name, words);
    }
}
