package dev.cpor.whole;

import dev.cpor.cli.Sandbox;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Ends the connection of one transaction with KILL, just before its first statement or just before its commit. */
final class ConnectionKiller implements TransactionExecutionListener {
    private final JdbcTemplate jdbc;
    private final AtomicInteger untilBegin = new AtomicInteger();
    private final AtomicInteger untilCommit = new AtomicInteger();
    private final AtomicInteger strikes = new AtomicInteger();

    private volatile boolean again;

    private ConnectionKiller(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static ConnectionKiller in(Sandbox.Beans beans) {
        ConnectionKiller killer = new ConnectionKiller(beans.get(JdbcTemplate.class));
        beans.get(JdbcTransactionManager.class).addListener(killer);
        return killer;
    }

    /** Lets so many transactions begin before one loses its connection. */
    ConnectionKiller atBegin(int transactions) {
        untilBegin.set(transactions + 1);
        return this;
    }

    /** Lets so many transactions commit before one loses its connection. */
    ConnectionKiller atCommit(int transactions) {
        untilCommit.set(transactions + 1);
        return this;
    }

    /** Lets so many transactions commit before every further one loses its connection. */
    ConnectionKiller everyCommitAfter(int transactions) {
        again = true;
        return atCommit(transactions);
    }

    /** Returns how many connections it has killed. */
    int strikes() {
        return strikes.get();
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @org.jspecify.annotations.Nullable Throwable failure) {
        if (untilBegin.decrementAndGet() == 0) {
            kill();
        }
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        int left = untilCommit.decrementAndGet();
        if (left == 0 || (again && left < 0)) {
            kill();
        }
    }

    private void kill() {
        strikes.incrementAndGet();
        try {
            jdbc.execute("kill connection_id()");
        } catch (DataAccessException e) {
            // The statement itself says that its connection was killed.
        }
    }
}
