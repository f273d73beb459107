package dev.cpor.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Status;
import dev.cpor.store.statement.SessionStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class ClaimUpdateTest {
    private static final int CLAIMS = 1_200;

    @TempDir
    private Path folder;

    /** What MariaDB makes of a list of pairs depends on how many there are. */
    @Test
    void looksClaimsUpOneOrMany() {
        try (Sandbox sandbox = new Sandbox(folder).generated(CLAIMS)) {
            assertThat(sandbox.run("intake", "--date", "2026-11-20").status()).isZero();
            for (int count : new int[] {1, 2, 50}) {
                long read = sandbox.inside(beans -> beans.get(TransactionTemplate.class)
                        .execute(status -> rowsRead(beans.get(JdbcTemplate.class), count)));

                assertThat(read).as("rows read for %d claims", count).isLessThan(CLAIMS / 8);
            }
        }
    }

    private static long rowsRead(JdbcTemplate jdbc, int count) {
        ClaimUpdate update = new ClaimUpdate();
        List<Long> claims =
                jdbc.query("select id, version from claim where status = 'SUBMITTED' limit " + count, (row, number) -> {
                    update.add(
                            row.getLong(1),
                            row.getInt(2),
                            row.getInt(2) + 1,
                            Status.SUBMITTED,
                            null,
                            Consent.NONE,
                            Incentive.NOT_ASSESSED,
                            null,
                            List.of());
                    return row.getLong(1);
                });
        assertThat(claims).hasSize(count);
        long before = rowsRead(jdbc);
        update.run(jdbc);
        return rowsRead(jdbc) - before;
    }

    private static long rowsRead(JdbcTemplate jdbc) {
        return SessionStatus.sum(jdbc, "HANDLER_READ_NEXT", "HANDLER_READ_RND_NEXT");
    }
}
