package dev.cpor.bench;

import static org.awaitility.Awaitility.await;

import dev.cpor.server.Account;
import dev.cpor.server.EmbeddedServer;
import dev.cpor.store.connection.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The program's own MariaDB server with a buffer pool of 1 GiB, whatever the machine; all else is as for any night, redo
 * flushed at each commit included. Each measurement begins with a copy of the same data files: the same pages in the same
 * order, no old row versions that wait for purging, nothing unwritten, and in the buffer pool what was there before.
 */
final class BenchServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long BUFFER_POOL = 2048L * 1024 * 1024;

    private final Path data;
    private final Path prepared;
    private @Nullable EmbeddedServer server;

    /** @param folder for the server's data, which may be there from another run and is then deleted */
    BenchServer(Path folder) {
        this.data = folder.resolve("data");
        this.prepared = folder.resolve("prepared");
        delete(data.resolve("database"));
        delete(prepared);
        EmbeddedServer.join(data).close();
        letTheOwnerDoAll();
        start();
    }

    /** The program's accounts may not change settings or read and write files: only someone at the machine can let them. */
    private void letTheOwnerDoAll() {
        try (DirectoryStream<Path> programs = Files.newDirectoryStream(data, "server-*")) {
            Path program = programs.iterator().next().toAbsolutePath();
            Process process = new ProcessBuilder(
                            program.resolve("bin/mariadbd").toString(),
                            "--no-defaults",
                            "--basedir=" + program,
                            "--datadir=" + data.resolve("database").toAbsolutePath(),
                            "--bootstrap",
                            "--user=" + System.getProperty("user.name"))
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("grant.log").toFile())
                    .start();
            try (var statements = process.outputWriter()) {
                statements.write("flush privileges;\ngrant all on *.* to 'cpor_owner'@'127.0.0.1';\n");
            }
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("No rights could be granted; see " + data.resolve("grant.log") + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() {
        server = EmbeddedServer.join(data);
        try (Statements database = open()) {
            database.change("set global local_infile = 1");
            database.change("set global innodb_buffer_pool_dump_pct = 100");
            database.change("set global innodb_buffer_pool_size = " + BUFFER_POOL);
            waitUntil(() -> database.number("select @@global.innodb_buffer_pool_size") == BUFFER_POOL);
            // Another size ends what the server began to load when it started.
            database.change("set global innodb_buffer_pool_load_now = on");
            waitUntil(() ->
                    database.status("Innodb_buffer_pool_load_status").matches(".*(load completed|Cannot open).*"));
        }
    }

    private static void waitUntil(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    private void stop() {
        if (server != null) {
            server.close();
        }
        server = null;
    }

    /** Keeps what is in the tables under this name, for measurements to begin with. */
    void keep(String name) {
        stop();
        delete(prepared.resolve(name));
        copy(data.resolve("database"), prepared.resolve(name));
        start();
    }

    /** Brings back what was kept under this name. */
    void restore(String name) {
        stop();
        delete(data.resolve("database"));
        copy(prepared.resolve(name), data.resolve("database"));
        start();
    }

    /** Forgets what was kept under this name. */
    void forget(String name) {
        delete(prepared.resolve(name));
    }

    /** Returns how long processors have worked for the server and for this process. */
    Duration processors() {
        try {
            long pid = Long.parseLong(
                    Files.readString(data.resolve("database/mariadbd.pid")).strip());
            return Stream.of(ProcessHandle.of(pid).orElseThrow(), ProcessHandle.current())
                    .map(process -> process.info().totalCpuDuration().orElseThrow())
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the folder that {@code --data} names. */
    Path data() {
        return data;
    }

    /** Returns its JDBC URL, without any option. */
    String url() {
        return running().jdbcUrl().replaceAll("\\?.*", "");
    }

    /** Returns who may do everything. */
    Account owner() {
        return running().owner();
    }

    /** Returns it as the program is told of it. */
    Database asTheProgramSeesIt() {
        return new Database(
                running().jdbcUrl(),
                account(running().owner()),
                account(running().runtime()));
    }

    private static Database.Account account(Account account) {
        return new Database.Account(account.user(), account.password());
    }

    private EmbeddedServer running() {
        return Objects.requireNonNull(server, "The server has been stopped.");
    }

    /** Returns a connection of the owner that runs statements one by one. */
    Statements open() {
        return new Statements(connect(new Properties()));
    }

    /** Returns a connection of the owner with these options of the driver. */
    Connection connect(Properties options) {
        options.setProperty("user", owner().user());
        options.setProperty("password", owner().password());
        try {
            return DriverManager.getConnection(url(), options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies and waits until the disk has it all, so that no measurement pays for that. */
    private static void copy(Path from, Path to) {
        try {
            FileSystemUtils.copyRecursively(from, to);
            new ProcessBuilder("sync", "--file-system", to.toString())
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
