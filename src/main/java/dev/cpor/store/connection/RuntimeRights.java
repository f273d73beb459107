package dev.cpor.store.connection;

import dev.cpor.domain.ClearFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Lets the runtime account do what it needs and no more: history can only be inserted and read, everything else is the program's
 * to change. Repeated after each script that is new. Flyway notes it when it is done, so that a start that is killed between the
 * tables and the rights leaves them to the next one.
 */
record RuntimeRights(Database database) implements JavaMigration {
    /** Another one for other scripts. */
    static final int CHECKSUM = AppliedMigrations.SCRIPTS.hashCode();

    private static final Set<String> APPEND_ONLY = Set.of("history", "reinstatement");

    /** None: it is repeated. */
    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "rights of the runtime account";
    }

    @Override
    public Integer getChecksum() {
        return CHECKSUM;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) {
        if (!database.hasRuntimeAccount()) {
            return;
        }
        try {
            grant(context);
        } catch (SQLException e) {
            throw new ClearFailure(
                    "The account %s could not be granted what it needs: %s; see that it exists, and that %s may grant."
                            .formatted(
                                    database.runtime().user(),
                                    DatabaseFailure.firstLine(e.getMessage()),
                                    database.owner().user()),
                    e);
        }
    }

    private void grant(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (String table : Strings.of(connection, """
                    select table_name from information_schema.tables
                     where table_schema = database() and table_name <> 'flyway_schema_history'
                    """)) {
                String rights = APPEND_ONLY.contains(table) ? "select, insert" : "select, insert, update, delete";
                statement.execute("grant %s on `%s` to '%s'@'127.0.0.1'"
                        .formatted(rights, table, database.runtime().user()));
            }
        }
    }
}
