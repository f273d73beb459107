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
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A command in a process of its own, which can be killed, frozen and thawed. */
final class Started implements AutoCloseable {
    private static final long LONGEST = 120;
    private static final Duration POLL = Duration.ofMillis(1);
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path outputs;

    private Started(Process process, Path outputs) {
        this.process = process;
        this.outputs = outputs;
    }

    static Started of(Sandbox sandbox, String name, String... command) {
        Path outputs = sandbox.folder().resolve("said").resolve(name);
        return new Started(sandbox.start(outputs, command), outputs);
    }

    long pid() {
        return process.pid();
    }

    /** Looks again and again, a thousand times a second, until something is so; false when the process ended before. */
    boolean livesUntil(BooleanSupplier isSo) {
        while (!isSo.getAsBoolean()) {
            if (!process.isAlive()) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return process.isAlive();
    }

    /** Ends it as {@code kill -9} does, and says whether that is what ended it. */
    boolean kill() {
        process.destroyForcibly();
        return said().status() == KILLED;
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
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

    String errSoFar() {
        return read("err");
    }

    /** Waits for its end. */
    Said said() {
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
