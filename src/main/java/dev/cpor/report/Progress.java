package dev.cpor.report;

import java.io.PrintWriter;
import java.time.Clock;

/** Tells how far a stage is, to somebody who waits. One stage runs at a time; every method may be called by any thread. */
public interface Progress {

    /** Starts a stage of which it is not known how many items it has. A stage that was not ended is ended. */
    void start(String stage);

    /**
     * Starts a stage. A stage that was not ended is ended.
     *
     * @param total how many items it has, not negative
     */
    void start(String stage, long total);

    /** Counts items of the stage as done; without a stage, nothing happens. */
    void advance(long items);

    /** Tells one sentence in between. */
    void note(String text);

    /** Ends the stage, if there is one. */
    void end();

    /**
     * Returns what tells it to somebody who waits.
     *
     * @param err standard error
     * @param terminal true for a bar with rate and remaining time, false for a line every few seconds
     * @param clock measures the time between lines
     */
    static Progress on(PrintWriter err, boolean terminal, Clock clock) {
        return terminal
                ? new BarProgress(System.err, BarProgress.columns(System.getenv("COLUMNS")))
                : new LineProgress(err, clock);
    }

    /** Returns what tells nothing. */
    static Progress none() {
        return NoProgress.INSTANCE;
    }
}
