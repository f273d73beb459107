package dev.cpor.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the program in processes of its own, as a user does. */
record Commands(BenchServer server, Settings settings) {
    /**
     * Returns how long a command took, from its start to its end.
     *
     * @throws IllegalStateException if it did not end with status 0; it says what the command said
     */
    Duration run(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(settings.command());
        command.addAll(words);
        command.addAll(List.of("--data", server.data().toString()));
        command.addAll(List.of(
                "--inbox",
                settings.inbox().toString(),
                "--out",
                settings.emptyOut().toString()));
        File said = settings.folder().resolve("command.log").toFile();
        Stopwatch watch = new Stopwatch();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        int status = process.onExit().join().exitValue();
        Duration took = watch.elapsed();
        if (status != 0) {
            throw new IllegalStateException(
                    "%s ended with %d: %s".formatted(command, status, Files.readString(said.toPath())));
        }
        return took;
    }
}
