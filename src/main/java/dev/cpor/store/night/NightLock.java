package dev.cpor.store.night;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

        /** Lets the server hear of the connection, which it would otherwise end for its silence. */
        public void keepAlive() {
            if (connection != null) {
                try (PreparedStatement ping = connection.prepareStatement("select 1")) {
                    ping.execute();
                } catch (SQLException e) {
                    log("The lock of the night is lost; the lease alone guards it.", e);
                }
            }
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
                log("The connection is gone, and the lock with it.", e);
            }
        }
    }

    /** Takes the lock if nobody holds it; never waits. */
    public Handle tryTake() {
        try {
            Connection connection = dataSource.getConnection();
            try {
                if (ask(connection, "select get_lock(" + NAME + ", 0)") == 1) {
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

    /**
     * Takes the lock from a frozen process whose lease has been taken already. Otherwise it would fall when that process wakes
     * up, and a third start would believe the lease to be that of a dead one.
     */
    public Handle seize() {
        try (Connection connection = dataSource.getConnection()) {
            long holder = ask(connection, "select coalesce(is_used_lock(" + NAME + "), 0)");
            if (holder != 0) {
                try (Statement kill = connection.createStatement()) {
                    kill.execute("kill connection " + holder);
                }
            }
        } catch (SQLException e) {
            // It may have ended meanwhile, or belong to another account; the lease guards this night all the same.
            log("The lock of a night that is taken over could not be freed.", e);
        }
        return tryTake();
    }

    private static long ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void log(String what, SQLException e) {
        System.getLogger(NightLock.class.getName()).log(System.Logger.Level.DEBUG, what, e);
    }
}
