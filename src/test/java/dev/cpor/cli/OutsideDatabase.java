package dev.cpor.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A new database on a server that {@code CPOR_TEST_DB} names, such as {@code jdbc:mariadb://127.0.0.1:3306/}, where the user
 * {@code CPOR_DB_USER} may create one; dropped when it is closed.
 */
record OutsideDatabase(String url) implements AutoCloseable {
    private static final @Nullable String SERVER = System.getenv("CPOR_TEST_DB");

    /** Returns one, null where no server is named. */
    static @Nullable OutsideDatabase create() {
        if (SERVER == null) {
            return null;
        }
        String name = "cpor_test_" + ProcessHandle.current().pid() + "_" + Long.toString(System.nanoTime(), 36);
        execute(SERVER, "create database " + name);
        return new OutsideDatabase(SERVER + name);
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        url, System.getenv("CPOR_DB_USER"), System.getenv("CPOR_DB_PASSWORD"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        execute(url, "drop database " + url.substring(url.lastIndexOf('/') + 1));
    }
}
