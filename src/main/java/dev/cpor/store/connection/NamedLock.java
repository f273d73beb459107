package dev.cpor.store.connection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A lock of the server that is named after what it guards and the database: it falls with the connection that took it. */
public final class NamedLock {
    private final String name;

    /** @param what it guards, a word of lower-case letters */
    public NamedLock(String what) {
        this.name = "concat('cpor-%s-', left(sha2(database(), 256), 32))".formatted(what);
    }

    /**
     * Takes the lock for a connection.
     *
     * @param wait how long to wait for whoever holds it; in whole seconds, zero for not at all
     * @return false when it was held all that time
     */
    public boolean take(Connection connection, Duration wait) throws SQLException {
        return ask(connection, "select get_lock(%s, %d)".formatted(name, wait.toSeconds())) == 1;
    }

    /** Gives the lock back. */
    public void release(Connection connection) throws SQLException {
        ask(connection, "select release_lock(%s)".formatted(name));
    }

    /** Returns the number of the connection that holds the lock, 0 when none does. */
    public long holder(Connection connection) throws SQLException {
        return ask(connection, "select is_used_lock(%s)".formatted(name));
    }

    /** Returns 0 for null as well. */
    private static long ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
