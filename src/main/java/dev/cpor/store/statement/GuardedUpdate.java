package dev.cpor.store.statement;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes many claims with one statement, which joins them by number and version: whoever was changed meanwhile is missed. */
public final class GuardedUpdate {
    private GuardedUpdate() {}

    /**
     * Runs the statement, unless there are no rows.
     *
     * @param sql an update of claims that takes the rows as its one parameter
     * @throws OptimisticLockingFailureException if somebody changed one of the claims since it was read
     */
    public static void run(JdbcTemplate jdbc, String sql, JsonRows rows) {
        if (rows.count() == 0) {
            return;
        }
        check(rows.count(), jdbc.update(sql, rows.finish()));
    }

    /**
     * Checks that no claim was missed.
     *
     * @param claims how many were to be changed
     * @param updated how many were
     * @throws OptimisticLockingFailureException if somebody changed one of the claims since it was read
     */
    public static void check(int claims, int updated) {
        if (updated != claims) {
            throw new OptimisticLockingFailureException(
                    "%d of %d claims were changed by somebody else since they were read."
                            .formatted(claims - updated, claims));
        }
    }
}
