package dev.cpor.server;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The server of a data folder, to be found, started and stopped by the holder of the start lock. */
final class Server {
    private static final int ATTEMPTS = 3;

    /** How long a server that is being stopped by statement may take before it is also sent a signal. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final Accounts accounts;
    private final ServerProcesses processes;

    Server(DataFolder folder, Accounts accounts) {
        this.folder = folder;
        this.accounts = accounts;
        this.processes = new ServerProcesses(folder);
    }

    /** {@return the port of the server, which answers there, whether it ran already or was started now} */
    int ensureRunning() throws IOException {
        for (int attempt = 1; ; attempt++) {
            OptionalInt found = processes.any() ? join() : OptionalInt.empty();
            if (found.isPresent()) {
                return found.getAsInt();
            }
            Start start = new Start(attempt == 1 ? recordedPort() : OptionalInt.empty());
            if (Wait.until(Wait.START, start::isDecided) && start.answers) {
                return start.port;
            }
            start.giveUp();
            if (attempt == ATTEMPTS || !start.log.says("Address already in use")) {
                throw start.failure();
            }
        }
    }

    /** One that runs, starts or stops without us: the port when it answers, nothing when it has gone. */
    private OptionalInt join() throws IOException {
        OptionalInt port = recordedPort();
        if (port.isEmpty()) {
            // Who wanted to stop it was killed before it could say so, or it is stopping.
            processes.terminate();
        }
        boolean[] answers = {false};
        boolean decided = Wait.until(Wait.START, () -> {
            answers[0] = port.isPresent() && answers(port.getAsInt());
            return answers[0] || !processes.any();
        });
        if (!decided) {
            throw new ClearFailure(
                    "A server works in %s but does not answer%s: see %s, end that server, then try again."
                            .formatted(
                                    folder.root(),
                                    port.isPresent() ? " on port " + port.getAsInt() : "",
                                    folder.log()));
        }
        return answers[0] ? port : OptionalInt.empty();
    }

    private boolean answers(int port) {
        try (Connection connection = ServerAddress.connect(port, accounts.keeper())) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** One attempt to start it. The port is written down first: whoever comes after us finds it there if we are killed. */
    private final class Start {
        private final int port;
        private final ServerLog log;
        private final Process process;
        private boolean answers;

        Start(OptionalInt wanted) throws IOException {
            port = freePort(wanted);
            Durable.write(folder, folder.port(), port + "\n");
            log = ServerLog.open(folder);
            process = ServerCommand.run(folder, port, log);
        }

        boolean isDecided() throws IOException {
            answers = answers(port);
            return answers || (!process.isAlive() && !processes.any());
        }

        void giveUp() throws IOException {
            process.destroy();
            Files.deleteIfExists(folder.port());
        }

        ClearFailure failure() throws IOException {
            return new ClearFailure(
                    "The server in %s does not start; it said: %s. See %s, or name a database with --db."
                            .formatted(folder.root(), log.lastError(), folder.log()));
        }
    }

    /** Stops it and returns when it has gone. */
    void stop(Duration patienceWithClients) throws IOException {
        OptionalInt port = recordedPort();
        // From here on nobody joins it: see join().
        Files.deleteIfExists(folder.port());
        if (port.isEmpty() || !shutDown(port.getAsInt(), patienceWithClients)) {
            processes.terminate();
        }
        if (!Wait.until(PATIENCE, () -> !processes.any())) {
            processes.terminate();
            Wait.until(Wait.STOP, () -> !processes.any());
        }
    }

    private boolean shutDown(int port, Duration patienceWithClients) throws IOException {
        try (Connection connection = ServerAddress.connect(port, accounts.keeper());
                Statement statement = connection.createStatement()) {
            Wait.until(patienceWithClients, () -> isAlone(statement));
            statement.execute("SHUTDOWN");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean isAlone(Statement statement) {
        try (ResultSet row = statement.executeQuery("SHOW STATUS LIKE 'Threads_connected'")) {
            return !row.next() || row.getInt(2) <= 1;
        } catch (SQLException e) {
            return true;
        }
    }

    private OptionalInt recordedPort() throws IOException {
        if (!Files.exists(folder.port())) {
            return OptionalInt.empty();
        }
        String text = Files.readString(folder.port()).strip();
        return text.matches("[0-9]{1,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** The wanted one when nobody has it, so that clients of a server that crashed find the new one where the old one was. */
    private static int freePort(OptionalInt wanted) throws IOException {
        if (wanted.isPresent()) {
            Integer free = tryBind(wanted.getAsInt());
            if (free != null) {
                return free;
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ServerAddress.HOST))) {
            return socket.getLocalPort();
        }
    }

    private static @Nullable Integer tryBind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(ServerAddress.HOST, port), 1);
            return port;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
