package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.domain.ClearFailure;
import dev.cpor.generate.FeedGenerator;
import dev.cpor.generate.GeneratorOptions;
import dev.cpor.job.Nights;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The same rows end the same, however they are cut, ordered or interrupted: status, history and every byte for finance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("database")
class SameEndingTest {
    private static final int CLAIMS = 80;
    private static final List<LocalDate> NIGHTS =
            List.of(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 20));

    @TempDir
    static Path temp;

    private Path feeds = Path.of("");
    private Ending usual = new Ending(Map.of(), List.of(), Map.of());

    @BeforeAll
    void runAsUsual() {
        feeds = temp.resolve("feeds");
        FeedGenerator.generate(GeneratorOptions.of(CLAIMS, feeds));
        usual = ending("usual", feeds, 2000, 2);
        assertThat(usual.payout()).hasSizeGreaterThan(2 * NIGHTS.size());
        assertThat(usual.claims()).hasSize(CLAIMS + 1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 4", "7, 1", "7, 4", "2000, 4"})
    void comesOfAnyChunkAndPartitions(int chunk, int partitions) {
        usual.isHowEnds(ending("chunk-" + chunk + "-" + partitions, feeds, chunk, partitions));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void comesOfFeedsInAnotherOrderAndInOtherFiles(long seed) {
        Path shuffled = temp.resolve("shuffled-" + seed);
        ShuffledFeeds.of(feeds, seed).writeTo(shuffled);

        usual.isHowEnds(ending("order-" + seed, shuffled, 7, 2));
    }

    @Test
    void comesOfAnIntakeThatWasInterrupted() {
        try (Sandbox sandbox = sandbox("interrupted", feeds, 7, 2)) {
            for (LocalDate night : NIGHTS) {
                boolean interrupted = sandbox.inside(beans -> {
                    ConnectionKiller killer = ConnectionKiller.in(beans).everyCommitAfter(9);
                    try {
                        beans.get(Nights.class).intake(night);
                        return false;
                    } catch (ClearFailure | TransactionException | DataAccessException e) {
                        return killer.strikes() > 1;
                    }
                });
                assertThat(interrupted || !night.equals(NIGHTS.get(0))).isTrue();
                assertThat(sandbox.run("intake", "--date", night.toString()).status())
                        .isZero();
                assertThat(sandbox.run("nightly", "--date", night.toString()).status())
                        .isZero();
            }
            usual.isHowEnds(Ending.of(sandbox));
        }
    }

    private Ending ending(String name, Path inbox, int chunk, int partitions) {
        try (Sandbox sandbox = sandbox(name, inbox, chunk, partitions)) {
            sandbox.nights(NIGHTS, night -> {});
            return Ending.of(sandbox);
        }
    }

    private Sandbox sandbox(String name, Path inbox, int chunk, int partitions) {
        return new Sandbox(temp.resolve(name)).feeds(inbox).nightly("chunk: " + chunk, "partitions: " + partitions);
    }
}
