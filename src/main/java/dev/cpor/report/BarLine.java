package dev.cpor.report;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The line of a terminal in which the bar is drawn. The library's own ones load a terminal library to find out the width and
 * cannot print a line above the bar.
 */
final class BarLine implements ProgressBarConsumer {
    private static final String TO_ITS_START_AND_EMPTY = "\r\u001b[K";

    private final PrintStream out;
    private final int columns;
    private String drawn = "";

    BarLine(PrintStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    /** Leaves the last column free: some terminals go to the next line when it is written. */
    @Override
    public int getMaxRenderedLength() {
        return columns - 1;
    }

    @Override
    public synchronized void accept(String rendered) {
        drawn = rendered;
        out.print(TO_ITS_START_AND_EMPTY + drawn);
        out.flush();
    }

    /** Prints a line that stays, above the bar where there is one. */
    synchronized void above(String text) {
        out.print((drawn.isEmpty() ? "" : TO_ITS_START_AND_EMPTY) + text + System.lineSeparator() + drawn);
        out.flush();
    }

    /** Ends the line; the next bar begins a new one. */
    @Override
    public synchronized void close() {
        drawn = "";
        out.println();
        out.flush();
    }
}
