package dev.cpor.store.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cpor.domain.ClearFailure;
import dev.cpor.server.Account;
import dev.cpor.server.EmbeddedServer;
import dev.cpor.store.connection.AppliedMigrations.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Most starts find the tables as they should be, and only then is Flyway left out. */
@Tag("database")
class AppliedMigrationsTest {
    @TempDir
    Path folder;

    @Test
    void recogniseWhatFlywayAppliedAndNothingElse() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.join(folder.resolve("data"));
                Connection connection = connect(server, server.owner())) {
            Database database = new Database(server.jdbcUrl(), account(server.owner()), account(server.runtime()));
            assertThat(AppliedMigrations.of(connection)).as("empty").isEqualTo(Tables.OTHERS);
            assertThatExceptionOfType(ClearFailure.class)
                    .isThrownBy(() ->
                            Migration.bring(new Database(database.url(), database.owner(), database.runtime(), false)))
                    .withMessageStartingWith("The tables of the database are not those of this version of cpor;");
            Migration.bring(database);
            assertThat(AppliedMigrations.of(connection)).as("all").isEqualTo(Tables.CURRENT);

            run(connection, "update flyway_schema_history set checksum = checksum + 1 where version = '2'");
            assertThat(AppliedMigrations.of(connection)).as("another text").isEqualTo(Tables.OTHERS);
            run(connection, "update flyway_schema_history set checksum = checksum - 1 where version = '2'");

            killedBeforeTheRights(connection, server);
            assertThat(AppliedMigrations.of(connection)).as("no rights").isEqualTo(Tables.OTHERS);
            Migration.bring(database);
            assertThat(AppliedMigrations.of(connection)).as("rights again").isEqualTo(Tables.CURRENT);
            try (Connection runtime = connect(server, server.runtime())) {
                run(runtime, "delete from notice");
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> run(runtime, "delete from history"))
                        .withMessageContaining("denied");
            }

            run(
                    connection,
                    "insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                            + " installed_by, execution_time, success)"
                            + " values (99, '99', 'more', 'SQL', 'V99__more.sql', 1, '', 1, true)");
            assertThatExceptionOfType(ClearFailure.class)
                    .isThrownBy(() -> Migration.bring(database))
                    .withMessageStartingWith("The tables of the database are those of a newer version of cpor");
            run(connection, "delete from flyway_schema_history where version in ('3', '99')");
            assertThat(AppliedMigrations.of(connection)).as("one less").isEqualTo(Tables.OTHERS);
        }
    }

    /** As a start leaves it that is killed between a new table and what may be done with it. */
    private static void killedBeforeTheRights(Connection connection, EmbeddedServer server) throws SQLException {
        run(
                connection,
                "revoke select, insert, update, delete on notice from '%s'@'127.0.0.1'"
                        .formatted(server.runtime().user()));
        run(connection, "delete from flyway_schema_history where version is null");
    }

    private static Connection connect(EmbeddedServer server, Account account) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), account.user(), account.password());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Database.Account account(Account account) {
        return new Database.Account(account.user(), account.password());
    }
}
