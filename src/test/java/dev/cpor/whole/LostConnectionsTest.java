package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.generate.FeedGenerator;
import dev.cpor.generate.GeneratorOptions;
import dev.cpor.job.NightOutcome;
import dev.cpor.job.Nights;
import dev.cpor.job.request.NightOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A connection that is lost in the middle of a night costs a new start of its job, and nothing else. */
@Tag("database")
class LostConnectionsTest {
    private static final List<LocalDate> NIGHTS =
            LocalDate.of(2026, 11, 7).datesUntil(LocalDate.of(2026, 11, 21)).toList();
    private static final int TRANSACTIONS_OF_A_NIGHT = 40;

    private int startedAgain;

    @TempDir
    Path temp;

    /** With 6, one strikes where Spring Batch has noted a job and not yet that it is launched. */
    @ParameterizedTest
    @ValueSource(longs = {4, 6})
    void changeNothingWhereverTheyStrike(long usual) {
        long seed = Long.getLong("cpor.seed", usual);
        Random random = new Random(seed);
        FeedGenerator.generate(GeneratorOptions.of(150, temp.resolve("feeds")));
        try (Sandbox calm = new Sandbox(temp.resolve("calm"));
                Sandbox rough = new Sandbox(temp.resolve("rough"))) {
            calm.feeds(temp.resolve("feeds")).nightly("chunk: 20", "partitions: 2");
            calm.nights(NIGHTS, night -> {});
            rough.feeds(temp.resolve("feeds")).nightly("chunk: 20", "partitions: 2");
            int strikes = rough.inside(beans -> {
                ConnectionKiller killer = ConnectionKiller.in(beans);
                for (LocalDate night : NIGHTS) {
                    if (random.nextBoolean()) {
                        killer.atBegin(random.nextInt(TRANSACTIONS_OF_A_NIGHT));
                    } else {
                        killer.atCommit(random.nextInt(TRANSACTIONS_OF_A_NIGHT));
                    }
                    assertThat(run(beans.get(Nights.class), night))
                            .as("seed %d, night %s", seed, night)
                            .isInstanceOf(NightOutcome.Completed.class);
                }
                return killer.strikes();
            });

            assertThat(startedAgain).isLessThan(strikes / 2);
            assertThat(strikes).isGreaterThan(NIGHTS.size() / 2);
            Ending.of(calm).isHowEnds(Ending.of(rough));
        }
    }

    /** A connection that is lost before the job is launched, or after it, ends the command; the same command goes on. */
    private NightOutcome run(Nights nights, LocalDate night) {
        try {
            return nights.run(night, NightOptions.NONE);
        } catch (TransactionException | DataAccessException e) {
            startedAgain++;
            return nights.run(night, NightOptions.NONE);
        }
    }
}
