package dev.cpor.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another process that joins a server, to be asked to leave, or to be killed. */
final class JoiningProcess implements AutoCloseable {
    private final Process process;
    private final String url;

    private JoiningProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** What the other process runs: joins, says the address, and leaves when its input ends. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedServer server = EmbeddedServer.join(Path.of(arguments[0]));
        System.out.println("joined " + server.jdbcUrl());
        while (System.in.read() >= 0) {
            // Waits for the end.
        }
        server.close();
    }

    /** Starts it without waiting for anything. */
    static Process launch(Path folder) {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                            JoiningProcess.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JoiningProcess join(Path folder) {
        Process process = launch(folder);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("joined ")) {
                    return new JoiningProcess(process, line.substring("joined ".length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("The other process did not join the server.");
    }

    String url() {
        return url;
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** As Ctrl-C or {@code kill} does. */
    void terminate() {
        process.destroy();
        await();
    }

    /** Lets it leave in good order. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The other process does not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
