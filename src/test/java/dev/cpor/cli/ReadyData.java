package dev.cpor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.session.Console;
import dev.cpor.cli.session.ExitStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The data folder of a program that has made its tables and done nothing else, made once per process: copies cost less. */
final class ReadyData {
    private final Path data;

    private ReadyData(Path data) {
        this.data = data;
    }

    private static final class Holder {
        private static final ReadyData ONLY = make();
    }

    private static ReadyData make() {
        try {
            Path folder = Files.createTempDirectory("ready");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "deletes the data folder"));
            ReadyData ready = new ReadyData(folder.resolve("data"));
            StringWriter said = new StringWriter();
            Console console = new Console(new PrintWriter(said), new PrintWriter(said), false);
            int status = Main.commandLine(console).execute("claims", "list", "--data", ready.data.toString());
            console.flush();
            assertThat(status).as(said.toString()).isEqualTo(ExitStatus.DONE);
            return ready;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a data folder like it at a place where nothing is; the redo log is mostly zeros, which are left out. */
    static void copyTo(Path place) {
        try {
            Process copy = new ProcessBuilder(
                            "cp", "--archive", "--sparse=always", Holder.ONLY.data.toString(), place.toString())
                    .inheritIO()
                    .start();
            assertThat(copy.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
