package dev.cpor.bench;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * A night whose partitions one worker evaluates, brought to it by a broker, against the same night that evaluates them itself.
 * Worker and night are new processes each time, with as many threads; what count are the night's steps {@code chooseClaims} and
 * {@code evaluate}.
 */
final class RemoteOverhead {
    private static final long LEAST_CLAIMS = 200_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BenchServer server;
    private final Settings settings;
    private final Results results;
    private final Commands commands;
    private final Path jobs;
    private final long claims;

    RemoteOverhead(BenchServer server, Settings settings, Results results) {
        this.server = server;
        this.settings = settings;
        this.results = results;
        this.commands = new Commands(server, settings);
        this.jobs = settings.folder().resolve("jobs");
        this.claims = Math.max(LEAST_CLAIMS, settings.claims());
    }

    /** Measures it; begins with empty tables. */
    void measure() throws IOException {
        Mix mix = Mix.aFifthChanges(new Deadlines(Mix.DATE, CporProgram.calendar()));
        server.restore("empty");
        try (Statements database = server.open()) {
            new Population(database).write(mix, claims);
        }
        server.keep("remote");
        List<Double> local = new ArrayList<>();
        List<Double> remote = new ArrayList<>();
        try (BenchBroker broker = BenchBroker.in(settings.folder().resolve("broker"))) {
            writeJobs(broker);
            for (int round = 0; round < settings.rounds(); round++) {
                local.add(night(mix));
                remote.add(withAWorker(mix));
                System.out.printf(
                        "round %d  evaluated by the night itself %.2f s, by one worker %.2f s%n",
                        round + 1, local.get(round), remote.get(round));
            }
        }
        server.forget("remote");
        tell(Median.of(local), Median.of(remote));
    }

    /** The settings of everybody, and the broker. */
    private void writeJobs(BenchBroker broker) throws IOException {
        FileSystemUtils.deleteRecursively(jobs);
        FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
        Path nightly = jobs.resolve("nightly.yaml");
        String usual = Files.readString(nightly);
        String remote = usual.replace(
                "\n  broker: null\n", "\n  broker: { addresses: [ '%s' ] }\n".formatted(broker.address()));
        if (remote.equals(usual)) {
            throw new IllegalStateException("jobs/nightly.yaml has no line \"broker: null\" to put a broker into.");
        }
        Files.writeString(nightly, remote);
    }

    private double night(Mix mix, String... options) throws IOException {
        server.restore("remote");
        return evaluate(mix, options);
    }

    private double evaluate(Mix mix, String... options) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("nightly", "--date", Mix.DATE.toString(), "--skip-rule-tests", "--jobs", jobs.toString()));
        words.addAll(List.of(options));
        commands.runFromElsewhere(words);
        try (Statements database = server.open()) {
            long changed = database.number("select count(*) from history where run <> 0");
            long partitions = database.number("select count(*) from remote_partition where attempt > 0");
            if (changed != mix.changes(claims) || (partitions > 0) != (options.length > 0)) {
                throw new IllegalStateException(
                        "%s changed %d claims in %d remote partitions.".formatted(words, changed, partitions));
            }
        }
        return CporNight.secondsOfEvaluation(server, Mix.DATE);
    }

    private double withAWorker(Mix mix) throws IOException {
        server.restore("remote");
        Process worker = startWorker();
        try {
            return evaluate(mix, "--remote");
        } finally {
            worker.destroy();
            worker.onExit().join();
        }
    }

    private Process startWorker() throws IOException {
        List<String> command = new ArrayList<>(settings.command());
        command.addAll(List.of("worker", "--db", server.url(), "--jobs", jobs.toString()));
        File said = settings.folder().resolve("worker.log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said);
        builder.environment().putAll(commands.login());
        Process worker = builder.start();
        await().atMost(PATIENCE).until(() -> !worker.isAlive() || read(said).contains("Waits for partitions"));
        if (!worker.isAlive()) {
            throw new IllegalStateException("The worker ended: " + read(said));
        }
        return worker;
    }

    private static String read(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(double local, double remote) {
        Results.print(
                "One worker, %,d claims of which a fifth change".formatted(claims),
                List.of("Evaluated by", "Seconds"),
                List.of(
                        List.of("the night itself", "%.2f".formatted(local)),
                        List.of("one worker", "%.2f".formatted(remote))));
        results.ratio("remoteOverhead", remote / local - 1, "What a worker takes more, as a share", "0.10", false);
    }
}
