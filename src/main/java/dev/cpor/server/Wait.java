package dev.cpor.server;

import java.io.IOException;
import java.time.Duration;

/** Waiting for a condition outside this process, which nothing announces. */
final class Wait {
    /** Recovery after a crash reads up to the whole redo log; on a slow disk that takes a minute or two. */
    static final Duration START = Duration.ofMinutes(3);

    /** A clean stop writes the changed pages of the buffer pool. */
    static final Duration STOP = Duration.ofMinutes(1);

    private static final Duration STEP = Duration.ofMillis(10);

    private Wait() {}

    /** A condition that is asked again and again. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /** {@return whether the condition held before the time was over; an interrupt counts as the end of the time} */
    static boolean until(Duration limit, Condition condition) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(STEP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
