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
        Mix mix = Mix.aFifthChanges(new Deadlines(Mix.DATE, CporProgram.calendar()));
        for (long claims : CLAIMS) {
            server.restore("empty");
            try (Statements database = server.open()) {
                new Population(database).write(mix, claims);
            }
            server.keep(name(claims));
        }
        List<Size> sizes = measure(mix);
        CLAIMS.forEach(claims -> server.forget(name(claims)));
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

    /** Each round has all sizes: the machine is not the same at all times. */
    private List<Size> measure(Mix mix) throws IOException {
        Contender cpor = new CporNight(Mix.DATE, settings.inbox(), settings.emptyOut());
        Map<Long, Rounds> nights = new LinkedHashMap<>();
        CLAIMS.forEach(claims -> nights.put(claims, new Rounds(server, name(claims))));
        for (int round = 0; round <= settings.rounds(); round++) {
            for (Map.Entry<Long, Rounds> night : nights.entrySet()) {
                night.getValue().round(round, List.of(cpor), mix.changes(night.getKey()));
            }
        }
        List<Size> sizes = new ArrayList<>();
        nights.forEach((claims, rounds) -> sizes.add(new Size(
                claims,
                rounds.median(cpor.name(), Measured::seconds) / claims * 1e6,
                rounds.median(cpor.name(), Measured::heapPeakMiB),
                rounds.median(cpor.name(), Measured::heapKeptMiB))));
        return sizes;
    }

    private static String name(long claims) {
        return "claims-" + claims;
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
