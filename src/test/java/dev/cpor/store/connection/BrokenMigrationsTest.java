package dev.cpor.store.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cpor.domain.ClearFailure;
import dev.cpor.server.Account;
import dev.cpor.server.EmbeddedServer;
import dev.cpor.store.connection.AppliedMigrations.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start is killed, or fails, amid the scripts; the next one meets what it left. */
@Tag("database")
class BrokenMigrationsTest {
    private static final String USED =
            "insert into rule_set (fingerprint, first_used_at, content) values (repeat('a', 64), now(), '')";

    @TempDir
    static Path folder;

    private static EmbeddedServer server;
    private static Database database;
    private static Connection connection;

    /** Flyway makes this table before the first script. */
    private static String history;

    @BeforeAll
    static void starts() throws SQLException {
        server = EmbeddedServer.join(folder.resolve("data"));
        database = new Database(server.jdbcUrl(), account(server.owner()), account(server.runtime()));
        connection = DriverManager.getConnection(
                server.jdbcUrl(), server.owner().user(), server.owner().password());
        flyway("1").migrate();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show create table flyway_schema_history")) {
            row.next();
            history = row.getString(2);
        }
    }

    @AfterAll
    static void stops() throws SQLException {
        connection.close();
        server.close();
    }

    @BeforeEach
    void empties() {
        flyway("latest").clean();
    }

    @ParameterizedTest
    @CsvSource({"V1__claims.sql, 1", "V1__claims.sql, 9", "V2__spring_batch.sql, 3", "V11__due_by_query.sql, 2"})
    void areMadeAnewWhereTheDatabaseWasNeverUsed(String script, int statements) throws Exception {
        killAmid(script, statements);

        Migration.bring(database);

        assertThat(AppliedMigrations.of(connection)).isEqualTo(Tables.CURRENT);
    }

    @Test
    void loseNothingWhereTheDatabaseWasUsedOrHasTablesOfOthers() throws Exception {
        killAmid("V11__due_by_query.sql", 2);
        run("create table of_somebody_else (a int)");

        assertFails();
        run("drop table of_somebody_else");
        run("create procedure of_somebody_else() select 1");

        assertFails();
        run("drop procedure of_somebody_else");
        run(USED);

        assertFails();
        assertThat(number("select count(*) from rule_set")).isEqualTo(1);
    }

    private void assertFails() {
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> Migration.bring(database))
                .withMessageStartingWith("The tables of the database could not be brought up to date: ")
                .withMessageContaining("uplicate column");
    }

    @Test
    void areTriedAgainOnceWhatTheyFailedForIsThere() {
        Database withoutAccount =
                new Database(database.url(), database.owner(), new Database.Account("somebody_else", "secret"));
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> Migration.bring(withoutAccount))
                .withMessageStartingWith("The account somebody_else could not be granted what it needs: ");

        Migration.bring(database);

        assertThat(AppliedMigrations.of(connection)).isEqualTo(Tables.CURRENT);
    }

    /** Leaves what MariaDB has, and Flyway does not know of, when so many statements of a script were run. */
    private void killAmid(String script, int statements) throws SQLException, IOException {
        int before = AppliedMigrations.SCRIPTS.indexOf(script) - 1;
        if (before < 0) {
            run(history);
        } else {
            flyway(AppliedMigrations.SCRIPTS.get(before).replaceAll("^V|__.*", ""))
                    .migrate();
        }
        try (InputStream in = AppliedMigrations.class.getResourceAsStream("/db/migration/" + script)) {
            List<String> all = List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\n"));
            assertThat(all).hasSizeGreaterThanOrEqualTo(statements);
            for (String statement : all.subList(0, statements)) {
                run(statement);
            }
        }
        assertThat(number("select count(*) from flyway_schema_history where script = '" + script + "'"))
                .isZero();
    }

    private static Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .cleanDisabled(false)
                .target("latest".equals(target) ? MigrationVersion.LATEST : MigrationVersion.fromVersion(target))
                .load();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Database.Account account(Account account) {
        return new Database.Account(account.user(), account.password());
    }
}
