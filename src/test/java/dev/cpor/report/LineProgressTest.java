package dev.cpor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final SteppingClock clock = new SteppingClock();
    private final Progress progress = new LineProgress(new PrintWriter(written, true, StandardCharsets.UTF_8), clock);

    @Test
    void tellsRateAndRemainingTimeEveryFiveSeconds() {
        progress.start("evaluate", 500_000);
        for (int second = 1; second <= 12; second++) {
            clock.pass(Duration.ofSeconds(1));
            progress.advance(40_000);
        }
        progress.advance(20_000);
        progress.end();

        assertThat(lines())
                .containsExactly(
                        "evaluate: 200,000 of 500,000 (40 %), 40,000/s, about 8 s left",
                        "evaluate: 400,000 of 500,000 (80 %), 40,000/s, about 3 s left",
                        "evaluate: 500,000 in 12.0 s, 41,667/s");
    }

    @Test
    void tellsNoRemainingTimeWhereTheTotalIsUnknown() {
        progress.start("intake");
        clock.pass(Duration.ofSeconds(5));
        progress.advance(1_000);
        clock.pass(Duration.ofMinutes(2));
        progress.end();

        assertThat(lines()).containsExactly("intake: 1,000, 200/s", "intake: 1,000 in 2 min 5 s, 8/s");
    }

    @Test
    void endsAStageWhenTheNextOneStarts() {
        progress.start("extract", 3);
        clock.pass(Duration.ofMillis(40));
        progress.start("report", 0);
        progress.end();
        progress.end();

        assertThat(lines()).containsExactly("extract: done in 0.04 s", "report: done in 0.00 s");
    }

    @Test
    void tellsANoteAtOnceAndInOneLine() {
        progress.note("starting\u001b[2J");
        progress.start("evaluate", 10);
        progress.note("claim CLM-7\nis quarantined");

        assertThat(lines()).containsExactly("starting\\u001b[2J", "evaluate: claim CLM-7\\nis quarantined");
    }

    @Test
    void losesNoItemThatPartitionsCountAtTheSameTime() {
        progress.start("evaluate", 80_000);
        IntStream.range(0, 80_000).parallel().forEach(i -> progress.advance(1));
        clock.pass(Duration.ofSeconds(2));
        progress.end();

        assertThat(lines()).containsExactly("evaluate: 80,000 in 2.0 s, 40,000/s");
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static final class SteppingClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T01:00:00Z");

        synchronized void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
