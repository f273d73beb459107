package dev.cpor.report;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line every few seconds, and one at the end of each stage: for logs and pipes. */
final class LineProgress implements Progress {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final long UNKNOWN = -1;

    private final PrintWriter out;
    private final Clock clock;
    private @Nullable Stage stage;

    LineProgress(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void start(String name) {
        start(name, UNKNOWN);
    }

    @Override
    public synchronized void start(String name, long total) {
        end();
        stage = new Stage(Visible.text(name), total, clock.instant());
    }

    @Override
    public synchronized void advance(long items) {
        Stage running = stage;
        if (running == null) {
            return;
        }
        running.done += items;
        Instant now = clock.instant();
        if (!now.isBefore(running.lastLine.plus(BETWEEN_LINES))) {
            running.lastLine = now;
            out.println(running.underWay(now));
            out.flush();
        }
    }

    @Override
    public synchronized void note(String text) {
        Stage running = stage;
        out.println((running == null ? "" : running.name + ": ") + Visible.text(text));
        out.flush();
    }

    @Override
    public synchronized void end() {
        Stage running = stage;
        if (running != null) {
            stage = null;
            out.println(running.over(clock.instant()));
            out.flush();
        }
    }

    private static final class Stage {
        private final String name;
        private final long total;
        private final Instant started;
        private Instant lastLine;
        private long done;

        Stage(String name, long total, Instant started) {
            this.name = name;
            this.total = total;
            this.started = started;
            this.lastLine = started;
        }

        String underWay(Instant now) {
            if (total <= 0) {
                return "%s: %s, %s/s".formatted(name, Telling.count(done), Telling.count(perSecond(now)));
            }
            return "%s: %s of %s (%d %%), %s/s%s"
                    .formatted(
                            name,
                            Telling.count(done),
                            Telling.count(total),
                            Math.min(100, done * 100 / total),
                            Telling.count(perSecond(now)),
                            remaining(now));
        }

        String over(Instant now) {
            String took = Telling.duration(Duration.between(started, now));
            return done == 0
                    ? "%s: done in %s".formatted(name, took)
                    : "%s: %s in %s, %s/s".formatted(name, Telling.count(done), took, Telling.count(perSecond(now)));
        }

        private String remaining(Instant now) {
            if (done == 0 || done >= total) {
                return "";
            }
            long millis = Duration.between(started, now).toMillis();
            long seconds = Math.round(millis / 1000.0 / done * (total - done));
            return ", about " + (seconds < 60 ? seconds + " s" : Telling.duration(Duration.ofSeconds(seconds)))
                    + " left";
        }

        private long perSecond(Instant now) {
            long millis = Math.max(1, Duration.between(started, now).toMillis());
            return Math.round(done * 1000.0 / millis);
        }
    }
}
