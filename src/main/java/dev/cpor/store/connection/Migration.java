package dev.cpor.store.connection;

import dev.cpor.domain.ClearFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables up to date, and lets the runtime account do what it needs and no more. */
final class Migration {
    private static final Set<String> APPEND_ONLY = Set.of("history", "reinstatement");

    private Migration() {}

    static void bring(Database database) {
        if (isUpToDate(database)) {
            return;
        }
        if (!database.migrates()) {
            throw new ClearFailure(
                    "The tables of the database are not those of this version of cpor; install the version that the nights use, or start a night with this one first, which brings them up to date.");
        }
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(
                            database.url(),
                            database.owner().user(),
                            database.owner().password())
                    .validateOnMigrate(true)
                    .baselineOnMigrate(false)
                    .connectRetries(0)
                    .load();
            boolean changed = flyway.migrate().migrationsExecuted > 0;
            if (changed && database.hasRuntimeAccount()) {
                grant(database);
            }
        } catch (FlywayException e) {
            throw new ClearFailure(
                    "The tables of the database could not be brought up to date: %s; see that %s may create tables and triggers there, and that nobody changed them by hand."
                            .formatted(
                                    DatabaseFailure.firstLine(e.getMessage()),
                                    database.owner().user()),
                    e);
        } catch (SQLException e) {
            throw new ClearFailure(
                    "The account %s could not be granted what it needs: %s."
                            .formatted(database.runtime().user(), DatabaseFailure.firstLine(e.getMessage())),
                    e);
        }
    }

    /** @throws ClearFailure if the database cannot be reached */
    private static boolean isUpToDate(Database database) {
        try (Connection connection = open(database)) {
            return AppliedMigrations.areAll(connection);
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

    /** History can only be inserted and read; everything else is the program's to change. */
    private static void grant(Database database) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("""
                    select table_name, table_type from information_schema.tables
                     where table_schema = database() and table_name <> 'flyway_schema_history'
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                String rights = APPEND_ONLY.contains(table) ? "select, insert" : "select, insert, update, delete";
                statement.execute("grant %s on `%s` to '%s'@'127.0.0.1'"
                        .formatted(rights, table, database.runtime().user()));
            }
        }
    }
}
