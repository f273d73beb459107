package dev.cpor.bench;

import java.time.Duration;

/** Runs from when it is made. */
final class Stopwatch {
    private final long begin = System.nanoTime();

    /** Returns the time since it was made. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
