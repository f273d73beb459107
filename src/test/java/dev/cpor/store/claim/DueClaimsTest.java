package dev.cpor.store.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.decision.DayCount;
import dev.cpor.decision.DueRange;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Status;
import dev.cpor.store.claim.OpenClaims.Cut;
import dev.cpor.store.claim.OpenClaims.IdRange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("database")
class DueClaimsTest {
    private static final int CLAIMS = 300;
    private static final LocalDate DATE = LocalDate.parse("2026-11-20");

    @TempDir
    private Path folder;

    /** No other test has so many due claims that their numbers are not held in memory all at once. */
    @Test
    void areTheSameHoweverManyNumbersAreHeldInMemory() {
        try (Sandbox sandbox = new Sandbox(folder).generated(CLAIMS)) {
            assertThat(sandbox.run("intake", "--date", DATE.toString()).status())
                    .isZero();
            sandbox.inside(beans -> {
                assertTheSame(beans.get(JdbcTemplate.class), beans.get(OpenClaims.class));
                return true;
            });
        }
    }

    private static void assertTheSame(JdbcTemplate jdbc, OpenClaims open) {
        NightScope.Due due = due(jdbc);
        DueClaims all = new DueClaims(jdbc, open);
        List<Long> found = all.find(due).orElseThrow();
        assertThat(found).hasSizeBetween(40, CLAIMS - 1).isSorted();
        for (int window : new int[] {1, 7, found.size(), found.size() + 1}) {
            DueClaims some = new DueClaims(jdbc, open, window);

            assertThat(some.find(due)).isEqualTo(window > found.size() ? Optional.of(found) : Optional.empty());
            Cut cut = some.cut(due, 3);
            assertThat(cut.claims()).isEqualTo(found.size());
            assertThat(cut.ranges()).hasSizeBetween(2, 3);
            assertThat(cut.ranges().stream().flatMap(range -> numbers(some.pages(due, range, 0, 10)).stream()))
                    .as("pages of windows of %d", window)
                    .containsExactlyElementsOf(numbers(all.pages(found, IdRange.ALL, 0, 1000)));
            LongPredicate check = some.check(due, IdRange.ALL, 0);
            assertThat(LongStream.rangeClosed(1, CLAIMS).filter(check).boxed()).containsExactlyElementsOf(found);
        }
    }

    /** Those of two statuses, and those to which something happened last. */
    private static NightScope.Due due(JdbcTemplate jdbc) {
        Long last = jdbc.queryForObject("select max(id) from history", Long.class);
        return new NightScope.Due(
                1,
                DATE.minusDays(1),
                (last == null ? 0 : last) - 50,
                List.of(
                        new DueRange(DayCount.Since.STATUS, Status.UNDER_REVIEW, LocalDate.EPOCH, DATE),
                        new DueRange(DayCount.Since.SUBMISSION, Status.SUBMITTED, LocalDate.EPOCH, DATE)));
    }

    private static List<Long> numbers(Supplier<List<OpenClaim>> pages) {
        List<Long> numbers = new ArrayList<>();
        for (List<OpenClaim> page = pages.get(); !page.isEmpty(); page = pages.get()) {
            page.forEach(claim -> numbers.add(claim.id()));
        }
        return numbers;
    }
}
