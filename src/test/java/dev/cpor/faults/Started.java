package dev.cpor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A command in a process of its own, which can be killed, frozen and thawed. */
public final class Started implements AutoCloseable {
    private static final long LONGEST = 120;
    private static final Duration POLL = Duration.ofMillis(3);
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path outputs;

    private Started(Process process, Path outputs) {
        this.process = process;
        this.outputs = outputs;
    }

    public static Started of(Sandbox sandbox, String name, String... command) {
        Path outputs = sandbox.folder().resolve("said").resolve(name);
        return new Started(sandbox.start(outputs, command), outputs);
    }

    /** Starts it with its output in the files {@code out} and {@code err} of a folder. */
    public static Started of(ProcessBuilder command, Path outputs) {
        try {
            Files.createDirectories(outputs);
            return new Started(
                    command.redirectOutput(outputs.resolve("out").toFile())
                            .redirectError(outputs.resolve("err").toFile())
                            .start(),
                    outputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells it to end, as {@code kill} does. */
    public void tell() {
        signal("TERM");
    }

    public long pid() {
        return process.pid();
    }

    /** Looks again and again, every three milliseconds, until something is so; false when the process ended before. */
    public boolean livesUntil(BooleanSupplier isSo) {
        Awaitility.await()
                .alias("what %s waits for".formatted(outputs))
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .atMost(Duration.ofSeconds(LONGEST))
                .until(() -> isSo.getAsBoolean() || !process.isAlive());
        return process.isAlive();
    }

    /** Ends it as {@code kill -9} does, and says whether that is what ended it. */
    public boolean kill() {
        process.destroyForcibly();
        return said().status() == KILLED;
    }

    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String errSoFar() {
        return read("err");
    }

    /** Waits for its end. */
    public Said said() {
        try {
            assertThat(process.waitFor(LONGEST, TimeUnit.SECONDS))
                    .as("%s ends within %d s", outputs, LONGEST)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Said(process.exitValue(), read("out"), read("err"));
    }

    private String read(String name) {
        try {
            return Files.readString(outputs.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns once it is dead, so that it does not count among the users of its server any more. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
