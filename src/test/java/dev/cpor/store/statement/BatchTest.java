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

    /**
     * To the driver a column is of another type where a null is bound as one, and a column of another type than in the first row of a
     * packet begins another packet: rows that have their nulls in different columns would go one by one.
     */
    @Test
    void sendsRowsWithDifferentNullsInFewPackets() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (long claim = 1; claim <= ROWS; claim++) {
            boolean told = claim % 2 == 0;
            rows.add(new @Nullable Object[] {
                claim, 1, 1, DAY, "A_KIND", told ? "someone" : null, told ? null : "A rule", told ? null : "a rule set"
            });
        }
        try (Sandbox sandbox = new Sandbox(folder);
                Sandbox.Beans beans = sandbox.beans()) {
            JdbcTemplate jdbc = beans.get(JdbcTemplate.class);
            Long statements = beans.get(TransactionTemplate.class).execute(status -> {
                jdbc.execute("set foreign_key_checks = 0");
                long before = executed(jdbc);
                Batch.update(
                        jdbc,
                        "insert into history (claim, version, run, business_date, kind, actor, rule_name, ruleset, status, consent, incentive)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, 'SUBMITTED', 'NONE', 'NOT_ASSESSED')",
                        rows);
                return executed(jdbc) - before;
            });

            assertThat(statements).isPositive().isLessThan(10);
            assertThat(jdbc.queryForObject(
                            "select count(*) from history where actor is null and rule_name = 'A rule'", Integer.class))
                    .isEqualTo(ROWS / 2);
        }
    }

    private static long executed(JdbcTemplate jdbc) {
        return SessionStatus.sum(jdbc, "COM_STMT_EXECUTE", "COM_STMT_BULK_EXECUTE", "COM_INSERT");
    }
}
