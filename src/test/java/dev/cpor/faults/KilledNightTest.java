package dev.cpor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.generate.FeedGenerator;
import dev.cpor.generate.GeneratorOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nights, killed ten times in all, at every stage, each time to be gone on with by the next start; beside two nights that
 * nobody disturbed.
 */
@Tag("database")
class KilledNightTest {
    private static final String FIRST = "2026-10-30";
    private static final String SECOND = "2026-11-20";

    @TempDir
    private Path folder;

    @Test
    void killedTenTimesNightsEndAsIfNothingHadHappened() {
        long seed = Long.getLong("cpor.seed", 20261120L);
        System.out.printf("seed %d%n", seed);
        Random random = new Random(seed);
        Path feeds = folder.resolve("feeds");
        FeedGenerator.generate(new GeneratorOptions(
                800, random.nextInt(1000), LocalDate.parse("2026-09-21"), LocalDate.parse(SECOND), feeds));
        try (Sandbox calm = sandbox("calm", feeds);
                Sandbox killed = sandbox("killed", feeds);
                OpenDatabase calmDatabase = calm.open();
                OpenDatabase database = killed.open()) {
            assertThat(calm.run("nightly", "--date", FIRST).status()).isZero();
            assertThat(calm.run("nightly", "--date", SECOND).status()).isZero();
            Kills kills = new Kills(killed, database, calmDatabase, random);

            kills.during(FIRST, Moment.READING, Moment.READING, Moment.APPLYING, Moment.EVALUATING, Moment.EXTRACTING);
            kills.during(
                    SECOND, Moment.APPLYING, Moment.EVALUATING, Moment.EVALUATING, Moment.EXTRACTING, Moment.REPORTING);

            Outcome undisturbed = Outcome.of(calm, calmDatabase);
            Outcome outcome = Outcome.of(killed, database);
            assertThat(outcome.claims()).isEqualTo(undisturbed.claims());
            assertThat(outcome.histories()).isEqualTo(undisturbed.histories());
            assertThat(outcome.files()).isEqualTo(undisturbed.files());
            assertThat(outcome.counts()).isEqualTo(undisturbed.counts());
            assertThat(outcome.notices()).isEqualTo(undisturbed.notices());
            assertThat(outcome.files()).containsKey("payout/" + SECOND + "/control.json");
            assertThat(killed.run(
                                    "payout",
                                    "verify",
                                    killed.out().resolve("payout").toString())
                            .status())
                    .isZero();
            assertThat(database.rows("select number, business_date, status, starts from run order by number"))
                    .isEqualTo(List.of("1|" + FIRST + "|COMPLETED|6", "2|" + SECOND + "|COMPLETED|6"));
        }
    }

    private Sandbox sandbox(String name, Path feeds) {
        return new Sandbox(folder.resolve(name)).feeds(feeds).nightly("chunk: 50");
    }
}
