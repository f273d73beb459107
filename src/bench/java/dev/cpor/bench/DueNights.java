package dev.cpor.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A night that loads only what is due against one that sweeps all open claims, a million of them at least. Each follows the night
 * of the day before, which swept; what count are its steps {@code chooseClaims} and {@code evaluate}.
 */
final class DueNights {
    private static final long LEAST_CLAIMS = 1_000_000;

    private final BenchServer server;
    private final Settings settings;
    private final Results results;
    private final long claims;

    DueNights(BenchServer server, Settings settings, Results results) {
        this.server = server;
        this.settings = settings;
        this.results = results;
        this.claims = Math.max(LEAST_CLAIMS, settings.claims());
    }

    /** Measures it; begins with empty tables. */
    void measure() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        double none = measure(Mix.noneDue(), "none", rows);
        double onePercent = measure(Mix.onePercentDue(), "1 percent", rows);
        Results.print(
                "Nights by query, %,d open claims".formatted(claims),
                List.of("Due", "By query, s", "Full sweep, s", "Ratio"),
                rows);
        results.ratio("noneDue", none, "A night of which none is due, in sweeps", "0.05", false);
        results.ratio("onePercentDue", onePercent, "A night of which 1 percent is due, in sweeps", "0.125", false);
    }

    private double measure(Mix mix, String due, List<List<String>> rows) throws IOException {
        server.restore("empty");
        try (Statements database = server.open()) {
            new Population(database).write(mix, claims);
        }
        LocalDate before = Mix.DATE.minusDays(1);
        try (CporProgram program = program()) {
            program.night(before, true);
        }
        server.keep("due");
        List<Double> queries = new ArrayList<>();
        List<Double> sweeps = new ArrayList<>();
        // The first round warms up.
        for (int round = 0; round <= settings.rounds(); round++) {
            double byQuery = night(mix, false);
            double full = night(mix, true);
            System.out.printf("round %d  %s due: by query %.2f s, full sweep %.2f s%n", round, due, byQuery, full);
            if (round > 0) {
                queries.add(byQuery);
                sweeps.add(full);
            }
        }
        server.forget("due");
        double query = Median.of(queries);
        double sweep = Median.of(sweeps);
        rows.add(List.of(due, "%.2f".formatted(query), "%.2f".formatted(sweep), "%.3f".formatted(query / sweep)));
        return query / sweep;
    }

    private double night(Mix mix, boolean full) throws IOException {
        server.restore("due");
        if (full) {
            // Otherwise the sweep would also find out which of its claims the query would have missed.
            try (Statements database = server.open()) {
                database.change("update run set counted_by = repeat('0', 64)");
            }
        }
        try (CporProgram program = program()) {
            program.readRules();
            program.night(Mix.DATE, full);
        }
        try (Statements database = server.open()) {
            long changed = database.number(
                    "select count(*) from history where business_date = '%s' and run <> 0".formatted(Mix.DATE));
            if (changed != mix.changes(claims)) {
                throw new IllegalStateException("A night changed %d claims, not %d; it was to evaluate %s."
                        .formatted(changed, mix.changes(claims), full ? "all" : "those that are due"));
            }
            boolean query =
                    database.number("select count(*) from run where business_date = '%s' and due_since is not null"
                                    .formatted(Mix.DATE))
                            == 1;
            if (query == full) {
                throw new IllegalStateException("A night chose the wrong claims: %s.".formatted(full ? "some" : "all"));
            }
        }
        return CporNight.secondsOfEvaluation(server, Mix.DATE);
    }

    private CporProgram program() throws IOException {
        return CporProgram.on(server, settings.inbox(), settings.emptyOut());
    }
}
