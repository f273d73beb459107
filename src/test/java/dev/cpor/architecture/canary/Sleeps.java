package dev.cpor.architecture.canary;

/** Waits for time to pass instead of for a condition. */
public final class Sleeps {
    private Sleeps() {}

    static void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
