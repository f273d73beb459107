package dev.cpor.report;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with rate and remaining time, drawn again and again in one line of a terminal. */
final class BarProgress implements Progress {
    private static final int USUAL_COLUMNS = 80;
    private static final int MILLIS_BETWEEN_DRAWINGS = 200;
    private static final long UNKNOWN = -1;

    private final BarLine line;
    private @Nullable ProgressBar bar;

    BarProgress(PrintStream out, int columns) {
        this.line = new BarLine(out, columns);
    }

    /** Returns the width of the terminal, where the shell tells it. */
    static int columns(@Nullable String fromShell) {
        return fromShell != null && fromShell.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(fromShell) : USUAL_COLUMNS;
    }

    @Override
    public void start(String stage) {
        start(stage, UNKNOWN);
    }

    @Override
    public synchronized void start(String stage, long total) {
        end();
        bar = new ProgressBarBuilder()
                .setTaskName(Visible.text(stage))
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_DRAWINGS)
                .continuousUpdate()
                .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setConsumer(line)
                .build();
    }

    @Override
    public synchronized void advance(long items) {
        if (bar != null) {
            bar.stepBy(items);
        }
    }

    @Override
    public synchronized void note(String text) {
        line.above(Visible.text(text));
    }

    @Override
    public synchronized void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
