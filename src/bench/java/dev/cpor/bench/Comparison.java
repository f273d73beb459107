package dev.cpor.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The program's evaluation against the textbook job, set-based SQL and the bare floor. */
final class Comparison {
    private final BenchServer server;
    private final Settings settings;
    private final Results results;

    Comparison(BenchServer server, Settings settings, Results results) {
        this.server = server;
        this.settings = settings;
        this.results = results;
    }

    /** Measures it; begins with empty tables. */
    void measure() throws IOException {
        Deadlines deadlines = new Deadlines(Mix.DATE, CporProgram.calendar());
        Ruleset ruleset = Ruleset.shipped();
        Mix mix = Mix.aFifthChanges(deadlines);
        server.restore("empty");
        try (Statements database = server.open()) {
            new Population(database).write(mix, settings.claims());
        }
        server.keep("claims");
        Rounds rounds = new Rounds(server, "claims");
        Contender cpor = new CporNight(Mix.DATE, settings.inbox(), settings.out());
        Contender textbook = new Textbook(Mix.DATE, ruleset);
        Contender setBased = new SetBased(deadlines, ruleset, false);
        Contender setBasedWithNotices = new SetBased(deadlines, ruleset, true);
        Contender floor = new BareFloor(Mix.DATE, ruleset, rounds::known, false);
        Contender floorWithNotices = new BareFloor(Mix.DATE, ruleset, rounds::known, true);
        List<Contender> all = List.of(cpor, textbook, setBased, setBasedWithNotices, floor, floorWithNotices);
        rounds.run(all, settings.rounds(), mix.changes(settings.claims()));
        tell(rounds, all);
        double seconds = rounds.median(cpor.name(), Measured::seconds);
        results.ratio(
                "textbook",
                rounds.median(textbook.name(), Measured::seconds) / seconds,
                "Times as fast as the textbook job",
                "12",
                true);
        results.ratio(
                "setBased",
                seconds / rounds.median(setBased.name(), Measured::seconds),
                "Times as long as set-based SQL",
                "1.25",
                false);
        results.ratio("setBasedWithNotices", seconds / rounds.median(setBasedWithNotices.name(), Measured::seconds));
        results.ratio("floor", seconds / rounds.median(floor.name(), Measured::seconds));
        results.ratio("floorWithNotices", seconds / rounds.median(floorWithNotices.name(), Measured::seconds));
        results.target("Heap peak, in MiB", rounds.median(cpor.name(), Measured::heapPeakMiB), "256", false);
        results.figure("heapPeakMiB", rounds.median(cpor.name(), Measured::heapPeakMiB));
        results.figure("heapKeptMiB", rounds.median(cpor.name(), Measured::heapKeptMiB));
    }

    private void tell(Rounds rounds, List<Contender> all) {
        List<List<String>> rows = new ArrayList<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Contender contender : all) {
            double seconds = rounds.median(contender.name(), Measured::seconds);
            Traffic traffic = rounds.of(contender.name()).get(0).traffic();
            rows.add(List.of(
                    contender.name(),
                    "%.2f".formatted(seconds),
                    "%.2f".formatted(rounds.median(contender.name(), run -> Measured.seconds(run.processors()))),
                    "%,.0f".formatted(settings.claims() / seconds),
                    perClaim(traffic.read()),
                    perClaim(traffic.written()),
                    perClaim(traffic.sent()),
                    perClaim(traffic.received()),
                    perClaim(traffic.redo()),
                    "%.0f".formatted(rounds.median(contender.name(), Measured::heapPeakMiB)),
                    stages(rounds.of(contender.name()))));
            figures.put(
                    contender.name(),
                    Map.of(
                            "seconds",
                            rounds.of(contender.name()).stream()
                                    .map(run -> Results.rounded(run.seconds()))
                                    .toList(),
                            "stages",
                            rounds.of(contender.name()).stream()
                                    .map(Measured::inSeconds)
                                    .toList(),
                            "processors",
                            rounds.of(contender.name()).stream()
                                    .map(run -> Results.rounded(Measured.seconds(run.processors())))
                                    .toList(),
                            "traffic",
                            traffic));
        }
        results.figure("evaluation", figures);
        Results.print(
                "%,d claims of which a fifth change, medians of %d rounds; rows, and bytes, per claim"
                        .formatted(settings.claims(), settings.rounds()),
                List.of(
                        "",
                        "Seconds",
                        "Of processors",
                        "Claims/s",
                        "Read",
                        "Written",
                        "To client",
                        "From client",
                        "Redo",
                        "Heap MiB",
                        "Stages, s"),
                rows);
    }

    private String perClaim(long count) {
        return "%.1f".formatted((double) count / settings.claims());
    }

    private static String stages(List<Measured> runs) {
        Map<String, List<Duration>> stages = new TreeMap<>();
        runs.forEach(
                run -> run.stages().forEach((stage, took) -> stages.computeIfAbsent(stage, first -> new ArrayList<>())
                        .add(took)));
        List<String> told = new ArrayList<>();
        stages.forEach((stage, took) -> told.add("%s %.2f"
                .formatted(
                        stage,
                        Median.of(took.stream().mapToDouble(Measured::seconds).toArray()))));
        return String.join(", ", told);
    }
}
