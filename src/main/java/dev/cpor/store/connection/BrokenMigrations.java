package dev.cpor.store.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * What a start leaves that is killed, or fails, while it brings the tables up to date: MariaDB takes back no statement that changes
 * tables. Flyway notes a script when it is over, so the next start would meet the tables of one that it knows nothing of.
 */
final class BrokenMigrations {
    /** Whatever the program does leaves a row in one of these. */
    private static final Set<String> FILLED_FIRST = Set.of("rule_set", "run", "feed_file");

    private static final String OTHER_THINGS = """
            select routine_name from information_schema.routines where routine_schema = database()
            union all select event_name from information_schema.events where event_schema = database()
            """;

    private BrokenMigrations() {}

    /**
     * Says whether the tables were not brought to their end and never used, and nothing else stands beside them: they can be
     * dropped and made anew.
     */
    static boolean leftNothingOfUse(Connection connection) throws SQLException {
        List<String> there = Strings.of(
                connection, "select lower(table_name) from information_schema.tables where table_schema = database()");
        if (!there.contains("flyway_schema_history")) {
            return false;
        }
        List<String> applied = Strings.of(connection, "select script from flyway_schema_history where success");
        if (applied.containsAll(AppliedMigrations.SCRIPTS) || applied.contains(RuntimeRights.class.getName())) {
            return false;
        }
        if (!AppliedMigrations.tables().containsAll(there)
                || !Strings.of(connection, OTHER_THINGS).isEmpty()) {
            return false;
        }
        for (String table : there) {
            if (FILLED_FIRST.contains(table)
                    && !Strings.of(connection, "select 1 from " + table + " limit 1")
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Forgets the scripts that failed: they are tried again. */
    static void forget(Connection connection) throws SQLException {
        if (Strings.of(connection, "show tables like 'flyway\\_schema\\_history'")
                .isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from flyway_schema_history where not success");
        }
    }
}
