package dev.cpor.store.connection;

import java.sql.SQLException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a failure of the database that passes from one that comes back: whether it is worth going on at once. */
public final class PassingFailure {
    /** SQLSTATE class of connections that broke or could not be made. */
    private static final String CONNECTION = "08";

    /** SQLSTATE class of transactions that the database gave up, such as the victim of a deadlock. */
    private static final String ROLLBACK = "40";

    /** Somebody ended the statement or its connection with KILL. */
    private static final String KILLED = "70100";

    private PassingFailure() {}

    /**
     * Says whether the same work, begun anew in another transaction and on another connection, may well succeed: after a
     * deadlock, a lost connection, or a claim that somebody else changed meanwhile. Spring's own distinction is not enough, as
     * it takes a lost connection for one that is lost for good. A transaction that could not be begun or ended lost its
     * connection, too.
     */
    public static boolean is(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof TransientDataAccessException
                    || at instanceof RecoverableDataAccessException
                    || at instanceof TransactionException) {
                return true;
            }
            if (at instanceof SQLException sql && sql.getSQLState() != null && passes(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(String state) {
        return state.startsWith(CONNECTION) || state.startsWith(ROLLBACK) || state.equals(KILLED);
    }
}
