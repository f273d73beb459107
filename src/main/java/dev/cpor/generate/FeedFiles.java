package dev.cpor.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rows to CSV files, one for each feed and period. */
final class FeedFiles implements Feeds, Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final List<Map<String, CsvWriter>> writers = new ArrayList<>();
    private final long[] rows = new long[Feed.values().length];

    FeedFiles(Path folder) {
        this.folder = folder;
        for (Feed feed : Feed.values()) {
            writers.add(feed.ordinal(), new HashMap<>());
        }
    }

    @Override
    public void row(Feed feed, String period, @Nullable String... values) {
        writer(feed, period).writeRecord(values);
        rows[feed.ordinal()]++;
    }

    /** Makes sure that the file is there, even if it will have no row but the header. */
    void start(Feed feed, String period) {
        writer(feed, period);
    }

    /** Returns how many rows of a feed were written, headers not counted. */
    long rows(Feed feed) {
        return rows[feed.ordinal()];
    }

    private CsvWriter writer(Feed feed, String period) {
        return writers.get(feed.ordinal()).computeIfAbsent(period, missing -> open(feed, missing));
    }

    private CsvWriter open(Feed feed, String period) {
        try {
            CsvWriter writer = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .bufferSize(BUFFER)
                    .build(Files.newBufferedWriter(folder.resolve(feed.fileName(period)), StandardCharsets.UTF_8));
            writer.writeRecord(feed.columns());
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (Map<String, CsvWriter> ofFeed : writers) {
            for (CsvWriter writer : ofFeed.values()) {
                try {
                    writer.close();
                } catch (IOException e) {
                    first = first == null ? e : first;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
