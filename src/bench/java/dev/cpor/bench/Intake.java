package dev.cpor.bench;

import dev.cpor.generate.FeedGenerator;
import dev.cpor.generate.GeneratorOptions;
import dev.cpor.job.Nights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The program's intake of generated feeds against {@code LOAD DATA LOCAL INFILE} of the same files into bare tables. */
final class Intake {
    private final BenchServer server;
    private final Settings settings;
    private final Results results;
    private final Path feeds;

    Intake(BenchServer server, Settings settings, Results results) {
        this.server = server;
        this.settings = settings;
        this.results = results;
        this.feeds = settings.folder().resolve("feeds");
    }

    /**
     * One of each.
     *
     * @param steps how long the steps of the intake took
     */
    private record Round(Took intake, Map<String, Duration> steps, BareLoad load) {
        private double seconds(String step) {
            return Measured.seconds(steps.getOrDefault(step, Duration.ZERO));
        }
    }

    /** Measures it; begins with empty tables. */
    void measure() throws IOException {
        FileSystemUtils.deleteRecursively(feeds);
        FeedGenerator.generate(GeneratorOptions.of(settings.intakeClaims(), feeds));
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round <= settings.rounds(); round++) {
            Round one = round();
            System.out.printf(
                    "%-8s intake %s %s, bare load %s%n",
                    round == 0 ? "warm-up" : "round " + round,
                    one.intake(),
                    one.steps(),
                    one.load().took());
            if (round > 0) {
                rounds.add(one);
            }
        }
        tell(rounds);
    }

    private Round round() throws IOException {
        server.restore("empty");
        Took intake;
        try (CporProgram program = CporProgram.on(server, feeds, settings.out())) {
            intake = Took.by(server, () -> program.get(Nights.class).intake(GeneratorOptions.DEFAULT_TO));
        }
        Map<String, Duration> steps = CporNight.steps(server, GeneratorOptions.DEFAULT_TO);
        server.restore("empty");
        return new Round(intake, steps, BareLoad.of(server, files()));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(feeds)) {
            return all.sorted().toList();
        }
    }

    private void tell(List<Round> rounds) {
        long rows = rounds.get(0).load().rows();
        double intake = Took.seconds(rounds, Round::intake);
        double load = Took.seconds(rounds, round -> round.load().took());
        Results.print(
                "Intake of %,d rows, of %,d claims".formatted(rows, settings.intakeClaims()),
                List.of("", "Seconds", "Of processors"),
                List.of(
                        Took.row("intake", rounds, Round::intake),
                        List.of("  of it reading feeds", "%.2f".formatted(median(rounds, "readFeeds")), ""),
                        List.of("  of it applying events", "%.2f".formatted(median(rounds, "takeTurns")), ""),
                        Took.row("LOAD DATA LOCAL INFILE into bare tables", rounds, round -> round.load()
                                .took())));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("claims", settings.intakeClaims());
        figures.put("rows", rows);
        figures.put("readFeeds", Results.rounded(median(rounds, "readFeeds")));
        figures.put("takeTurns", Results.rounded(median(rounds, "takeTurns")));
        figures.put("intake", Results.rounded(intake));
        figures.put("bareLoad", Results.rounded(load));
        results.figure("intake", figures);
        results.ratio("intake", intake / load, "Intake, times as long as the bare load", "8", false);
    }

    private static double median(List<Round> rounds, String step) {
        return Median.of(
                rounds.stream().mapToDouble(round -> round.seconds(step)).toArray());
    }
}
