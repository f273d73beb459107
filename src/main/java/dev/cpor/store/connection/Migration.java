package dev.cpor.store.connection;

import dev.cpor.domain.ClearFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables up to date, and what the runtime account may do with them. */
final class Migration {
    private static final NamedLock LOCK = new NamedLock("tables");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Migration() {}

    static void bring(Database database) {
        try (Connection connection = open(database)) {
            if (areCurrent(connection)) {
                return;
            }
            if (!database.migrates()) {
                throw new ClearFailure(
                        "The tables of the database are not those of this version of cpor; install the version that the nights use, or start a night with this one first, which brings them up to date.");
            }
            lock(connection);
            if (!areCurrent(connection)) {
                migrate(connection, database);
            }
        } catch (SQLException e) {
            String what = DatabaseFailure.firstLine(e.getMessage());
            boolean refused = e.getSQLState() != null && e.getSQLState().startsWith("28");
            throw new ClearFailure(
                    refused
                            ? "The database refused the user %s: %s; see CPOR_DB_USER and CPOR_DB_PASSWORD."
                                    .formatted(database.owner().user(), what)
                            : "The database cannot be used: %s; see that the server runs and that the JDBC URL given with --db is right."
                                    .formatted(what),
                    e);
        }
    }

    private static boolean areCurrent(Connection connection) {
        AppliedMigrations.Tables tables = AppliedMigrations.of(connection);
        if (tables == AppliedMigrations.Tables.NEWER) {
            throw new ClearFailure(
                    "The tables of the database are those of a newer version of cpor, or somebody has applied scripts of their own; install that version.");
        }
        return tables == AppliedMigrations.Tables.CURRENT;
    }

    /** Waits until nobody else changes the tables; the end of the connection sets it free. */
    private static void lock(Connection connection) throws SQLException {
        if (!LOCK.take(connection, PATIENCE)) {
            throw new ClearFailure(
                    "Another start of cpor has been bringing the tables of the database up to date for ten minutes; see what it does, and start again.");
        }
    }

    private static void migrate(Connection connection, Database database) throws SQLException {
        Flyway flyway = Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .validateOnMigrate(true)
                .baselineOnMigrate(false)
                .connectRetries(0)
                .cleanDisabled(false)
                .javaMigrations(new RuntimeRights(database))
                .load();
        try {
            if (BrokenMigrations.leftNothingOfUse(connection)) {
                flyway.clean();
            }
            BrokenMigrations.forget(connection);
            flyway.migrate();
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ClearFailure clear) {
                    throw clear;
                }
            }
            throw new ClearFailure(
                    "The tables of the database could not be brought up to date: %s; see that %s may create tables and triggers there, and that nobody changed them by hand."
                            .formatted(
                                    DatabaseFailure.message(e).orElse(DatabaseFailure.firstLine(e.getMessage())),
                                    database.owner().user()),
                    e);
        }
    }

    private static Connection open(Database database) throws SQLException {
        Properties properties = ConnectionOptions.defaults();
        properties.setProperty("user", database.owner().user());
        properties.setProperty("password", database.owner().password());
        return DriverManager.getConnection(database.url(), properties);
    }
}
