package dev.cpor.job;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.store.intake.Rejects;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what a night leaves under {@code out/runs/<business date>}; a file appears there when it is whole. */
final class RunFolder {
    private static final List<Column> REJECT_COLUMNS = List.of(
            Column.text("file"),
            Column.number("line"),
            Column.text("id"),
            Column.text("code"),
            Column.text("message"),
            Column.text("row"));

    private final NightWork work;
    private final Rejects rejects;

    RunFolder(NightWork work, Rejects rejects) {
        this.work = work;
        this.rejects = rejects;
    }

    /** Returns the folder of the night in hand. */
    Path path() {
        return work.hand()
                .out()
                .resolve("runs")
                .resolve(work.night().businessDate().toString());
    }

    /** Writes {@code rejects.csv}, also when nothing was refused. */
    void writeRejects() {
        write("rejects.csv", out -> {
            Stream.Builder<List<@Nullable Object>> rows = Stream.builder();
            rejects.of(
                    work.night().businessDate(),
                    reject -> rows.add(Arrays.asList(
                            reject.file(), reject.line(), reject.id(), reject.code(), reject.message(), reject.row())));
            Tables.write(OutputFormat.CSV, REJECT_COLUMNS, rows.build(), out);
        });
    }

    /** Writes a file whose text is known. */
    void write(String name, String text) {
        write(name, out -> {
            try {
                out.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void write(String name, Consumer<Writer> content) {
        Path file = path().resolve(name);
        try {
            Files.createDirectories(path());
            Path temporary = path().resolve("." + name + ".tmp");
            try {
                try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                    content.accept(out);
                }
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw failure(file, e);
        } catch (UncheckedIOException e) {
            throw failure(file, e.getCause());
        }
    }

    private static ClearFailure failure(Path file, @Nullable IOException cause) {
        IOException why = cause == null ? new IOException("unknown") : cause;
        return new ClearFailure(
                "The file %s could not be written (%s); make room or let this user write there, and run the same command again."
                        .formatted(file, IoReason.of(why)),
                why);
    }
}
