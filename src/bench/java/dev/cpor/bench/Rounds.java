package dev.cpor.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Runs contenders in turn, the first time to warm up, and compares what they leave behind. */
final class Rounds {
    private final BenchServer server;
    private final String state;
    private final Map<String, List<Measured>> measured = new LinkedHashMap<>();
    private EndState expected = EndState.NONE;
    private KnownChanges known = new KnownChanges(List.of());

    /** @param state the kept tables that each run begins with */
    Rounds(BenchServer server, String state) {
        this.server = server;
        this.state = state;
    }

    /**
     * Runs all of them.
     *
     * @param rounds how many rounds count, beside the first
     * @param changes how many history rows each has to write
     * @throws IllegalStateException if one of them leaves other claims or another history than the first
     */
    void run(List<Contender> contenders, int rounds, long changes) {
        List<Contender> turns = new ArrayList<>(contenders);
        for (int round = 0; round <= rounds; round++) {
            if (round > 1) {
                // Nobody always comes after the same one.
                Collections.rotate(turns, 1);
            }
            round(round, turns, changes);
        }
    }

    /**
     * Runs all of them once.
     *
     * @param round 0 to warm up
     * @param changes how many history rows each has to write
     * @throws IllegalStateException if one of them leaves other claims or another history than the first
     */
    void round(int round, List<Contender> contenders, long changes) {
        boolean floor = contenders.stream().anyMatch(BareFloor.class::isInstance);
        for (Contender contender : contenders) {
            server.restore(state);
            Measured one = measure(contender);
            verify(contender, changes);
            if (floor && known.changes().isEmpty()) {
                known = knownChanges();
            }
            System.out.printf(
                    "%-8s %-28s %8.2f s  %s%n",
                    round == 0 ? "warm-up" : "round " + round, one.contender(), one.seconds(), one.stages());
            if (round > 0) {
                measured.computeIfAbsent(contender.name(), first -> new ArrayList<>())
                        .add(one);
            }
        }
    }

    private Measured measure(Contender contender) {
        try (Statements database = server.open();
                Contender.Ready ready = contender.prepare(server);
                HeapWatch heap = new HeapWatch()) {
            Traffic before = Traffic.now(database);
            Duration processors = server.processors();
            Map<String, Duration> stages = ready.run();
            return new Measured(
                    contender.name(),
                    stages,
                    server.processors().minus(processors),
                    Traffic.now(database).since(before),
                    heap.peakMiB(),
                    heap.keptMiB());
        }
    }

    private void verify(Contender contender, long changes) {
        try (Statements database = server.open()) {
            EndState found = EndState.of(database);
            if (expected.equals(EndState.NONE)) {
                if (found.newHistory() != changes) {
                    throw new IllegalStateException("%s changed %d claims, not the %d that the mix has."
                            .formatted(contender.name(), found.newHistory(), changes));
                }
                expected = found;
            }
            if (!found.equals(expected)) {
                throw new IllegalStateException("%s leaves other claims or another history: %s, not %s."
                        .formatted(contender.name(), found, expected));
            }
        }
    }

    private KnownChanges knownChanges() {
        try (Statements database = server.open()) {
            return KnownChanges.of(database);
        }
    }

    /** Returns what the first contender changed in the first round, where a bare floor has to know it. */
    KnownChanges known() {
        return known;
    }

    /** Returns the runs of a contender. */
    List<Measured> of(String contender) {
        return measured.getOrDefault(contender, List.of());
    }

    /** Returns the median of something over the runs of a contender. */
    double median(String contender, ToDoubleFunction<Measured> what) {
        return Median.of(of(contender).stream().mapToDouble(what).toArray());
    }
}
