package dev.cpor.whole;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The same rows in another order, with their columns in another order, in fewer and in more files. Generated feeds hold each
 * reference row once, so their order does not matter either.
 */
record ShuffledFeeds(Path from, long seed) {
    static ShuffledFeeds of(Path from, long seed) {
        return new ShuffledFeeds(from, seed);
    }

    void writeTo(Path into) {
        Random random = new Random(seed);
        try {
            Files.createDirectories(into);
            for (Map.Entry<String, List<List<String>>> feed : feeds().entrySet()) {
                List<List<String>> rows = feed.getValue();
                List<String> header = rows.remove(0);
                List<Integer> columns = new ArrayList<>();
                for (int column = 0; column < header.size(); column++) {
                    columns.add(column);
                }
                Collections.shuffle(columns, random);
                Collections.shuffle(rows, random);
                int files = 1 + random.nextInt(4);
                for (int file = 0; file < files; file++) {
                    int first = rows.size() * file / files;
                    int last = rows.size() * (file + 1) / files;
                    try (CsvWriter out = CsvWriter.builder().build(into.resolve(feed.getKey() + file + ".csv"))) {
                        out.writeRecord(pick(header, columns));
                        rows.subList(first, last).forEach(row -> out.writeRecord(pick(row, columns)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> pick(List<String> row, List<Integer> columns) {
        return columns.stream().map(row::get).toList();
    }

    /** Returns the header and all rows of each feed, by its prefix. */
    private Map<String, List<List<String>>> feeds() throws IOException {
        Map<String, List<List<String>>> feeds = new TreeMap<>();
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.sorted().toList()) {
                String prefix = file.getFileName().toString().replaceAll("[0-9].*", "");
                List<List<String>> rows = feeds.computeIfAbsent(prefix, key -> new ArrayList<>());
                try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
                    List<List<String>> read =
                            csv.stream().map(CsvRecord::getFields).toList();
                    rows.addAll(rows.isEmpty() ? read : read.subList(1, read.size()));
                }
            }
        }
        return feeds;
    }
}
