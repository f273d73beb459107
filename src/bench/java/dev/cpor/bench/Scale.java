package dev.cpor.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a night stays as it is when there are more claims: time per claim, and the heap that it needs. */
final class Scale {
    private static final List<Long> CLAIMS = List.of(100_000L, 500_000L, 5_000_000L);

    private final BenchServer server;
    private final Settings settings;
    private final Results results;

    private record Size(long claims, double microseconds, double heapPeakMiB, double heapKeptMiB) {}

    Scale(BenchServer server, Settings settings, Results results) {
        this.server = server;
        this.settings = settings;
        this.results = results;
    }

    /** Measures it; begins with empty tables. */
    void measure() throws IOException {
        List<Size> sizes = new ArrayList<>();
        for (long claims : CLAIMS) {
            sizes.add(measure(claims));
        }
        Results.print(
                "Nights of any size, medians of %d rounds".formatted(settings.rounds()),
                List.of("Claims", "Microseconds per claim", "Heap peak MiB", "Left by collections MiB"),
                sizes.stream()
                        .map(size -> List.of(
                                "%,d".formatted(size.claims()),
                                "%.2f".formatted(size.microseconds()),
                                "%.0f".formatted(size.heapPeakMiB()),
                                "%.0f".formatted(size.heapKeptMiB())))
                        .toList());
        results.figure("scale", sizes.stream().map(Scale::figures).toList());
        Size small = sizes.get(0);
        Size middle = sizes.get(1);
        Size large = sizes.get(2);
        results.target(
                "Time per claim at 5 million, in times of that at 500,000",
                large.microseconds() / middle.microseconds(),
                "1.15",
                false);
        results.target("Heap peak at 5 million claims, in MiB", large.heapPeakMiB(), "256", false);
        results.target(
                "Heap left by collections at 5 million, in times of that at 100,000",
                large.heapKeptMiB() / small.heapKeptMiB(),
                "1.25",
                false);
    }

    private Size measure(long claims) throws IOException {
        Mix mix = Mix.aFifthChanges(new Deadlines(Mix.DATE, CporProgram.calendar()));
        server.restore("empty");
        try (Statements database = server.open()) {
            new Population(database).write(mix, claims);
        }
        server.keep("many");
        Rounds rounds = new Rounds(server, "many");
        Contender cpor = new CporNight(Mix.DATE, settings.inbox(), settings.out());
        rounds.run(List.of(cpor), settings.rounds(), mix.changes(claims));
        server.forget("many");
        return new Size(
                claims,
                rounds.median(cpor.name(), Measured::seconds) / claims * 1e6,
                rounds.median(cpor.name(), Measured::heapPeakMiB),
                rounds.median(cpor.name(), Measured::heapKeptMiB));
    }

    private static Map<String, Object> figures(Size size) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("claims", size.claims());
        figures.put("microsecondsPerClaim", Results.rounded(size.microseconds()));
        figures.put("heapPeakMiB", Results.rounded(size.heapPeakMiB()));
        figures.put("heapKeptMiB", Results.rounded(size.heapKeptMiB()));
        return figures;
    }
}
