package dev.cpor.report;

import dev.cpor.report.NightReport.FeedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All files of one feed together. */
record Feed(String name, long files, long read, long applied, long waiting, long duplicates, long rejected) {

    /** Returns the feeds in the order in which they come first; refused files are none. */
    static List<Feed> of(List<FeedFile> files) {
        Map<String, Feed> feeds = new LinkedHashMap<>();
        files.stream()
                .filter(file -> file.refusal() == null)
                .forEach(file -> feeds.merge(file.feed(), of(file), Feed::and));
        return List.copyOf(feeds.values());
    }

    private static Feed of(FeedFile file) {
        return new Feed(
                file.feed(), 1, file.read(), file.applied(), file.waiting(), file.duplicates(), file.rejected());
    }

    /** Returns both together, under the name of this one. */
    Feed and(Feed other) {
        return new Feed(
                name,
                files + other.files,
                read + other.read,
                applied + other.applied,
                waiting + other.waiting,
                duplicates + other.duplicates,
                rejected + other.rejected);
    }

    Feed named(String other) {
        return new Feed(other, files, read, applied, waiting, duplicates, rejected);
    }
}
