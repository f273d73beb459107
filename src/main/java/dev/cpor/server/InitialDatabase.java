package dev.cpor.server;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The database of the first start: system tables, the accounts, and an empty {@code cpor}. */
final class InitialDatabase {
    private InitialDatabase() {}

    static void create(DataFolder folder, Accounts accounts) throws IOException {
        if (Files.isDirectory(folder.database())) {
            return;
        }
        Path unfinished = Durable.unfinishedFolder(folder);
        ServerLog log = ServerLog.open(folder);
        Process process = ServerCommand.initialise(folder, unfinished, log);
        boolean told = tell(process, statements(folder, accounts));
        // The pipe ends with this process, whatever happens to it, and then so does the server.
        int status = waitFor(process);
        if (!told || status != 0) {
            throw new ClearFailure(
                    "The new database in %s could not be made; the server said: %s. See %s, or name a database with --db."
                            .formatted(folder.root(), log.reason(), folder.log()));
        }
        Durable.force(unfinished);
        Durable.appear(folder, unfinished, folder.database());
    }

    private static String statements(DataFolder folder, Accounts accounts) throws IOException {
        return "CREATE DATABASE mysql;\nUSE mysql;\n"
                + Files.readString(folder.program().resolve(ServerProgram.SYSTEM_TABLES))
                + "\n"
                + accounts.statements();
    }

    private static boolean tell(Process process, String statements) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(statements.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            // It ended early; its log says why.
            return false;
        }
    }

    private static int waitFor(Process process) throws IOException {
        if (!Wait.until(Wait.START, () -> !process.isAlive())) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
