package dev.cpor.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What one act took.
 *
 * @param time from its beginning to its end
 * @param processors how long processors worked meanwhile, in this process and in the server: of a machine that is busy with other
 *     things it says more than time
 */
record Took(Duration time, Duration processors) {

    /** What may fail while it is measured. */
    interface Act<E extends Exception> {
        /** Does it. */
        void run() throws E;
    }

    /** Measures an act. */
    static <E extends Exception> Took by(BenchServer server, Act<E> act) throws E {
        Duration before = server.processors();
        Stopwatch watch = new Stopwatch();
        act.run();
        Duration time = watch.elapsed();
        return new Took(time, server.processors().minus(before));
    }

    /** Returns the median time of several, in seconds. */
    static <T> double seconds(List<T> rounds, Function<T, Took> act) {
        return Median.of(rounds.stream()
                .mapToDouble(round -> Measured.seconds(act.apply(round).time()))
                .toArray());
    }

    /** Returns the median of the processors' time of several, in seconds. */
    static <T> double ofProcessors(List<T> rounds, Function<T, Took> act) {
        return Median.of(rounds.stream()
                .mapToDouble(round -> Measured.seconds(act.apply(round).processors()))
                .toArray());
    }

    /** Returns a row of a table. */
    static <T> List<String> row(String what, List<T> rounds, Function<T, Took> act) {
        return List.of(what, "%.2f".formatted(seconds(rounds, act)), "%.2f".formatted(ofProcessors(rounds, act)));
    }

    @Override
    public String toString() {
        return "%.2f s (%.2f)".formatted(Measured.seconds(time), Measured.seconds(processors));
    }
}
