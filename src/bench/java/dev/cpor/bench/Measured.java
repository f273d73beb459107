package dev.cpor.bench;

import java.time.Duration;
import java.util.Map;

/**
 * One run of one contender.
 *
 * @param stages how long each took
 * @param heapPeakMiB the most heap in use
 * @param heapKeptMiB the most that a collection left
 */
record Measured(
        String contender,
        Map<String, Duration> stages,
        Traffic traffic,
        long heapPeakMiB,
        long heapKeptMiB) {

    /** Returns the time that counts, in seconds. */
    double seconds() {
        return stages.values().stream().mapToDouble(Measured::seconds).sum();
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
