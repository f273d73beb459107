package dev.cpor.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of one contender.
 *
 * @param stages how long each took
 * @param processors how long processors worked for it, in this process and in the server: of a machine that is busy with other
 *     things it says more than time
 * @param heapPeakMiB the most heap in use
 * @param heapKeptMiB the most that a collection left
 */
record Measured(
        String contender,
        Map<String, Duration> stages,
        Duration processors,
        Traffic traffic,
        long heapPeakMiB,
        long heapKeptMiB) {

    /** Returns the time that counts, in seconds. */
    double seconds() {
        return stages.values().stream().mapToDouble(Measured::seconds).sum();
    }

    /** Returns its stages with their seconds. */
    Map<String, BigDecimal> inSeconds() {
        Map<String, BigDecimal> all = new TreeMap<>();
        stages.forEach((stage, took) -> all.put(stage, Results.rounded(seconds(took))));
        return all;
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
