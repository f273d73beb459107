package dev.cpor.store.payout;

import dev.cpor.store.connection.NamedLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Lets one process at a time deliver files, so that none takes the unfinished file of another for a leftover: a named lock on
 * a connection of its own, which falls when its process does.
 */
public class DeliveryLock {
    private static final NamedLock LOCK = new NamedLock("delivery");

    private final DataSource dataSource;

    DeliveryLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Does something under the lock.
     *
     * @param wait how long to wait for whoever holds it
     * @return false when it was not done, because the lock was held all that time
     */
    public boolean hold(Duration wait, Runnable act) {
        try (Connection connection = dataSource.getConnection()) {
            if (!LOCK.take(connection, wait)) {
                return false;
            }
            try {
                act.run();
            } finally {
                release(connection);
            }
            return true;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The lock of the delivery cannot be asked for.", e);
        }
    }

    private static void release(Connection connection) {
        try {
            LOCK.release(connection);
        } catch (SQLException e) {
            System.getLogger(DeliveryLock.class.getName())
                    .log(System.Logger.Level.DEBUG, "The connection is gone, and the lock with it.", e);
        }
    }
}
