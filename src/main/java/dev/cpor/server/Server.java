package dev.cpor.server;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalInt;

/** The server of a data folder, to be found, started and stopped by the holder of the start lock. */
final class Server {
    private static final int ATTEMPTS = 3;

    /** How long a server that is being stopped by statement may take before it is also sent a signal. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final Accounts accounts;
    private final ServerProcesses processes;
    private final ServerPort port;

    Server(DataFolder folder, Accounts accounts) {
        this.folder = folder;
        this.accounts = accounts;
        this.processes = new ServerProcesses(folder);
        this.port = new ServerPort(folder);
    }

    /** {@return the port of the server, which answers there, whether it ran already or was started now} */
    int ensureRunning() throws IOException {
        for (int attempt = 1; ; attempt++) {
            OptionalInt found = processes.any() ? join() : OptionalInt.empty();
            if (found.isPresent()) {
                return found.getAsInt();
            }
            Start start = new Start(attempt == 1 ? port.recorded() : OptionalInt.empty());
            if (Wait.until(Wait.START, start::isDecided) && start.answers) {
                return start.number;
            }
            start.giveUp();
            if (attempt == ATTEMPTS || !start.log.says("Address already in use")) {
                throw start.failure();
            }
        }
    }

    /** One that runs, starts or stops without us: the port when it answers, nothing when it has gone. */
    private OptionalInt join() throws IOException {
        OptionalInt known = port.recorded();
        if (known.isEmpty()) {
            // Who wanted to stop it was killed before it could say so, or it is stopping.
            processes.terminate();
        }
        boolean[] answers = {false};
        boolean decided = Wait.until(Wait.START, () -> {
            answers[0] = known.isPresent() && answers(known.getAsInt());
            return answers[0] || !processes.any();
        });
        if (!decided) {
            throw new ClearFailure(
                    "A server works in %s but does not answer%s: see %s, end that server, then try again."
                            .formatted(
                                    folder.root(),
                                    known.isPresent() ? " on port " + known.getAsInt() : "",
                                    folder.log()));
        }
        return answers[0] ? known : OptionalInt.empty();
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
        private final int number;
        private final ServerLog log;
        private final Process process;
        private boolean answers;

        Start(OptionalInt wanted) throws IOException {
            number = port.choose(wanted);
            log = ServerLog.open(folder);
            process = ServerCommand.run(folder, number, log);
        }

        boolean isDecided() throws IOException {
            answers = answers(number);
            return answers || (!process.isAlive() && !processes.any());
        }

        void giveUp() throws IOException {
            process.destroy();
            port.forget();
        }

        ClearFailure failure() throws IOException {
            return new ClearFailure(
                    "The server in %s does not start; it said: %s. See %s, or name a database with --db."
                            .formatted(folder.root(), log.reason(), folder.log()));
        }
    }

    /** Stops it and returns when it has gone. */
    void stop(Duration patienceWithClients) throws IOException {
        OptionalInt known = port.recorded();
        // From here on nobody joins it: see join().
        port.forget();
        if (known.isEmpty() || !shutDown(known.getAsInt(), patienceWithClients)) {
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
}
