package dev.cpor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void drawsABarThatEndsFull() {
        Progress progress = new BarProgress(out, 100);
        progress.start("evaluate", 8_000);
        IntStream.range(0, 8_000).parallel().forEach(i -> progress.advance(1));
        progress.end();

        assertThat(lastLine()).startsWith("evaluate 100%").contains("8000/8000").hasSizeLessThan(100);
    }

    @Test
    void printsANoteAboveTheBarOnALineOfItsOwn() {
        Progress progress = new BarProgress(out, 80);
        progress.start("evaluate");
        progress.note("claim CLM-7\nis quarantined");
        progress.end();

        assertThat(written.toString(StandardCharsets.UTF_8)).contains("claim CLM-7\\nis quarantined\n");
    }

    @Test
    void drawsNothingOutsideAStage() {
        Progress progress = new BarProgress(out, 80);
        progress.advance(1);
        progress.end();

        assertThat(written.size()).isZero();
    }

    @Test
    void takesTheWidthThatTheShellTells() {
        assertThat(BarProgress.columns("132")).isEqualTo(132);
        assertThat(BarProgress.columns(null)).isEqualTo(80);
        assertThat(BarProgress.columns("wide")).isEqualTo(80);
    }

    private String lastLine() {
        String all = written.toString(StandardCharsets.UTF_8).stripTrailing();
        return all.substring(all.lastIndexOf("\u001b[K") + 3);
    }
}
