package dev.cpor.store.decision;

import dev.cpor.decision.Decision;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Night;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the decisions of a page, and lets no single claim keep the others from being written: where the database refuses
 * what is to be written, the page is halved until the claim that causes it is alone, and that one is quarantined.
 */
public class PageWriting {
    /** What a trigger says with SIGNAL, when it gives no state of its own. */
    private static final String REFUSED_BY_TRIGGER = "45000";

    private final JdbcTemplate jdbc;
    private final DecisionWriting writing;

    PageWriting(JdbcTemplate jdbc, DecisionWriting writing) {
        this.jdbc = jdbc;
        this.writing = writing;
    }

    /**
     * Writes what {@link DecisionWriting} writes, in the caller's transaction.
     *
     * @param ruleset the fingerprint of the rule set that decided
     * @throws OptimisticLockingFailureException if somebody changed one of the claims since it was read
     * @throws Lease.LeaseLost if another night writes now
     * @throws DataAccessException if the database failed otherwise; the transaction is of no use then
     */
    public void write(Night night, String ruleset, List<Decision> decisions) {
        // A savepoint of the same name replaces the one before. It is set by hand: a deadlock has already undone the
        // whole transaction, and going back to a savepoint then would hide it behind another failure.
        jdbc.execute("savepoint before_page");
        try {
            writing.write(night, ruleset, decisions);
        } catch (DataAccessException e) {
            if (!isAboutData(e)) {
                throw e;
            }
            jdbc.execute("rollback to savepoint before_page");
            if (decisions.size() > 1) {
                int half = decisions.size() / 2;
                write(night, ruleset, decisions.subList(0, half));
                write(night, ruleset, decisions.subList(half, decisions.size()));
            } else {
                quarantine(night, ruleset, decisions.get(0), e);
            }
        }
    }

    private void quarantine(Night night, String ruleset, Decision decision, DataAccessException refusal) {
        if (decision instanceof Decision.Quarantined || decision instanceof Decision.Unchanged) {
            throw refusal;
        }
        List<String> rules = new DecisionRows(night.businessDate(), ruleset, List.of(decision))
                .history.stream()
                        .flatMap(row -> row.why() == null
                                ? Stream.empty()
                                : Stream.of(row.why().rule()))
                        .distinct()
                        .toList();
        String message =
                "What the night decided for the claim could not be written, so it is left as it was: the database says \"%s\"; correct the data or the rule that leads to it, the next night tries again."
                        .formatted(said(refusal));
        writing.write(night, ruleset, List.of(new Decision.Quarantined(decision.claim(), rules, message)));
    }

    /** Says whether the database refused what was to be written, rather than failed. */
    private static boolean isAboutData(DataAccessException failure) {
        SQLException sql = sql(failure);
        return failure instanceof DataIntegrityViolationException
                || (sql != null && REFUSED_BY_TRIGGER.equals(sql.getSQLState()));
    }

    private static String said(DataAccessException failure) {
        SQLException sql = sql(failure);
        String text = String.valueOf(sql == null ? failure.getMessage() : sql.getMessage());
        return text.lines().findFirst().orElse(text).replaceAll("\\(conn=\\d+\\) ", "");
    }

    private static @Nullable SQLException sql(DataAccessException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
