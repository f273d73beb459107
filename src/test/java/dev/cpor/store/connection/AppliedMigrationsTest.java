package dev.cpor.store.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cpor.domain.ClearFailure;
import dev.cpor.server.Account;
import dev.cpor.server.EmbeddedServer;
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
                Connection connection = DriverManager.getConnection(
                        server.jdbcUrl(), server.owner().user(), server.owner().password())) {
            assertThat(AppliedMigrations.areAll(connection)).as("empty").isFalse();
            assertThatExceptionOfType(ClearFailure.class)
                    .isThrownBy(() -> Migration.bring(
                            new Database(server.jdbcUrl(), account(server.owner()), account(server.runtime()), false)))
                    .withMessageStartingWith("The tables of the database are not those of this version of cpor;");
            Migration.bring(new Database(server.jdbcUrl(), account(server.owner()), account(server.runtime())));
            assertThat(AppliedMigrations.areAll(connection)).as("all").isTrue();
            run(connection, "update flyway_schema_history set checksum = checksum + 1 where version = '2'");
            assertThat(AppliedMigrations.areAll(connection)).as("another text").isFalse();
            run(connection, "update flyway_schema_history set checksum = checksum - 1 where version = '2'");
            run(connection, "delete from flyway_schema_history where version = '3'");
            assertThat(AppliedMigrations.areAll(connection)).as("one less").isFalse();
        }
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
