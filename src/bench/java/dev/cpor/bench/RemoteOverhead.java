package dev.cpor.bench;

import static org.awaitility.Awaitility.await;

import dev.cpor.job.remote.ManagerConfiguration;
import dev.cpor.job.remote.Worker;
import dev.cpor.job.remote.WorkerConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.util.FileSystemUtils;

/**
 * A night whose partitions one worker evaluates, brought to it by a broker, against the same night that evaluates them itself with
 * as many threads. All are in this process, so that either is as warm as the other; between them is nothing but the broker and the
 * database. What count are the night's steps {@code chooseClaims} and {@code evaluate}.
 */
final class RemoteOverhead {
    private static final long LEAST_CLAIMS = 200_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BenchServer server;
    private final Settings settings;
    private final Results results;
    private final Path jobs;
    private final long claims;

    RemoteOverhead(BenchServer server, Settings settings, Results results) {
        this.server = server;
        this.settings = settings;
        this.results = results;
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
            // The first round warms up.
            for (int round = 0; round <= settings.rounds(); round++) {
                // Neither always comes after the other.
                boolean first = round % 2 == 0;
                double before = first ? byTheNightItself(mix) : byOneWorker(mix);
                double after = first ? byOneWorker(mix) : byTheNightItself(mix);
                double itself = first ? before : after;
                double worker = first ? after : before;
                System.out.printf(
                        "round %d  evaluated by the night itself %.2f s, by one worker %.2f s%n",
                        round, itself, worker);
                if (round > 0) {
                    local.add(itself);
                    remote.add(worker);
                }
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

    private double byTheNightItself(Mix mix) throws IOException {
        server.restore("remote");
        try (CporProgram night = program()) {
            return evaluate(mix, night, false);
        }
    }

    private double byOneWorker(Mix mix) throws IOException {
        server.restore("remote");
        try (CporProgram works = program(WorkerConfiguration.class);
                CporProgram night = program(ManagerConfiguration.class)) {
            Worker worker = works.get(Worker.class);
            List<String> said = new CopyOnWriteArrayList<>();
            CompletableFuture<Void> working = CompletableFuture.runAsync(() -> worker.work(said::add));
            await().atMost(PATIENCE)
                    .until(() -> working.isDone()
                            || said.stream().anyMatch(note -> note.startsWith("Waits for partitions")));
            double seconds;
            try {
                seconds = evaluate(mix, night, true);
            } finally {
                worker.stop();
                working.join();
            }
            checkThatItEvaluatedAll(said);
            return seconds;
        }
    }

    private void checkThatItEvaluatedAll(List<String> said) {
        try (Statements database = server.open()) {
            long partitions = database.number("select count(*) from remote_partition");
            if (said.stream().filter(note -> note.startsWith("Has evaluated")).count() != partitions) {
                throw new IllegalStateException(
                        "The worker was to evaluate %d partitions, but says: %s".formatted(partitions, said));
            }
        }
    }

    private CporProgram program(Class<?>... wiring) throws IOException {
        return CporProgram.on(server, settings.inbox(), settings.emptyOut(), jobs, wiring);
    }

    private double evaluate(Mix mix, CporProgram night, boolean remote) {
        night.readRules();
        night.night(Mix.DATE, true);
        try (Statements database = server.open()) {
            long changed = database.number("select count(*) from history where run <> 0");
            long partitions = database.number("select count(*) from remote_partition where attempt > 0");
            if (changed != mix.changes(claims) || (partitions > 0) != remote) {
                throw new IllegalStateException("A night %s a worker changed %d claims in %d remote partitions."
                        .formatted(remote ? "with" : "without", changed, partitions));
            }
        }
        return CporNight.secondsOfEvaluation(server, Mix.DATE);
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
