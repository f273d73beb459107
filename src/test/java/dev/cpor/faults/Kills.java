package dev.cpor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.util.List;
import java.util.Random;

/** Starts a night again and again, and kills it each time when it has come to a moment drawn by lot. */
final class Kills {
    private final Sandbox sandbox;
    private final OpenDatabase database;
    private final OpenDatabase calm;
    private final Random random;

    /** @param calm the same nights, ended undisturbed: how far each stage goes */
    Kills(Sandbox sandbox, OpenDatabase database, OpenDatabase calm, Random random) {
        this.sandbox = sandbox;
        this.database = database;
        this.calm = calm;
        this.random = random;
    }

    /** Kills the night of a business date at these moments, one after the other, and lets it end then. */
    void during(String businessDate, Moment... moments) {
        for (int i = 0; i < moments.length; i++) {
            kill(businessDate, moments[i], businessDate + "-" + i);
        }
        try (Started last = Started.of(sandbox, businessDate + "-last", "nightly", "--date", businessDate)) {
            Said said = last.said();
            assertThat(said.status()).as(said.err()).isZero();
        }
    }

    private void kill(String businessDate, Moment moment, String name) {
        long before = moment.progress(database, businessDate);
        long whole = moment.progress(calm, businessDate);
        // Beyond the last kill, and not so late that the stage is over before the signal arrives.
        long until = before + 1 + (long) (random.nextDouble() * 0.7 * Math.max(0, whole - before));
        try (Started night = Started.of(sandbox, name, "nightly", "--date", businessDate)) {
            boolean struck = night.livesUntil(() -> moment.progress(database, businessDate) >= until) && night.kill();
            assertThat(struck)
                    .as(
                            "The night was alive when it had come to %d of %d, %s: %s",
                            until, whole, moment, night.errSoFar())
                    .isTrue();
        }
        assertThat(database.rows("select status, ended_at from run where business_date = '" + businessDate + "'"))
                .as("killed amid its work")
                .isEqualTo(List.of("RUNNING|null"));
        System.out.printf("killed while %s: %d of %d%n", moment, moment.progress(database, businessDate), whole);
    }
}
