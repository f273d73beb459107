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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Claims are cut by some of them; each lies in one range, whichever these are. */
@Tag("database")
class OpenClaimsTest {
    private static final int CLAIMS = 2_000;
    private static final LocalDate DATE = LocalDate.parse("2026-11-20");

    @TempDir
    private Path folder;

    @Test
    void areCutIntoPartsOfAboutTheSameSize() {
        try (Sandbox sandbox = new Sandbox(folder).generated(CLAIMS)) {
            assertThat(sandbox.run("intake", "--date", DATE.toString()).status())
                    .isZero();
            sandbox.inside(beans -> {
                JdbcTemplate jdbc = beans.get(JdbcTemplate.class);
                List<Long> open = numbers(beans.get(OpenClaims.class), IdRange.ALL);
                assertThat(open).hasSizeGreaterThan(600);
                // By every claim, by every second or third one, and with a first look that shows hardly any.
                for (int most : new int[] {CLAIMS * 2, CLAIMS - 1, CLAIMS / 2, 20}) {
                    OpenClaims claims = new OpenClaims(jdbc, most);
                    assertCut(claims, claims.cut(2), open, most);
                    assertCut(claims, new DueClaims(jdbc, claims).cut(allThatIsOpen(), 2), open, most);
                }
                return true;
            });
        }
    }

    private static void assertCut(OpenClaims claims, Cut cut, List<Long> open, int most) {
        assertThat(cut.claims()).as("by %d claims", most).isBetween(open.size() * 4L / 5, open.size() * 6L / 5);
        assertThat(cut.ranges()).hasSize(2).allSatisfy(range -> assertThat(numbers(claims, range))
                .hasSizeBetween(open.size() * 2 / 5, open.size() * 3 / 5));
        assertThat(cut.ranges().stream().flatMap(range -> numbers(claims, range).stream()))
                .containsExactlyElementsOf(open);
    }

    private static List<Long> numbers(OpenClaims claims, IdRange range) {
        List<Long> numbers = new ArrayList<>();
        claims.eachPage(range, 1000, page -> page.stream().map(OpenClaim::id).forEach(numbers::add));
        return numbers;
    }

    /** None of which is on hold or in quarantine, or has a history row later than the last. */
    private static NightScope.Due allThatIsOpen() {
        return new NightScope.Due(
                1,
                DATE.minusDays(1),
                Long.MAX_VALUE,
                List.of(Status.SUBMITTED, Status.UNDER_REVIEW, Status.PARTNER_ACTION_REQUIRED, Status.APPROVED).stream()
                        .map(status -> new DueRange(DayCount.Since.STATUS, status, LocalDate.EPOCH, DATE))
                        .toList());
    }
}
