package dev.cpor.whole;

import static org.awaitility.Awaitility.await;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server as finance has it, which takes files of its clients: the sandbox's, where that one does. The program's own
 * takes none, so then it is another one of the same make, without accounts and with nothing in it.
 */
final class FinanceServer implements AutoCloseable {
    private final @Nullable Process process;
    private final OpenDatabase database;

    private FinanceServer(@Nullable Process process, OpenDatabase database) {
        this.process = process;
        this.database = database;
    }

    static FinanceServer of(Sandbox sandbox) throws IOException {
        OpenDatabase database = sandbox.open();
        if (database.number("select @@global.local_infile") == 1) {
            return new FinanceServer(null, database);
        }
        Path server = program(sandbox.data());
        database.close();
        return start(server, Files.createDirectories(sandbox.folder().resolve("finance")));
    }

    private static FinanceServer start(Path server, Path folder) throws IOException {
        int port = unusedPort();
        Process process = new ProcessBuilder(
                        server.resolve("bin/mariadbd").toString(),
                        "--no-defaults",
                        "--basedir=" + server,
                        "--datadir=" + folder,
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--socket=",
                        "--local-infile=1",
                        "--skip-grant-tables",
                        "--skip-innodb",
                        "--default-storage-engine=Aria",
                        "--skip-ssl",
                        "--skip-name-resolve",
                        "--user=" + System.getProperty("user.name"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        String url = "jdbc:mariadb://127.0.0.1:%d/".formatted(port);
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || answers(url));
            try (OpenDatabase empty = OpenDatabase.at(url, "finance", "")) {
                empty.change("create database finance");
            }
            return new FinanceServer(process, OpenDatabase.at(url + "finance", "finance", ""));
        } catch (RuntimeException e) {
            process.destroyForcibly().onExit().join();
            throw e;
        }
    }

    OpenDatabase database() {
        return database;
    }

    static Path program(Path data) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(data, "server-*")) {
            return folders.iterator().next().toAbsolutePath();
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(String url) {
        try {
            DriverManager.getConnection(url, "finance", "").close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        database.close();
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }
}
