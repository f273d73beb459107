package dev.cpor.store.connection;

import dev.cpor.domain.ClearFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables up to date, and what the runtime account may do with them. */
final class Migration {
    private Migration() {}

    static void bring(Database database) {
        AppliedMigrations.Tables tables = tables(database);
        if (tables == AppliedMigrations.Tables.CURRENT) {
            return;
        }
        if (tables == AppliedMigrations.Tables.NEWER) {
            throw new ClearFailure(
                    "The tables of the database are those of a newer version of cpor, or somebody has applied scripts of their own; install that version.");
        }
        if (!database.migrates()) {
            throw new ClearFailure(
                    "The tables of the database are not those of this version of cpor; install the version that the nights use, or start a night with this one first, which brings them up to date.");
        }
        try {
            Flyway.configure()
                    .dataSource(
                            database.url(),
                            database.owner().user(),
                            database.owner().password())
                    .validateOnMigrate(true)
                    .baselineOnMigrate(false)
                    .connectRetries(0)
                    .javaMigrations(new RuntimeRights(database))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new ClearFailure(
                    "The tables of the database could not be brought up to date: %s; see that %s may create tables and triggers there, and that nobody changed them by hand."
                            .formatted(
                                    DatabaseFailure.firstLine(e.getMessage()),
                                    database.owner().user()),
                    e);
        }
    }

    /** @throws ClearFailure if the database cannot be reached */
    private static AppliedMigrations.Tables tables(Database database) {
        try (Connection connection = open(database)) {
            return AppliedMigrations.of(connection);
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

    private static Connection open(Database database) throws SQLException {
        Properties properties = ConnectionOptions.defaults();
        properties.setProperty("user", database.owner().user());
        properties.setProperty("password", database.owner().password());
        return DriverManager.getConnection(database.url(), properties);
    }
}
