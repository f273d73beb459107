package dev.cpor.store.connection;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction that leaves nothing behind, however long it takes. */
public class RolledBack {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    RolledBack(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Does it, and takes back every row that it wrote. */
    public void run(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            // It writes first and thinks afterwards: a silence between two statements is no sign of a frozen process
            // here.
            jdbc.execute(
                    "set @silence = @@session.idle_write_transaction_timeout, session idle_write_transaction_timeout = 0");
            try {
                work.run();
            } finally {
                jdbc.execute("set session idle_write_transaction_timeout = @silence");
            }
        });
    }
}
