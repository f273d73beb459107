package dev.cpor.bench;

import dev.cpor.store.connection.Database.Account;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the program in processes of its own, as a user does. */
record Commands(BenchServer server, Settings settings) {
    /**
     * Returns how long a command took, from its start to its end.
     *
     * @throws IllegalStateException if it did not end with status 0; it says what the command said
     */
    Duration run(List<String> words) throws IOException {
        return run(words, List.of("--data", server.data().toString()), Map.of());
    }

    /** Does the same as somebody on another machine would, with the database's address. */
    Duration runFromElsewhere(List<String> words) throws IOException {
        return run(words, List.of("--db", server.url()), login());
    }

    /** Returns what a process has to know that names the database's address. */
    Map<String, String> login() {
        Account owner = server.asTheProgramSeesIt().owner();
        return Map.of("CPOR_DB_USER", owner.user(), "CPOR_DB_PASSWORD", owner.password());
    }

    private Duration run(List<String> words, List<String> database, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(settings.command());
        command.addAll(words);
        command.addAll(database);
        command.addAll(List.of(
                "--inbox", settings.inbox().toString(), "--out", settings.out().toString()));
        File said = settings.folder().resolve("command.log").toFile();
        Stopwatch watch = new Stopwatch();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said);
        builder.environment().putAll(environment);
        Process process = builder.start();
        int status = process.onExit().join().exitValue();
        Duration took = watch.elapsed();
        if (status != 0) {
            throw new IllegalStateException(
                    "%s ended with %d: %s".formatted(command, status, Files.readString(said.toPath())));
        }
        return took;
    }
}
