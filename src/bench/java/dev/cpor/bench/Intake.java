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

    /** Measures it; begins with empty tables. */
    void measure() throws IOException {
        FileSystemUtils.deleteRecursively(feeds);
        FeedGenerator.generate(GeneratorOptions.of(settings.intakeClaims(), feeds));
        List<Map<String, Duration>> intakes = new ArrayList<>();
        List<Duration> loads = new ArrayList<>();
        long rows = 0;
        for (int round = 0; round <= settings.rounds(); round++) {
            server.restore("empty");
            Map<String, Duration> steps = take();
            server.restore("empty");
            BareLoad load = BareLoad.of(server, files());
            System.out.printf(
                    "%-8s intake %s, bare load %s%n", round == 0 ? "warm-up" : "round " + round, steps, load.took());
            if (round > 0) {
                intakes.add(steps);
                loads.add(load.took());
            }
            rows = load.rows();
        }
        tell(intakes, loads, rows);
    }

    private Map<String, Duration> take() {
        try (CporProgram program = CporProgram.on(server, feeds, settings.out())) {
            program.get(Nights.class).intake(GeneratorOptions.DEFAULT_TO);
        }
        return CporNight.steps(server, GeneratorOptions.DEFAULT_TO);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(feeds)) {
            return all.sorted().toList();
        }
    }

    private void tell(List<Map<String, Duration>> intakes, List<Duration> loads, long rows) {
        double load = Median.of(loads.stream().mapToDouble(Measured::seconds).toArray());
        double reading = median(intakes, "readFeeds");
        double turns = median(intakes, "takeTurns");
        double whole = Median.of(intakes.stream()
                .mapToDouble(steps ->
                        steps.values().stream().mapToDouble(Measured::seconds).sum())
                .toArray());
        Results.print(
                "Intake of %,d rows, of %,d claims".formatted(rows, settings.intakeClaims()),
                List.of("", "Seconds", "Rows/s"),
                List.of(
                        row("reading feeds", reading, rows),
                        row("applying events", turns, rows),
                        row("whole intake", whole, rows),
                        row("LOAD DATA LOCAL INFILE into bare tables", load, rows)));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("claims", settings.intakeClaims());
        figures.put("rows", rows);
        figures.put("readFeeds", Results.rounded(reading));
        figures.put("takeTurns", Results.rounded(turns));
        figures.put("intake", Results.rounded(whole));
        figures.put("bareLoad", Results.rounded(load));
        results.figure("intake", figures);
        results.ratio("intake", whole / load, "Intake, times as long as the bare load", "8", false);
    }

    private static List<String> row(String what, double seconds, long rows) {
        return List.of(what, "%.2f".formatted(seconds), "%,.0f".formatted(rows / seconds));
    }

    private static double median(List<Map<String, Duration>> intakes, String step) {
        return Median.of(intakes.stream()
                .mapToDouble(steps -> Measured.seconds(steps.getOrDefault(step, Duration.ZERO)))
                .toArray());
    }
}
