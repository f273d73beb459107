package dev.cpor.store.night;

import dev.cpor.store.connection.NamedLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** A named lock on a connection of its own: it falls when its process does, whatever the lease says. */
public class NightLock {
    private static final NamedLock LOCK = new NamedLock("night");

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

        /**
         * Says whether the lock was taken and has not fallen with its connection. The server hears of the connection, which it
         * would otherwise end for its silence.
         */
        public boolean isHeld() {
            if (connection == null) {
                return false;
            }
            try (PreparedStatement ping = connection.prepareStatement("select 1")) {
                ping.execute();
                return true;
            } catch (SQLException e) {
                log("The lock of the night is lost; until it is taken again, the lease alone guards it.", e);
                return false;
            }
        }

        @Override
        public void close() {
            if (connection == null) {
                return;
            }
            try (connection) {
                LOCK.release(connection);
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
                if (LOCK.take(connection, Duration.ZERO)) {
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
            long holder = LOCK.holder(connection);
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

    private static void log(String what, SQLException e) {
        System.getLogger(NightLock.class.getName()).log(System.Logger.Level.DEBUG, what, e);
    }
}
