package dev.cpor.server;

import static dev.cpor.server.ServerFixture.answers;
import static dev.cpor.server.ServerFixture.ask;
import static dev.cpor.server.ServerFixture.connect;
import static dev.cpor.server.ServerFixture.listeners;
import static dev.cpor.server.ServerFixture.port;
import static dev.cpor.server.ServerFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    static Path temp;

    private static Path folder = Path.of("");
    private static EmbeddedServer server;

    @BeforeAll
    static void joins() {
        folder = temp.resolve("data");
        server = EmbeddedServer.join(folder);
    }

    @AfterAll
    static void leaves() {
        String url = server.jdbcUrl();
        server.close();
        assertThat(answers(url)).isFalse();
    }

    @Test
    void letsTheOwnerMakeTablesAndTheRuntimeDoOnlyWhatItIsGranted() {
        run(server, "CREATE TABLE granted (id INT PRIMARY KEY)");
        run(server, "CREATE TABLE kept (id INT PRIMARY KEY)");
        run(server, "GRANT SELECT ON cpor.granted TO '" + server.runtime().user() + "'@'127.0.0.1'");

        assertThatThrownBy(() -> asRuntime("SELECT * FROM kept"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> asRuntime("INSERT INTO granted VALUES (1)")).hasMessageContaining("denied");
        assertThatThrownBy(() -> asRuntime("SHUTDOWN")).hasMessageContaining("denied");
        assertThatThrownBy(() -> run(server, "SELECT * FROM mysql.global_priv")).hasStackTraceContaining("denied");
    }

    private static void asRuntime(String sql) throws SQLException {
        try (var connection = connect(server, server.runtime());
                var statement = connection.createStatement()) {
            statement.execute("SELECT COUNT(*) FROM granted");
            statement.execute(sql);
        }
    }

    @Test
    void refusesAWrongPasswordAndEveryoneWhoIsNotKnown() {
        for (String user : new String[] {server.owner().user(), server.runtime().user(), "root", "", "mariadb.sys"}) {
            for (String password : new String[] {"", "wrong"}) {
                assertThatThrownBy(() -> connect(server, new Account(user, password)))
                        .as(user)
                        .isInstanceOf(SQLException.class)
                        .extracting(e -> ((SQLException) e).getSQLState())
                        .isIn("28000", "HY000");
            }
        }
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() {
        assertThat(listeners(port(folder))).containsExactly("0100007F");
    }

    @Test
    void tellsTextsApartByEveryCharacter() {
        run(server, "CREATE TABLE texts (id VARCHAR(200) PRIMARY KEY)");
        run(server, "CREATE TABLE other_texts (id VARCHAR(200) PRIMARY KEY) DEFAULT CHARSET = utf8mb4");
        run(server, "INSERT INTO texts VALUES ('a'), ('A'), ('a '), ('ä'), ('\uD83D\uDE80')");
        run(server, "INSERT INTO other_texts SELECT id FROM texts");

        assertThat(ask(server, "SELECT COUNT(*) FROM texts")).isEqualTo("5");
        assertThat(ask(server, "SELECT id FROM texts WHERE id = 'A'")).isEqualTo("A");
        assertThat(ask(server, "SELECT 'a' = 'A' OR 'a' = 'a '")).isEqualTo("0");
        assertThat(ask(server, "SELECT @@time_zone")).isEqualTo("+00:00");
    }

    @Test
    void keepsItsFolderAndItsPasswordsToItself() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("accounts"))))
                .isEqualTo("rw-------");
        assertThat(server.owner().toString()).doesNotContain(server.owner().password());
        assertThat(server.jdbcUrl()).doesNotContain(server.owner().password());
        assertThat(Files.readString(folder.resolve("server.log")))
                .doesNotContain(server.owner().password());
    }

    @Test
    void isSharedWithinOneProcessUntilTheLastOneLeaves() {
        EmbeddedServer second = EmbeddedServer.join(folder);
        assertThat(second.jdbcUrl()).isEqualTo(server.jdbcUrl());
        second.close();
        second.close();
        assertThat(answers(server.jdbcUrl())).isTrue();
    }

    @Test
    void isSharedWithOtherProcesses() {
        try (JoiningProcess other = JoiningProcess.join(folder)) {
            assertThat(other.url()).isEqualTo(server.jdbcUrl());
        }
        assertThat(answers(server.jdbcUrl())).isTrue();
    }
}
