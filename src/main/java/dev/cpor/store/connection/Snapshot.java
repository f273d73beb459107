package dev.cpor.store.connection;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads several things as they all stood at one moment, whatever a night writes meanwhile. */
public class Snapshot {
    private final TransactionTemplate transaction;

    Snapshot(JdbcTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setReadOnly(true);
    }

    /** Returns what is read; everything is read at the moment of the first query. */
    public <T> T read(Supplier<T> reading) {
        return Objects.requireNonNull(transaction.execute(status -> reading.get()));
    }
}
