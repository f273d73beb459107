package dev.cpor.store.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class BatchTest {
    private static final int ROWS = 1_000;
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    @TempDir
    private Path folder;

    /** To the driver a column is of another type where a null is bound as one, and a column of another type begins another packet. */
    @Test
    void sendsRowsWithNullsInOnePacket() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (long claim = 1; claim <= ROWS; claim++) {
            rows.add(new @Nullable Object[] {claim, 1, "A_KIND", "PARTNER", claim % 2 == 0 ? null : "A_REASON", DAY});
        }
        try (Sandbox sandbox = new Sandbox(folder);
                Sandbox.Beans beans = sandbox.beans()) {
            JdbcTemplate jdbc = beans.get(JdbcTemplate.class);
            Long statements = beans.get(TransactionTemplate.class).execute(status -> {
                long before = executed(jdbc);
                Batch.update(
                        jdbc,
                        "insert into notice (claim, version, kind, recipient, reason, queued_on) values (?, ?, ?, ?, ?, ?)",
                        rows);
                return executed(jdbc) - before;
            });

            assertThat(statements).isPositive().isLessThan(10);
            assertThat(jdbc.queryForObject("select count(*) from notice where reason is null", Integer.class))
                    .isEqualTo(ROWS / 2);
        }
    }

    private static long executed(JdbcTemplate jdbc) {
        Long statements = jdbc.queryForObject(
                "select sum(variable_value) from information_schema.session_status"
                        + " where variable_name in ('COM_STMT_EXECUTE', 'COM_STMT_BULK_EXECUTE', 'COM_INSERT')",
                Long.class);
        return statements == null ? 0 : statements;
    }
}
