package dev.cpor.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The program as a user starts it, in a process of its own, on a small night, with the database running: from the command to the
 * moment in which the first claims are evaluated and written, and to its end; and a look at one claim.
 */
final class StartUp {
    private static final int CLAIMS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final BenchServer server;
    private final Settings settings;
    private final Results results;
    private final Commands commands;

    private record Round(Duration toFirstClaim, Duration night, Duration show) {}

    StartUp(BenchServer server, Settings settings, Results results) {
        this.server = server;
        this.settings = settings;
        this.results = results;
        this.commands = new Commands(server, settings);
    }

    /** Measures it; begins with empty tables. */
    void measure() throws IOException {
        server.restore("empty");
        try (Statements database = server.open()) {
            new Population(database).write(Mix.aFifthChanges(new Deadlines(Mix.DATE, CporProgram.calendar())), CLAIMS);
        }
        // As for any night but the first: its rules are compiled, and have passed their scenarios.
        commands.run(List.of("nightly", "--date", Mix.DATE.minusDays(1).toString()));
        server.keep("few");
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round <= settings.rounds(); round++) {
            server.restore("few");
            Round one = round();
            System.out.printf("%-8s start-up %s%n", round == 0 ? "warm-up" : "round " + round, one);
            if (round > 0) {
                rounds.add(one);
            } else {
                awaitClassArchive();
            }
        }
        server.forget("few");
        tell(rounds);
    }

    /** The first start after a build's first night archives its classes, beside its own work; where that fails, starts go without. */
    private static void awaitClassArchive() {
        try {
            await().atMost(PATIENCE).until(StartUp::classesAreArchived);
        } catch (ConditionTimeoutException e) {
            System.out.println("No class archive was made, so start-up is measured without one.");
        }
    }

    private static boolean classesAreArchived() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target"), 2)) {
            return files.anyMatch(file -> file.toString().matches("target/app-[^/]*/classes-[^/]*[.]jsa"));
        }
    }

    private Round round() throws IOException {
        LocalDateTime begin = LocalDateTime.now();
        Duration night = commands.run(List.of("nightly", "--full", "--date", Mix.DATE.toString()));
        LocalDateTime first;
        try (Statements database = server.open()) {
            first = database.rows("""
                            select min(end_time) from BATCH_STEP_EXECUTION
                             where step_name like 'evaluatePartition:%%' and start_time > '%s'
                            """.formatted(begin), row -> row.getObject(1, LocalDateTime.class))
                    .get(0);
        }
        return new Round(
                Duration.between(begin, first), night, commands.run(List.of("claims", "show", "CPOR-00000001")));
    }

    private void tell(List<Round> rounds) {
        double first = median(rounds, Round::toFirstClaim);
        double night = median(rounds, Round::night);
        double show = median(rounds, Round::show);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("secondsToFirstClaim", Results.rounded(first));
        figures.put("secondsOfNight", Results.rounded(night));
        figures.put("secondsOfClaimsShow", Results.rounded(show));
        results.figure("startUp", figures);
        Results.print(
                "Start-up, %,d claims".formatted(CLAIMS),
                List.of("", "Seconds"),
                List.of(
                        List.of("from command to first claim evaluated", "%.2f".formatted(first)),
                        List.of("the whole small night", "%.2f".formatted(night)),
                        List.of("claims show", "%.2f".formatted(show))));
        results.target("A command on a small night, in seconds", night, "5", false);
        results.target("claims show, in seconds", show, "3", false);
    }

    private static double median(List<Round> rounds, Function<Round, Duration> what) {
        return Median.of(rounds.stream()
                .mapToDouble(round -> Measured.seconds(what.apply(round)))
                .toArray());
    }
}
