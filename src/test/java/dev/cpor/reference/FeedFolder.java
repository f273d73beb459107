package dev.cpor.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes rows as feed files. */
final class FeedFolder {

    private FeedFolder() {}

    /** Writes the header and the rows with CRLF; a column that a row does not have is empty. */
    static void write(Path file, List<String> columns, List<Map<String, String>> rows) {
        String text = CsvLine.of(columns) + "\r\n"
                + rows.stream().map(row -> record(columns, row) + "\r\n").collect(Collectors.joining());
        write(file, text);
    }

    static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String record(List<String> columns, Map<String, String> row) {
        return CsvLine.of(
                columns.stream().map(column -> row.getOrDefault(column, "")).toList());
    }
}
