package dev.cpor.server;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How the server's program is called: inside the data folder, with relative names, and never with a secret. */
final class ServerCommand {
    private static final List<String> ALWAYS = List.of(
            // No option file of this machine may change anything.
            "--no-defaults",
            "--basedir=./server-" + ServerProgram.VERSION,
            "--skip-ssl",
            "--skip-log-bin",
            // Its own folder: a server deletes at its start what it takes for leftovers in this one, in /tmp those of
            // others.
            "--tmpdir=.",
            // Ids that differ in case or in blanks at the end differ.
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_nopad_bin");

    private static final List<String> RUNNING = List.of(
            "--datadir=./database",
            "--bind-address=" + ServerAddress.HOST,
            // No socket file: its path would have to be shorter than 108 characters, and nobody needs it.
            "--socket=",
            "--pid-file=mariadbd.pid",
            "--skip-name-resolve",
            "--local-infile=0",
            "--skip-symbolic-links",
            "--performance-schema=OFF",
            "--default-storage-engine=InnoDB",
            // A table that names utf8mb4 without a collation means the same one.
            "--character-set-collations=utf8mb4=utf8mb4_nopad_bin",
            // The same columns everywhere, whatever the zone of the machine.
            "--default-time-zone=+00:00",
            // Fits the writes of a night without a forced checkpoint. Its size costs a start nothing.
            "--innodb-log-file-size=256M",
            "--innodb-flush-log-at-trx-commit=1",
            // A client that is frozen inside a transaction keeps its row locks no longer than this (seconds).
            "--idle-transaction-timeout=60");

    private static final long MIB = 1024L * 1024;

    private static final List<String> INITIALISING =
            List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine=", "--max-allowed-packet=8M");

    private ServerCommand() {}

    /**
     * The server in a session of its own, so that Ctrl-C in the terminal of one user does not reach it. On a machine without
     * {@code setsid} it does: the server then stops cleanly under its users, and the next one to join starts it again.
     */
    static Process run(DataFolder folder, int port, ServerLog log) throws IOException {
        List<String> command = new ArrayList<>();
        for (Path setsid : List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"))) {
            if (command.isEmpty() && Files.isExecutable(setsid)) {
                command.add(setsid.toString());
            }
        }
        command.addAll(with(RUNNING));
        command.add("--port=" + port);
        command.add("--innodb-buffer-pool-size=" + bufferPool(memory()));
        return start(folder, command, log);
    }

    /** The server that makes a new database from the statements on its standard input, and ends. */
    static Process initialise(DataFolder folder, Path database, ServerLog log) throws IOException {
        List<String> command = with(INITIALISING);
        command.add("--datadir=./" + database.getFileName());
        return start(folder, command, log);
    }

    /**
     * A quarter of the machine's memory, between 256 MiB and 2 GiB: memory is taken only as it is used, and a GiB holds the
     * claims and the staged rows of a night of a million.
     */
    static long bufferPool(long memory) {
        return Math.max(256 * MIB, Math.min(2048 * MIB, memory / 4 / MIB * MIB));
    }

    /** The memory of the machine or of the container, in bytes. */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private static List<String> with(List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("./server-" + ServerProgram.VERSION + "/" + ServerProgram.EXECUTABLE);
        command.addAll(ALWAYS);
        command.addAll(options);
        if (Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0)) {
            command.add("--user=root");
        }
        return command;
    }

    private static Process start(DataFolder folder, List<String> command, ServerLog log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.target());
        // They would name another port, socket or folder.
        builder.environment().keySet().removeIf(name -> name.startsWith("MYSQL_") || name.startsWith("MARIADB_"));
        return builder.start();
    }
}
