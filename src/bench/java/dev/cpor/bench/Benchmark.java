package dev.cpor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the whole benchmark. */
public final class Benchmark {
    private Benchmark() {}

    /** @param args none; system properties say how large it is to be */
    public static void main(String[] args) throws IOException {
        System.setProperty("cpor.log.level", "OFF");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Path folder = Files.createDirectories(Path.of(System.getProperty("cpor.bench.folder", "target/bench")));
        long claims = Long.getLong("claims", 200_000);
        int rounds = Integer.getInteger("rounds", 3);
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Path out = folder.resolve("out");
        Deadlines deadlines = new Deadlines(Mix.DATE, Program.calendar());
        Ruleset ruleset = Ruleset.shipped();
        Mix mix = Mix.aFifthChanges(deadlines);
        try (BenchServer server = new BenchServer(folder)) {
            Program.on(server, inbox, out).close();
            try (Database database = server.open()) {
                new Population(database).write(mix, claims);
            }
            server.keep();
            Rounds all = new Rounds(server);
            all.run(
                    List.of(
                            new CporNight(Mix.DATE, inbox, out),
                            new Textbook(Mix.DATE, ruleset),
                            new SetBased(deadlines, ruleset, false),
                            new SetBased(deadlines, ruleset, true),
                            new BareFloor(Mix.DATE, ruleset, all::known, false),
                            new BareFloor(Mix.DATE, ruleset, all::known, true)),
                    rounds,
                    mix.changes(claims));
        }
    }
}
