package dev.cpor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** A named lock on a connection of its own: it falls when its process does, whatever the lease says. */
public class NightLock {
    private static final String NAME = "concat('cpor-night-', left(sha2(database(), 256), 32))";

    private final DataSource dataSource;

    NightLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The lock, or the want of it. */
    public static final class Handle implements AutoCloseable {
        private final @Nullable Connection connection;

        private Handle(@Nullable Connection connection) {
            this.connection = connection;
        }

        /** Says whether the lock was taken. */
        public boolean isHeld() {
            return connection != null;
        }

        @Override
        public void close() {
            if (connection == null) {
                return;
            }
            try (connection;
                    PreparedStatement release = connection.prepareStatement("select release_lock(" + NAME + ")")) {
                release.execute();
            } catch (SQLException e) {
                // The connection is gone, and the lock with it.
                System.getLogger(NightLock.class.getName()).log(System.Logger.Level.DEBUG, "Lock released late.", e);
            }
        }
    }

    /** Takes the lock if nobody holds it; never waits. */
    public Handle tryTake() {
        try {
            Connection connection = dataSource.getConnection();
            try (PreparedStatement take = connection.prepareStatement("select get_lock(" + NAME + ", 0)");
                    ResultSet taken = take.executeQuery()) {
                if (taken.next() && taken.getInt(1) == 1) {
                    return new Handle(connection);
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return new Handle(null);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The lock of the night cannot be asked for.", e);
        }
    }
}
