package dev.cpor.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A row of a feed as any reader of CSV sees it. */
record FeedRow(Feed feed, String file, long line, List<String> values) {

    /** Reads all files of a folder in the order in which a night takes them. */
    static List<FeedRow> allOf(Path folder) {
        List<FeedRow> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted =
                    files.sorted(Comparator.comparing(Path::getFileName)).toList();
            for (Feed feed : Feed.values()) {
                for (Path file : sorted) {
                    if (feed == of(file.getFileName().toString())) {
                        read(feed, file, rows);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Feed of(String fileName) {
        String prefix = fileName.replaceFirst("-\\d{4}-.*", "");
        for (Feed feed : Feed.values()) {
            if (feed.fileName("").equals(prefix + "-.csv")) {
                return feed;
            }
        }
        throw new IllegalStateException("The file " + fileName + " has the prefix of no feed.");
    }

    private static void read(Feed feed, Path file, List<FeedRow> rows) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord csv : reader) {
                if (header && !csv.getFields().equals(feed.columns())) {
                    throw new IllegalStateException("The file " + file + " has the columns " + csv.getFields());
                }
                if (!header) {
                    rows.add(new FeedRow(
                            feed, file.getFileName().toString(), csv.getStartingLineNumber(), csv.getFields()));
                }
                header = false;
            }
        }
    }

    boolean isComplete() {
        return values.size() == feed.columns().size();
    }

    /** Returns the value of a column, empty when there is none or no such column. */
    String get(String column) {
        int index = feed.columns().indexOf(column);
        return index >= 0 && index < values.size() ? values.get(index) : "";
    }

    /** Returns the key as a reject names it. */
    String id() {
        return switch (feed) {
            case CLAIM_LINES -> values.get(0) + "/" + values.get(1);
            case EXCHANGE_RATES -> values.get(0) + " " + values.get(1);
            default -> values.get(0);
        };
    }
}
