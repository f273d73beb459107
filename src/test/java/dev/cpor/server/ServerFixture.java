package dev.cpor.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What the tests of this package ask a server and its machine. */
final class ServerFixture {
    private ServerFixture() {}

    static Connection connect(EmbeddedServer server, Account account) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), account.user(), account.password());
    }

    static void run(EmbeddedServer server, String sql) {
        try (Connection connection = connect(server, server.owner());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static String ask(EmbeddedServer server, String sql) {
        try (Connection connection = connect(server, server.owner());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static boolean answers(String url) {
        Properties nobody = new Properties();
        nobody.setProperty("user", "nobody");
        try (Connection connection = DriverManager.getConnection(url, nobody)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return "28000".equals(e.getSQLState());
        }
    }

    static int port(Path folder) {
        try {
            return Integer.parseInt(Files.readString(folder.resolve("port")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProcessHandle process(Path folder) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("database/mariadbd.pid"))
                            .strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The local addresses, in hexadecimal, at which anything listens on this port. */
    static List<String> listeners(int port) {
        String suffix = ":%04X".formatted(port);
        return List.of("/proc/net/tcp", "/proc/net/tcp6").stream()
                .flatMap(ServerFixture::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals("0A"))
                .map(columns -> columns[1].substring(0, columns[1].length() - suffix.length()))
                .toList();
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.exists(Path.of(file)) ? Files.readAllLines(Path.of(file)).stream() : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
