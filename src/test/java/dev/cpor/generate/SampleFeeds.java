package dev.cpor.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of small feeds, to write them in the order in which a system of record would: by time. */
final class SampleFeeds implements Feeds {
    private record Key(Feed feed, String period) {}

    private final Map<Key, List<@Nullable String[]>> rows =
            new TreeMap<>(Comparator.comparing(Key::feed).thenComparing(Key::period));

    @Override
    public void row(Feed feed, String period, @Nullable String... values) {
        rows.computeIfAbsent(new Key(feed, period), key -> new ArrayList<>()).add(values);
    }

    void writeTo(Path folder) throws IOException {
        try (FeedFiles files = new FeedFiles(folder)) {
            rows.forEach((key, values) -> values.stream()
                    .sorted(Comparator.comparing(row -> time(key.feed(), row)))
                    .forEach(row -> files.row(key.feed(), key.period(), row)));
        }
    }

    private static String time(Feed feed, @Nullable String[] row) {
        int column =
                switch (feed) {
                    case CLAIMS -> feed.columns().indexOf("created_at");
                    case EVENTS -> feed.columns().indexOf("occurred_at");
                    case DISPUTES -> feed.columns().indexOf("opened_at");
                    default -> -1;
                };
        return column < 0 || column >= row.length ? "" : String.valueOf(row[column]);
    }
}
